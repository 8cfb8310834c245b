"""Paragraphs that were broken into lines of a window's width, joined again; called by read_body.

A line was broken if the first word below it had no place any more at its end. A word that was torn
at a line's end becomes whole; a compound keeps its hyphen.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wellspring.importing.line import Line, ends_sentence, ends_with_mark
from wellspring.importing.verses import (
    COLUMN,
    FREE,
    NARROWEST,
    WIDEST,
    had_to_break,
    verses_in,
)

MARKED = re.compile(r"(?:[-*+•>|#o]|\d+[.)]) |```|~~~|\|")
GOES_ON = re.compile(r"(?:,|\b(?:and|or|the|a|of))$")
# How long lines are, at least, how many there are, how many of them are full, and how many of what
# is below begin small: those of a window, and those of a column.
IN_WINDOW, IN_COLUMN = (NARROWEST, 2, 0.6, 0.2), (COLUMN, 12, 0.8, 0.4)
QUOTED = re.compile(r"> ?(?=[^>\s])")
TORN, REST = re.compile(r"(?<![^\W_])(?P<left>[^\W\d_]+)-\Z"), re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# A text with many lines so much longer was not broken.
BEYOND = 40


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins lines: `own` are the words of their text in small letters, `knows` tells of others."""

    own: frozenset[str]
    knows: Callable[[str], bool]

    def join(self, text: str, more: str) -> str:
        """Return a text with the line that goes on with it."""
        torn, rest = TORN.search(text), REST.match(more)
        if not torn or not rest:
            return f"{text} {more}"
        left, right = torn["left"].casefold(), rest[0]
        if right[0].isupper():
            return text + more  # “anti-European”
        both = self.is_word(left) and self.is_word(right)
        apart = f"{left}-{right}" in self.own or (both and not self.is_word(left + right))
        return text + more if apart else text.removesuffix("-") + more

    def is_word(self, word: str) -> bool:
        """Tell whether letters are a word."""
        return word in self.own or self.knows(word)


def knows_none(_word: str) -> bool:
    """Know no words but those of a text."""
    return False


def unwrapped(lines: Sequence[Line], knows: Callable[[str], bool] = knows_none) -> list[Line]:
    """Return the lines, joined within each paragraph if the text was broken to a width.

    `knows` tells whether letters are a word.
    """
    kept = frozenset(line.number for group in verses_in(lines) for line in group)
    width = text_width([line for line in lines if line.number not in kept])
    if not (width or any(line.runs_on for line in lines)):
        return list(lines)
    return list(joined(lines, width, kept, Joiner(whole_words(lines), knows)))


def text_width(lines: Sequence[Line]) -> int:
    """Return the width that a text without verses was broken to, in letters; 0 if it was not."""
    return width_of(lines, *IN_WINDOW) or width_of(lines, *IN_COLUMN)


def whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of lines in small letters, without those that may be torn between two."""
    found = set[str]()
    torn = False
    for line in lines:
        words = WORD.findall(line.text.casefold())
        words = words[1:] if torn else words
        torn = TORN.search(line.text) is not None
        found |= set(words[:-1] if torn else words)
    return frozenset(found)


def width_of(
    lines: Sequence[Line], narrowest: int, least: int, most_full: float, most_small: float
) -> int:
    """Return the width that a text was broken to, in letters; 0 if it was not."""
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if line.text and below.text and below.indent <= line.indent
        if not MARKED.match(line.text) and not MARKED.match(below.text)
    ]
    long = [(line, below) for line, below in pairs if len(line.text) >= narrowest]
    width = max((len(line.text) for line, _ in long), default=0) - FREE
    longer = sum(len(line.text) > width + BEYOND for line in lines)
    if len(long) < least or width > WIDEST or longer * 2 > len(long):
        return 0
    full = sum(had_to_break(line, below, width) for line, below in long)
    small = sum(below.text[0].islower() for _, below in long)
    return width if full >= most_full * len(long) and small >= most_small * len(long) else 0


def joined(
    lines: Sequence[Line], width: int, kept: frozenset[int], joiner: Joiner
) -> Iterator[Line]:
    """Yield the lines, those of a paragraph or of an item as one; some are kept as they are."""
    held = last = None
    for line, below in zip(lines, filled_below(lines), strict=True):
        if not line.text and breaks_off(held, last, below, width, kept):
            continue
        if held and last and line.number not in kept and goes_on(held, last, line, width):
            more = QUOTED.sub("", line.text, count=1) if QUOTED.match(held.text) else line.text
            held = Line(held.number, joiner.join(held.text, more), held.indent)
        else:
            if held:
                yield held
            held = line
        last = line
    if held:
        yield held


def filled_below(lines: Sequence[Line]) -> list[Line | None]:
    """Return for each line itself, or the next one with words."""
    found: list[Line | None] = []
    below: Line | None = None
    for line in reversed(lines):
        below = line if line.text else below
        found.append(below)
    return found[::-1]


def breaks_off(
    held: Line | None, last: Line | None, line: Line | None, width: int, kept: frozenset[int]
) -> bool:
    """Tell whether a sentence goes on behind blank lines, as where a column ends.

    `line` is the next one with words.
    """
    if not (held and last and line and width) or not kept.isdisjoint((last.number, line.number)):
        return False
    if MARKED.match(held.text):
        return False
    is_full = len(last.text) * 2 >= width and not ends_with_mark(last.text)
    return is_full and line.text[0].islower()


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
    both = QUOTED.match(last.text) and QUOTED.match(line.text)
    if not (held.text and line.text) or (MARKED.match(line.text) and not both):
        return False
    if line.runs_on or not width:
        return line.runs_on
    if line.text.isupper() and ends_sentence(last.text):
        return False  # a heading
    if MARKED.match(held.text) and line.indent > held.indent and not begins(last, line, width):
        return True
    return line.indent <= last.indent and had_to_break(last, line, width)
