"""What a printer puts on every page, between the lines of a text; called by story before all else.

A running head and a number stand in the middle of a sentence where a page ends, with blank lines
around them.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from wellspring.importing.line import Line, Note, ends_sentence

NUMBER = re.compile(r"\d+")
# Its words, with each number as “#”.
PAGE = re.compile(r"(?:.*\s)?page #(?: of #)?|- # -|.*\s{2,}#/#|.*\s#/#", re.IGNORECASE)
# So often it comes again, unless it says “of” how many pages it is.
AGAIN = 2
OF = re.compile(r"(?:.*\s)?page #(?: of #)", re.IGNORECASE)
BARE, FAR = re.compile(r"\d{1,3}"), 8
# A text in so many parts, or more, has a number for each.
PART, PARTS = re.compile(r"(?P<at>\d{1,3})/(?P<of>\d{1,3})"), 3
WIDE = re.compile(r"\s{2,}|\t")
# What stands at a page's end where a text goes on.
LEADS_ON = re.compile(
    r"\(?(?:continue[ds]|cont[.’']?d|turn) (?:opposite|over(?:leaf)?|(?:on|to) .{1,30})\)?\.?",
    re.IGNORECASE,
)
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
    own = {
        at
        for at, text in enumerate(words)
        if PAGE.fullmatch(text) and (counts[text] >= AGAIN or OF.fullmatch(text))
    }
    own |= bare_numbers(filled) | spread_heads(filled) | thread_marks(filled)
    if len(own) < AGAIN:
        return frozenset()
    heads = own | {at for side in (-1, 1) for at in heads_beside(filled, words, own, side)}
    heads |= {at - 1 for at in own if at and LEADS_ON.fullmatch(filled[at - 1].text)}
    return frozenset(filled[at].number for at in heads)


def bare_numbers(filled: Sequence[Line]) -> set[int]:
    """Return where lines are nothing but numbers that count pages: far apart, one up each time."""
    found = [(at, int(line.text)) for at, line in enumerate(filled) if BARE.fullmatch(line.text)]
    far = all(two[0] - one[0] >= FAR for one, two in pairwise(found))
    up = all(two[1] - one[1] == 1 for one, two in pairwise(found))
    return {at for at, _ in found} if len(found) >= AGAIN and far and up else set()


def thread_marks(filled: Sequence[Line]) -> set[int]:
    """Return where lines are nothing but the number of a thread's part: “2/9”."""
    found = [
        (at, int(part["at"]), part["of"])
        for at, line in enumerate(filled)
        if (part := PART.fullmatch(line.text))
    ]
    alike = len({of for _, _, of in found}) == 1
    up = all(two[1] - one[1] == 1 < two[0] - one[0] for one, two in pairwise(found))
    first = bool(found) and found[0][1] == 1
    return {at for at, _, _ in found} if len(found) >= PARTS and alike and up and first else set()


def spread_heads(filled: Sequence[Line]) -> set[int]:
    """Return where lines are a number and, far from it, words that come again with others.

    The pages on the left begin with it, those on the right end with it.
    """
    found: dict[frozenset[str], list[tuple[int, int, bool]]] = {}
    for at, line in enumerate(filled):
        parts = WIDE.split(line.text)
        numbers = [part for part in parts if BARE.fullmatch(part)]
        if len(numbers) == 1 < len(parts) and numbers[0] in {parts[0], parts[-1]}:
            words = frozenset(parts) - {numbers[0]}
            found.setdefault(words, []).append((at, int(numbers[0]), parts[0] == numbers[0]))
    runs = [run for run in found.values() if len(run) >= AGAIN]
    return {at for run in runs if all(map(turns, run, run[1:])) for at, _, _ in run}


def turns(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> bool:
    """Tell whether a page lies between two heads, or one ends a page and the other begins the next.

    Each is its place, its number, and whether it begins with that. Rows of a table are alike.
    """
    far = other[0] - one[0] >= FAR or one[2] is not other[2]
    return other[1] - one[1] == 1 and far


def heads_beside(
    filled: Sequence[Line], words: Sequence[str], own: Container[int], side: int
) -> Iterator[int]:
    """Yield the lines that come again on one side of pages' numbers, and elsewhere only on top."""
    near = {at for at in range(len(filled)) if words[at] and at not in own}
    near = {at for at in near if any(at - side * step in own for step in range(1, BESIDE + 1))}
    counts = Counter(words[at] for at in near)
    for at in near:
        every = [place for place, text in enumerate(words) if text == words[at]]
        others = [place for place in every if place not in near]
        on_top = sum(place <= BESIDE for place in others)
        is_head = counts[words[at]] + on_top >= AGAIN and on_top == len(others)
        if is_head and not ends_sentence(filled[at].text):
            yield at


def end_of_break(lines: Sequence[Line], index: int, marks: frozenset[int]) -> int:
    """Return the index of the first line of text below a page's end."""
    while index < len(lines) and (not lines[index].text or lines[index].number in marks):
        index += 1
    return index


def goes_on(kept: Sequence[Line], below: Line) -> bool:
    """Tell whether a line goes on with the last one above a page's end."""
    above = next((line for line in reversed(kept) if line.text), None)
    return above is not None and below.text[0].islower() and not ends_sentence(above.text)
