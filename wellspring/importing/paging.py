"""What a printer puts on every page, between the lines of a text; called by story before all else.

A running head and a number stand in the middle of a sentence where a page ends, with blank lines
around them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.line import Line, Note, ends_sentence

NUMBER = re.compile(r"\d+")
# Its words, with each number as “#”.
PAGE = re.compile(r"(?:.*\s)?page #(?: of #)?|- # -|.*\s{2,}#/#|.*\s#/#", re.IGNORECASE)
# So often it comes again, unless it says “of” how many pages it is.
AGAIN = 2
OF = re.compile(r"(?:.*\s)?page #(?: of #)", re.IGNORECASE)
# A head stands so many filled lines above or below the number of a page.
BESIDE = 2
LONGEST = 120


def without_pages(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Return lines without heads and numbers of pages, and notes on these.

    A paragraph that went on over a page's end goes on again.
    """
    marks = page_marks(lines)
    if not marks:
        return list(lines), []
    kept: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.number not in marks:
            kept.append(line)
            index += 1
            continue
        index = end_of_break(lines, index, marks)
        below = lines[index] if index < len(lines) else None
        if below and goes_on(kept, below):
            while not kept[-1].text:
                kept.pop()
            kept.append(replace(below, runs_on=True))
            index += 1
        else:
            kept.append(replace(line, text="", indent=0))
    notes = [Note(line.number, "page", line.text) for line in lines if line.number in marks]
    return kept, notes


def page_marks(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that belong to no page's text."""
    filled = [line for line in lines if line.text]
    words = [NUMBER.sub("#", line.text) if len(line.text) <= LONGEST else "" for line in filled]
    counts = Counter(words)
    own = [
        at
        for at, text in enumerate(words)
        if PAGE.fullmatch(text) and (counts[text] >= AGAIN or OF.fullmatch(text))
    ]
    if len(own) < AGAIN:
        return frozenset()
    found = set(own)
    for at in own:
        near = range(max(0, at - BESIDE), min(len(filled), at + BESIDE + 1))
        found.update(each for each in near if counts[words[each]] >= AGAIN and words[each])
    return frozenset(filled[at].number for at in found)


def end_of_break(lines: Sequence[Line], index: int, marks: frozenset[int]) -> int:
    """Return the index of the first line of text below a page's end."""
    while index < len(lines) and (not lines[index].text or lines[index].number in marks):
        index += 1
    return index


def goes_on(kept: Sequence[Line], below: Line) -> bool:
    """Tell whether a line goes on with the last one above a page's end."""
    above = next((line for line in reversed(kept) if line.text), None)
    return above is not None and below.text[0].islower() and not ends_sentence(above.text)
