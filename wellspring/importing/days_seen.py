"""The day of a story in lines that no form of ours knows; called by overrule."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from wellspring.importing.line import Line
from wellspring.importing.names import read_day
from wellspring.importing.second_look import SecondLook
from wellspring.model.importing import ImportStyle

# What goes on before or behind a number that is no day’s.
BEFORE, BEHIND = re.compile(r"[\w/.-]$"), re.compile(r"[\d/-]")
POSTED = re.compile(
    r"\W*(?:(?:first |originally )?(?:published|posted|recorded|added|written|told)\b|.*\badded\b)",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:updated|reviewed|edited|modified|next|received|accepted|revised)\b", re.IGNORECASE
)
FIRST = re.compile(r"\b(?:first|originally) (?:published|posted|appeared)\b", re.IGNORECASE)
LABEL = re.compile(r"(?:date )?(?:published|posted)(?: on)?:?", re.IGNORECASE)
ANOTHER = re.compile(r"\b(?:by|says?|said|wrote|reply|replied|commented|likes?)\b|@", re.IGNORECASE)
# Below a story its day stands among the first lines; the others are those of replies.
NEAR, LONGEST = 15, 90


def day_seen(lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> date | None:
    """Return the day that a byline names, or a line above the story, or one right below it."""
    filled = [line for line in lines if line.text]
    inside = [at for at, line in enumerate(filled) if look.is_body(line)]
    around = {"page", "byline", "subtitle", "tag"}
    above = [line for line in filled[: inside[0]] if look.roles.get(line.number) in around]
    below = filled[inside[-1] + 1 : inside[-1] + 1 + NEAR]
    bylines = look.all_of("byline", filled)
    told = [*bylines, *above, *(line for line in below if is_dated(line, style))]
    first = [day for line in told for day in days_in(first_part(line.text), style)]
    return next(iter(first), None)


def first_day(lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> date | None:
    """Return the day that a line outside the story gives for its first publication, in words."""
    filled = [line for line in lines if line.text and not look.is_body(line)]
    start = next((line.number for line in lines if look.is_body(line)), 0)
    for at, line in enumerate(filled):
        found = FIRST.search(line.text) if len(line.text) <= LONGEST else None
        told = OTHER.split(line.text[found.end() :])[0] if found else ""
        # Below a story, a label belongs to another one.
        if line.number < start and LABEL.fullmatch(line.text):
            told = " ".join(below.text for below in filled[at + 1 : at + 2])
        if (day := next(days_in(told, style), None)) and len(told) <= LONGEST:
            return day
    return None


def first_part(text: str) -> str:
    """Return a line without what says when it was sent in or changed, if it says more."""
    parts = re.split(r"[·|,;]\s+(?=[A-Za-z])|\s{3,}", text)
    kept = [part for part in parts if not OTHER.search(part)]
    return " · ".join(kept) or text


def is_dated(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line below a story says when that was published, or is nothing but a day."""
    rest, days = style.forms["day"].either.subn("", line.text)
    alone = days and len(rest.split()) <= len(("at", "9:30"))
    told = POSTED.match(line.text) is not None
    return len(line.text) <= LONGEST and (told or bool(alone and not ANOTHER.search(line.text)))


def days_in(text: str, style: ImportStyle) -> Iterator[date]:
    """Yield the days that a line names; what may be either of two is none, as in all forms."""
    for found in style.forms["day"].either.finditer(text):
        whole = not BEFORE.search(text[: found.start()]) and not BEHIND.match(text[found.end() :])
        if whole and (day := read_day(found[0], style.months)):
            yield day
