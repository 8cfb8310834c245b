"""Names and days in lines above a story that no form of ours knows; called by overrule."""

import re
from collections.abc import Sequence
from datetime import date

from wellspring.importing.line import Line
from wellspring.importing.names import is_name, read_day
from wellspring.importing.second_look import SecondLook
from wellspring.importing.titles import unmarked
from wellspring.model.importing import ImportStyle

BY = re.compile(
    r"(?:.*\b)?(?:by|from|author|words|text|story|interview|written|posted|shared|contributor)\b:?\s+",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[A-Z][\w.'’-]*(?:\s+(?:(?:van|de|von|der|la|di|al|bin)\s+)*[A-Z][\w.'’-]*){0,3}"
)
DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?[A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\b"
)
# Signs and emoji before a name.
LEAD = re.compile(r"^[^\w]+")
APART = re.compile(r"\s*(?:[|·•,;(]|\s[–—-]\s|\s{2,}|\bon\b|\bin\b|\d)")


def name_in(text: str) -> str:
    """Return the name in a byline: behind “by”, or what the line begins with."""
    plain = LEAD.sub("", unmarked(text))
    behind = BY.match(plain)
    rest = plain[behind.end() :] if behind else plain
    first = APART.split(rest.strip(" @:–—-"), maxsplit=1)[0].strip()
    if is_name(first):
        return first
    found = NAME.match(rest)
    return found[0] if found else first


def day_above(lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> date | None:
    """Return the first day that a line above a story names, whatever stands beside it."""
    around = [line for line in lines if look.roles.get(line.number) in {"page", "byline"}]
    found = (read_day(part[0], style.months) for line in around for part in DAY.finditer(line.text))
    return next((day for day in found if day), None)
