"""Who wrote a story and when, where its very last lines say so; called by told.

Texts from a word processor or a notes app have no page around them, and often end with “By Robin
Example” or “Updated 5 May 2024”. A name alone says something below a farewell only: else it may be
a place or somebody quoted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wellspring.importing.dateline import Dateline, read_dateline
from wellspring.importing.full_names import CREDITED, is_full_name
from wellspring.importing.letters import is_closing
from wellspring.importing.line import Line, Note
from wellspring.importing.names import match_form
from wellspring.importing.zone import TITLE_WORD, small_words
from wellspring.model.importing import ImportStyle

# So many lines may say it, below so many lines of a story.
MOST, LEAST = 3, 2
QUOTE = ("“", '"', ">", "‘", "«")
FIRST = re.compile(r"(?:first |originally )?published\b", re.IGNORECASE)
SURE = frozenset({"byline", "dated", "changed"})


@dataclass(slots=True)
class Ending:
    """What the last lines of a story say, the notes on those that go, and what is left."""

    lines: Sequence[Line]
    author: str = ""
    day: date | None = None
    changed: date | None = None
    # Whether the day is that of the first publication, whatever stands above the story.
    is_first: bool = False
    notes: list[Note] = field(default_factory=list)


def read_ending(lines: Sequence[Line], style: ImportStyle) -> Ending:
    """Return what the last lines of a story say of its author and its day."""
    found = Ending(lines)
    small = small_words(lines)
    filled = [at for at, line in enumerate(lines) if line.text]
    credits_below = list[Note]()
    for place in range(len(filled) - 1, max(LEAST, len(filled) - MOST) - 1, -1):
        line, above = lines[filled[place]], lines[filled[place - 1]]
        if CREDITED.match(line.text):
            credits_below.append(Note(line.number, "credit", line.text))
            continue
        said = said_by(line, above, style)
        if said is None or not small.isdisjoint(said.name.casefold().split()):
            break
        found.author = found.author or said.name
        found.day, found.changed = found.day or said.day, found.changed or said.changed
        found.is_first = found.is_first or FIRST.match(line.text) is not None
        kind = min(said.kinds & SURE)
        found.notes += [*credits_below, Note(line.number, kind, line.text)]
        credits_below.clear()
        found.lines = lines[: filled[place]]
    found.author = found.author or signed_by(found.lines)
    return found


def signed_by(lines: Sequence[Line]) -> str:
    """Return the full name below the farewell that ends a letter: “All best,”."""
    *above, last = [line.text for line in lines if line.text][-2:] or [""]
    return last if is_full_name(last) and any(map(is_closing, above)) else ""


def said_by(line: Line, above: Line, style: ImportStyle) -> Dateline | None:
    """Return what a line says as nothing but a byline or a day does; none below what is quoted."""
    said = read_dateline(line, style)
    # Two days are those of a life.
    days = len(list(style.forms["day"].either.finditer(line.plain)))
    if said is None or days > 1 or not is_sure(said):
        return None
    other = above.text.startswith(QUOTE) or match_form(style.forms["know-more"], above)
    return None if other and said.name else said


def is_ending(lines: Sequence[Line], style: ImportStyle) -> bool:
    """Tell whether lines say who has written a story, or when, and nothing else."""
    filled = [line for line in lines if line.text]
    said = [read_dateline(line, style) for line in filled[:MOST]]
    return 0 < len(filled) <= MOST and all(it is not None and is_sure(it) for it in said)


def is_sure(said: Dateline) -> bool:
    """Tell whether a line says who or when as nothing but a byline does."""
    name = said.name
    named = "byline" not in said.kinds or (is_full_name(name) and not TITLE_WORD.search(name))
    return bool(said.kinds & SURE) and named and bool(name or said.day or said.changed)
