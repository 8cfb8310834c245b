"""The day of a story in lines that no form of ours knows; called by overrule."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from wellspring.importing.line import Line
from wellspring.importing.names import read_day
from wellspring.importing.second_look import SecondLook

DAY = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?[a-z]{3,9}\.?,? \d{4}"
    r"|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?[,.]? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4})(?![\d/-])",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]\d{4}")
MONTHS = 12
POSTED = re.compile(
    r"\W*(?:(?:first |originally )?(?:published|posted|recorded|added|written|told)\b|.*\badded\b)",
    re.IGNORECASE,
)
LATER = re.compile(r"\b(?:updated|reviewed|edited|modified|next)\b", re.IGNORECASE)
ANOTHER = re.compile(r"\b(?:by|says?|said|wrote|reply|replied|commented|likes?)\b|@", re.IGNORECASE)
# Below a story its day stands among the first lines; the others are those of replies.
NEAR, LONGEST = 15, 90


def day_seen(lines: Sequence[Line], look: SecondLook, months: Mapping[str, int]) -> date | None:
    """Return the day that a byline names, or a line above the story, or one right below it.

    `months` are those of other languages.
    """
    filled = [line for line in lines if line.text]
    inside = [at for at, line in enumerate(filled) if look.is_body(line)]
    around = {"page", "byline", "subtitle", "tag"}
    above = [line for line in filled[: inside[0]] if look.roles.get(line.number) in around]
    below = filled[inside[-1] + 1 : inside[-1] + 1 + NEAR]
    bylines = look.all_of("byline", filled)
    told = [*bylines, *above, *(line for line in below if is_dated(line))]
    first = [day for line in told for day in days_in(first_part(line.text), months)]
    return next(iter(first), None)


def first_part(text: str) -> str:
    """Return a line without what says when it was changed, if it says more."""
    kept = [part for part in re.split(r"[·|,;]\s+(?=[A-Za-z])", text) if not LATER.search(part)]
    return " · ".join(kept) or text


def is_dated(line: Line) -> bool:
    """Tell whether a line below a story says when that was published, or is nothing but a day."""
    alone = len(DAY.sub("", line.text).split()) <= len(("at", "9:30")) and DAY.search(line.text)
    told = POSTED.match(line.text) is not None
    return len(line.text) <= LONGEST and (told or bool(alone and not ANOTHER.search(line.text)))


def days_in(text: str, months: Mapping[str, int]) -> Iterator[date]:
    """Yield the days that a line names; “05/02/2026” may be either of two and is none."""
    for found in DAY.finditer(text):
        numbers = NUMBERS.fullmatch(found[0])
        if numbers and max(int(numbers[1]), int(numbers[2])) <= MONTHS:
            continue
        if day := read_day(found[0].title(), months):
            yield day
