"""The header of a letter or of an author's own file, taken apart before all else; called by story.

“From: … / To: … / Date: … / Subject: …” is what e-mail has above a text, with buttons above that;
authors write “Title: … / Word count: …” likewise. What such lines say of the story is left to the
head; the rest of them, and all above them, is none of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wellspring.importing.line import Line, Note, is_prose

FIELD = re.compile(r"(?P<key>[A-Z][A-Za-z]*(?:[ -][A-Za-z]+){0,2}) ?: (?P<value>.{0,200})")
TITLED = re.compile(r"title|headline|subject|betreff", re.IGNORECASE)
# What says something of the story, or of who wrote it and when.
OF_STORY = re.compile(
    r"(?:sub)?title|headline|subheading|dek|tagline|subject|betreff|from|sender|by"
    r"|(?:written|words) by|authors?|writer|date|sent"
    r"|(?:published|written|posted)(?: on| time| date)?|tags?|keywords?|topics?"
    r"|category|community|section|summary|know more|bio|about the author",
    re.IGNORECASE,
)
# “Sent: Tue 9:14 AM” names no day.
SENT, YEAR = re.compile(r"sent", re.IGNORECASE), re.compile(r"(?:19|20)\d\d")
# So many lines in a row are a header; so many filled ones may stand above it.
LEAST, MOST_ABOVE = 3, 12


def without_letterhead(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Return lines without what a header says that is not of the story, and notes on that."""
    filled = [line for line in lines if line.text]
    header = header_in(filled)
    if not header:
        return list(lines), []
    start = filled.index(header[0])
    gone = [*filled[:start], *(line for line in header if not is_of_story(line))]
    numbers = {line.number for line in gone}
    kept = [replace(line, text="") if line.number in numbers else line for line in lines]
    return kept, [Note(line.number, "page", line.text) for line in gone]


def header_in(filled: Sequence[Line]) -> list[Line]:
    """Return the lines of a header with a title, each the field of one; none if there is none."""
    for run in runs_of_fields(filled):
        keys = [found["key"].casefold() for line in run if (found := FIELD.fullmatch(line.text))]
        titled = sum(TITLED.fullmatch(key) is not None for key in keys) == 1
        if titled and len(run) >= LEAST and len(set(keys)) == len(keys):
            return run
    return []


def runs_of_fields(filled: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of fields near the beginning of a source, above any prose."""
    run = list[Line]()
    for at, line in enumerate(filled):
        if FIELD.fullmatch(line.text):
            run.append(line)
            continue
        if run:
            yield run
        run = []
        if at >= MOST_ABOVE or is_prose(line.text):
            return
    if run:
        yield run


def is_of_story(line: Line) -> bool:
    """Tell whether a field says something of the story."""
    found = FIELD.fullmatch(line.text)
    if not found or not found["value"] or not OF_STORY.fullmatch(found["key"]):
        return False
    return not SENT.fullmatch(found["key"]) or YEAR.search(found["value"]) is not None
