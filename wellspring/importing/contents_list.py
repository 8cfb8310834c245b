"""Find a page's list of a story's own headings, which is made anew where it is shown.

Called by body. Only lines that come again further down as lines of their own are of such a list, so
nothing of the author's is lost.
"""

import re
from collections.abc import Sequence

from wellspring.importing.line import Line, next_filled
from wellspring.importing.names import match_form
from wellspring.model.importing import ImportStyle

LEAST = 2
# The page that a heading is on, where the text was printed.
AT_PAGE = re.compile(r"(?:(?<=\w{2} \w{2})|(?<=\w{3}))(?: |\t|\s?(?:\. ?){3,}|…+\s?)\d{1,3}$")
NUMBERED = re.compile(r"^(?:[-*+•]|\d+[.)]?|#{1,6})\s+")


def contents_in(lines: Sequence[Line], style: ImportStyle) -> frozenset[int]:
    """Return the numbers of the lines of a list of contents, with the line above it."""
    for index, line in enumerate(lines):
        if line.text and match_form(style.forms["contents"], line):
            listed = listed_below(lines, index)
            if len(listed) >= LEAST:
                return frozenset({line.number, *listed})
    return frozenset()


def listed_below(lines: Sequence[Line], index: int) -> list[int]:
    """Return the numbers of the lines below one that come again, each further down than all."""
    numbers: list[int] = []
    words: list[str] = []
    seen = set[str]()
    at = next_filled(lines, index + 1)
    while at < len(lines) and words_of(lines[at]) not in seen:
        words.append(words_of(lines[at]))
        seen |= {words[-1], without_page(words[-1])}
        numbers.append(lines[at].number)
        at = next_filled(lines, at + 1)
    again = {words_of(line) for line in lines[at:]}
    words = [word if word in again else without_page(word) for word in words]
    while words and words[-1] not in again:
        words.pop()
        numbers.pop()
    return numbers if all(word in again for word in words) else []


def without_page(words: str) -> str:
    """Return the words of a heading without the number of its page."""
    return AT_PAGE.sub("", words)


def words_of(line: Line) -> str:
    """Return the words of a heading, however it is marked."""
    return NUMBERED.sub("", line.plain).strip("*_ :").casefold()
