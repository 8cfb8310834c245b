"""Notes below a story that its words refer to, as newsletters have; called by story and output.

A copied page has “orthosomnia.[1]” in a paragraph, and below the story a line “1” above the note,
or “[1] The note”. Taken apart before all else, they become footnotes in Markdown
(https://python-markdown.github.io/extensions/footnotes/).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wellspring.importing.line import Line, ends_sentence, next_filled
from wellspring.importing.markdown import escape
from wellspring.importing.names import match_form
from wellspring.model.importing import TAIL, ImportStyle

REFERENCE = re.compile(r"(?<=[^\s\[(])\[(\d{1,2})\](?![(:])")
LONE, MARKED = re.compile(r"\[?(\d{1,2})\]?[.:]?"), re.compile(r"\[(\d{1,2})\]:?\s+(?P<text>\S.*)")
# What a note holds that is no sentence: an address, a year.
SOURCED = re.compile(r"https?://|\b(?:19|20)\d\d\b")
# Of a line of a story that may refer to a note.
SHORTEST = 30


def take_footnotes(lines: Sequence[Line], style: ImportStyle) -> tuple[list[Line], dict[int, Line]]:
    """Return lines without the notes that they refer to, and these by their numbers.

    All must be there, from 1 on, right below each other and above anything of the page: below it
    numbers count likes, and what follows them is a reader's. A list with a heading such as
    “Sources” is the author's own, and stays as it is.
    """
    references = [
        line for line in lines if REFERENCE.search(line.text) and len(line.text) >= SHORTEST
    ]
    wanted = {int(found) for line in references for found in REFERENCE.findall(line.text)}
    if not wanted or wanted != set(range(1, len(wanted) + 1)):
        return list(lines), {}
    start = next(at for at, line in enumerate(lines) if line is references[-1]) + 1
    notes, taken = dict[int, Line](), set[int]()
    while start < len(lines) and len(notes) < len(wanted):
        note, used = note_at(lines, start, len(notes) + 1)
        if note:
            notes[len(notes) + 1] = note
            taken |= used
        elif lines[start].text and (notes or is_end(lines[start], style)):
            break
        start = max(used, default=start) + 1
    if len(notes) < len(wanted):
        return list(lines), {}
    return [replace(line, text="") if at in taken else line for at, line in enumerate(lines)], notes


def note_at(lines: Sequence[Line], at: int, number: int) -> tuple[Line | None, set[int]]:
    """Return the note of a number that begins at a line, and the indexes of all its lines."""
    line = lines[at]
    marked, lone = MARKED.fullmatch(line.text), LONE.fullmatch(line.text)
    if marked and int(marked[1]) == number:
        return replace(line, text=marked["text"]), {at}
    below = next_filled(lines, at + 1)
    if not lone or int(lone[1]) != number or below == len(lines):
        return None, set()
    text = lines[below].text
    said = ends_sentence(text) or SOURCED.search(text) is not None
    return (lines[below], {at, below}) if said else (None, set())


def is_end(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line heads a list of sources, or is a part of the page below a story."""
    headed = match_form(style.forms["heading"], line) is not None
    return headed or style.zones[TAIL].fullmatch(line.plain.casefold()) is not None


def with_footnotes(body: str, notes: Mapping[int, Line], *, markdown: bool) -> str:
    """Return a body in Markdown with its references and its notes."""
    if not notes:
        return body
    linked = REFERENCE.sub(lambda found: f"[^{found[1]}]", body)
    said = [
        f"[^{number}]: {escape(note.text, markdown=markdown)}" for number, note in notes.items()
    ]
    return "\n".join([f"{linked}\n", *said])
