"""How each kind of file under editorial/ is read; called by load_house, one function a kind."""

import re
from typing import get_args

from wellspring.house.patterns import expressions_pattern
from wellspring.house.table import Table
from wellspring.model.crisis_line import CrisisLine
from wellspring.model.disclaimer import MOST_REVIEW_DAYS, Disclaimer, Placement, Wording
from wellspring.model.finding import Severity
from wellspring.model.topic import Category, Topic
from wellspring.text.suggest import did_you_mean


def read_disclaimer(table: Table) -> Disclaimer:
    """Read one file of editorial/disclaimers/."""
    return Disclaimer(
        id=table.id,
        title=table.text("title"),
        label=table.text("label"),
        brief=table.text("brief"),
        text=table.text("text"),
        severity=table.number("severity", 1, 100),
        source=table.address("source"),
        source_title=table.text("source_title"),
        checked_on=table.day("checked_on"),
        shows_crisis_lines=table.flag("shows_crisis_lines"),
        implies=table.texts("implies"),
        binding=table.flag("binding"),
        placement=table.choice("placement", get_args(Placement), "top"),
        languages={code: read_wording(part) for code, part in table.tables("lang").items()},
        checked_at=table.place("checked_on"),
    )


def read_wording(table: Table) -> Wording:
    """Read `[lang.xx]` of a disclaimer: a translation that somebody who can has checked."""
    return Wording(
        title=table.text("title"),
        label=table.text("label"),
        brief=table.text("brief"),
        text=table.text("text"),
        reviewed_by=table.text("reviewed_by", required=False),
    )


def read_topic(table: Table) -> Topic:
    """Read one file of editorial/topics/."""
    return Topic(
        id=table.id,
        name=table.text("name"),
        terms=table.texts("terms"),
        unless=expressions_pattern(table, "unless"),
        only_if=expressions_pattern(table, "only_if"),
        tags=table.texts("tags"),
        disclaimers=table.texts("disclaimers"),
        crisis_lines=table.texts("crisis_lines"),
        review_days=table.number("review_days", 1, MOST_REVIEW_DAYS),
        examples=table.examples(),
    )


def read_category(table: Table) -> Category:
    """Read one file of editorial/categories/."""
    return Category(
        id=table.id,
        name=table.text("name"),
        description=table.text("description"),
        disclaimers=table.texts("disclaimers"),
    )


def read_crisis_line(table: Table) -> CrisisLine:
    """Read one file of editorial/crisis-lines/; shown and linked number must be the same."""
    line = CrisisLine(
        id=table.id,
        name=table.text("name"),
        country=table.text("country"),
        country_name=table.text("country_name"),
        call=table.optional("call"),
        call_link=table.optional("call_link"),
        text=table.optional("text"),
        text_link=table.optional("text_link"),
        url=table.address("url"),
        hours=table.text("hours"),
        languages=table.text("languages"),
        grade=table.text("grade"),
        general=table.flag("general", default=True),
        source=table.address("source"),
        checked_on=table.day("checked_on"),
        checked_at=table.place("checked_on"),
    )
    check_number(table, "call_link", line.call_link, line.call)
    if line.grade not in {"A", "B"}:
        table.report(
            "grade", "`grade` must be A or B. A line that is less sure is not shown at all."
        )
    return line


def check_number(table: Table, key: str, link: str | None, shown: str | None) -> None:
    """Report a `tel:` link that dials anything but the number that is shown."""
    digits = re.sub(r"\D", "", link or "")
    shown_digits = re.sub(r"\D", "", shown or "")
    if bool(link) != bool(shown) or not digits.endswith(shown_digits.lstrip("0")):
        table.report(
            key, f"`{key}` must dial the number that is shown beside it. Mend one of the two."
        )


def read_severity(table: Table) -> Severity:
    """Read a finding's severity."""
    severity = table.text("severity")
    known: tuple[Severity, ...] = get_args(Severity)
    for candidate in known:
        if severity == candidate:
            return candidate
    table.report("severity", f"`{severity}` is not a severity. {did_you_mean(severity, known)}")
    return "error"
