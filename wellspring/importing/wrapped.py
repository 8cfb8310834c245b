"""Paragraphs that were broken into lines of a window's width, joined again; called by read_body.

A line was broken if the first word below it had no place any more at its end.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from wellspring.importing.line import Line
from wellspring.importing.verses import verses_in

NARROWEST, WIDEST, LEAST = 45, 100, 3
MARKED = re.compile(r"(?:[-*+•>|#o]|\d+[.)]) |```|~~~|\|")
GOES_ON = re.compile(r"(?:,|\b(?:and|or|the|a|of))$")
# So many lines that go on below are full; so many of what is below begin small.
FULL, SMALL = 0.6, 0.2
# Who breaks lines by hand leaves some letters free.
FREE = 4


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, joined within each paragraph if the text was broken to a width."""
    kept = frozenset(line.number for group in verses_in(lines) for line in group)
    width = width_of([line for line in lines if line.number not in kept])
    runs_on = any(line.runs_on for line in lines)
    return list(joined(lines, width, kept)) if width or runs_on else list(lines)


def width_of(lines: Sequence[Line]) -> int:
    """Return the width that a text was broken to, in letters; 0 if it was not."""
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if line.text and below.text and below.indent <= line.indent
        if not MARKED.match(line.text) and not MARKED.match(below.text)
    ]
    long = [(line, below) for line, below in pairs if len(line.text) >= NARROWEST]
    width = max((len(line.text) for line, _ in long), default=0) - FREE
    if len(long) < LEAST - 1 or width > WIDEST:
        return 0
    full = sum(had_to_break(line, below, width) for line, below in long)
    small = sum(below.text[0].islower() for _, below in long)
    return width if full >= FULL * len(long) and small >= SMALL * len(long) else 0


def had_to_break(line: Line, below: Line, width: int) -> bool:
    """Tell whether the first word of a line had no place any more at the end of that above it."""
    return len(line.text) + len(below.text.split(maxsplit=1)[0]) + 1 > width


def joined(lines: Sequence[Line], width: int, kept: Collection[int]) -> Iterator[Line]:
    """Yield the lines, those of a paragraph or of an item as one; some are kept as they are."""
    held = last = None
    for line in lines:
        if held and last and line.number not in kept and goes_on(held, last, line, width):
            held = Line(held.number, f"{held.text} {line.text}", held.indent)
        else:
            if held:
                yield held
            held = line
        last = line
    if held:
        yield held


def begins(last: Line, line: Line, width: int) -> bool:
    """Tell whether a line set in below an item is a paragraph's first: the item was not full."""
    return line.text[0].isupper() and ends_item(last.text) and not had_to_break(last, line, width)


def ends_item(text: str) -> bool:
    """Tell whether nothing in a line says that it goes on."""
    return GOES_ON.search(text) is None


def goes_on(held: Line, last: Line, line: Line, width: int) -> bool:
    """Tell whether a line goes on with what is held, whose last line stands above it.

    In a text without a width only those do that are known to.
    """
    if not (held.text and line.text) or MARKED.match(line.text):
        return False
    if line.runs_on or not width:
        return line.runs_on
    if MARKED.match(held.text) and line.indent > held.indent and not begins(last, line, width):
        return True
    return line.indent <= last.indent and had_to_break(last, line, width)
