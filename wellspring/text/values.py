"""Front-matter values: dates, lists, `a | b | c` lines; called by read_post and read_author."""

import re
from datetime import date, datetime

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Field, KnowMore, Source, Value
from wellspring.text.citation import address_of, identifier_of

DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
WEB = re.compile(r"https?://(?P<host>[\w.-]+\.\w+)(?::\d+)?(?:[/?#][^\s|]*)?", re.IGNORECASE)
# How a line of links is written, by the name of its field.
FORM = "Title | address | kind"
FORMS = {"sources": "Title, publisher | address | its date"}


def parse_moment(text: str) -> datetime | None:
    """Read `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, nothing else (ISO 8601); None if impossible."""
    if not DATE.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def parse_day(text: str) -> date | None:
    """Read a day written `YYYY-MM-DD`; None if it is not one."""
    moment = parse_moment(text)
    return moment.date() if moment else None


def read_moment(source: Source, name: str) -> tuple[datetime | None, list[Finding]]:
    """Read a date field; a missing one is None without a finding."""
    text = source.text(name)
    moment = parse_moment(text)
    if moment or not text:
        return moment, []
    field = source.fields[name]
    wrong = "names a day that there is not" if DATE.fullmatch(text) else "is not a date"
    message = (
        f"`{field.key}: {text}` {wrong}. Write it as year-month-day, "
        "for example `2026-11-23` or `2026-11-23 08:30`."
    )
    return None, [Finding(field.values[0].place, message)]


def split_commas(field: Field | None) -> tuple[Value, ...]:
    """Split a comma-separated field into values with their places; empty parts are dropped."""
    parts: list[Value] = []
    for value in field.values if field else ():
        for match in re.finditer(r"[^,]+", value.text):
            text = match[0].strip()
            if text:
                column = value.place.column + match.start() + len(match[0]) - len(match[0].lstrip())
                parts.append(Value(text, Place(value.place.path, value.place.line, column)))
    return tuple(parts)


def split_bars(value: Value) -> list[str]:
    """Split an `a | b | c` line into its parts."""
    return [part.strip() for part in value.text.split("|")]


def read_links(source: Source, name: str) -> tuple[tuple[KnowMore, ...], list[Finding]]:
    """Read lines of three parts with bars between; the address may be empty or left out."""
    links: list[KnowMore] = []
    findings: list[Finding] = []
    field = source.fields.get(name)
    for value in field.values if field else ():
        title, url, kind, *more = [*split_bars(value), "", ""][: max(3, value.text.count("|") + 1)]
        url = address_of(url)
        if more or not title or not is_address(url):
            message = (
                f"“{value.text[:60]}” cannot be read. Write `{FORMS.get(name, FORM)}`, where the "
                "address starts with https://, doi:, pmid: or {filename} and may be left empty."
            )
            findings.append(Finding(value.place, message))
        elif not url and is_address(address_of(title)):
            message = (
                f"`{title[:60]}` is an address, and readers would see it as a title that leads "
                f"nowhere. Write the title before it: `{FORMS.get(name, FORM)}`."
            )
            findings.append(Finding(value.place, message))
        elif not url and WEB.search(title):
            message = (
                f"“{value.text[:60]}” has no bar before its address, so it leads nowhere. Write "
                f"`{FORMS.get(name, FORM)}`."
            )
            findings.append(Finding(value.place, message))
        links.append(KnowMore(title, url, kind, value.place, identifier_of(url)))
    return tuple(links), findings


def read_websites(source: Source) -> tuple[tuple[KnowMore, ...], list[Finding]]:
    """Read an author's `title | address` lines; one that is only an address shows its host."""
    field = source.fields.get("website")
    links: list[KnowMore] = []
    findings: list[Finding] = []
    for value in field.values if field else ():
        title, url, kind, *more = [*split_bars(value), "", ""]
        if not url and (found := WEB.fullmatch(title)):
            title, url = found["host"].removeprefix("www."), title
        if not title or not WEB.fullmatch(url) or any(more):
            message = (
                f"“{value.text[:60]}” names no website. Write `Title | https://…`, or only the "
                "address."
            )
            findings.append(Finding(value.place, message))
        links.append(KnowMore(title, url, kind, value.place))
    return tuple(links), findings


def is_address(url: str) -> bool:
    """Tell whether a link target is empty, secure and absolute, or a file of this site."""
    return not url or url.startswith(("https://", "http://", "{filename}", "{static}"))
