"""Lines above a story that name its author or its day among other things; called by head and zone.

Such a line is read part by part: “By Robin Example | June 5, 2024 | 4 min read”.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from wellspring.importing.line import Line
from wellspring.importing.names import (
    BESIDES,
    WITH_DEGREES,
    is_name,
    match_byline,
    match_form,
    original,
    read_day,
)
from wellspring.model.importing import ImportStyle

SEPARATOR = re.compile(
    r"\s*[|·•∙⋅◦♦●]+\s*|\s+[–—/-]{1,2}\s+|\s{3,}|,?\s+(?=(?:last )?updated\b)|;\s+"
    r"|\s+(?=(?:written|posted|published|reviewed) (?:by|on):)",
    re.IGNORECASE,
)
LINKED = re.compile(
    r"(?P<by>(?:written |posted |words )?by) \[(?P<name>[^\[\]]{2,60})\]\([^\s()]+\)",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"(?P<by>(?:authors?|(?:written |words )?by):? )(?P<names>.+)", re.IGNORECASE)
ONE = re.compile(WITH_DEGREES)
ITALIC = re.compile(r"(?P<mark>[*_]{1,3})[^*_]+(?P=mark)")
LONGEST = 160
# What looks like a name beside a day, and is none: “Posted on June 5”, “Tuesday, June 5”.
NO_NAME = re.compile(
    r"(?:the|a|an|my|your|our|this|posted|published|created|added|submitted|sent|started|date|today|"
    r"yesterday|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})\b.*",
    re.IGNORECASE,
)
# So many parts may be none of the known ones, of so many words.
MOST_OTHERS, OTHER_WORDS = 1, 4


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says of the author and the day; `kinds` are the parts it is made of."""

    kinds: frozenset[str]
    name: str = ""
    day: date | None = None
    changed: date | None = None


def plain_byline(line: Line) -> Line:
    """Return a byline without Markdown’s marks, if it is in italics or linked; names as a list."""
    if linked := LINKED.fullmatch(line.text):
        return replace(line, text=f"{linked['by']} {linked['name']}")
    if names := listed(line.text):
        return replace(line, text=names)
    return replace(line, text=line.text.strip("*_")) if ITALIC.fullmatch(line.text) else line


def listed(text: str) -> str:
    """Return a byline that lists its names between semicolons as “A, B and C”, else nothing."""
    several = SEVERAL.fullmatch(text) if "; " in text and len(text) <= LONGEST else None
    names = [name.removeprefix("and ") for name in several["names"].split("; ")] if several else []
    if several is None or not all(map(ONE.fullmatch, names)):
        return ""
    return f"{several['by']}{', '.join(names[:-1])} and {names[-1]}"


def read_dateline(line: Line, style: ImportStyle) -> Dateline | None:
    """Return what a line says if it is nothing but parts of a byline."""
    text = line.text.strip(" |·•∙-–—*_")
    if not text or len(line.text) > LONGEST:
        return None
    found = read_parts(Line(line.number, text), style)
    if found and found.name:
        return found
    whole = read_part(Line(line.number, text), style)
    if found and found.day and not whole.name:
        return found
    return whole if whole.kinds - {"beside"} else found


def read_parts(line: Line, style: ImportStyle) -> Dateline | None:
    """Return what the parts of a line say together."""
    parts = [part.strip() for part in SEPARATOR.split(line.text) if part and part.strip()]
    read = [read_part(Line(line.number, part), style) for part in parts]
    kinds = frozenset(kind for found in read for kind in found.kinds)
    others = [part for part, found in zip(parts, read, strict=True) if not found.kinds]
    names = [found.name for found in read if found.name]
    day = next((found.day for found in read if found.day), None)
    changed = next((found.changed for found in read if found.changed), None)
    if not names and "dated" in kinds and others and " " in others[0] and is_name(others[0]):
        names = [others.pop(0)]
        kinds |= {"byline"}
    sure = kinds & {"dated", "changed", "unclear"}
    if not (sure or "byline" in kinds) or len(others) > (MOST_OTHERS if sure else 0):
        return None
    if any(len(part.split()) > OTHER_WORDS for part in others):
        return None
    return Dateline(kinds, names[0] if names else "", day, changed)


def read_part(part: Line, style: ImportStyle) -> Dateline:
    """Return what one part of a line says; it has no kinds if it is none of the known ones."""
    forms = style.forms
    if found := match_form(forms["changed"], part):
        day = read_day(found["date"], style.months) if found.groupdict().get("date") else None
        return Dateline(frozenset({"changed"}), changed=day)
    byline = match_byline(forms["byline"], part)
    name = BESIDES.sub("", original(part, byline, "name")) if byline else ""
    # “sábado, 13 de marzo”: a word alone before a day is rather a part of it.
    first = " " not in name and part.text.startswith(name)
    alone = first and match_form(forms["dated"], part) is not None
    if byline and not NO_NAME.fullmatch(name) and not alone:
        written = byline.groupdict().get("date")
        kinds = frozenset({"byline", "dated"} if written else {"byline"})
        day = read_day(written, style.months) if written else None
        return Dateline(kinds, name, day)
    if found := match_form(forms["dated"], part):
        return Dateline(frozenset({"dated"}), day=read_day(found["date"], style.months))
    if match_form(forms["unclear"], part):
        return Dateline(frozenset({"unclear"}))
    beside = match_form(forms["beside"], part)
    return Dateline(frozenset({"beside"}) if beside else frozenset())
