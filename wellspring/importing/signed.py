"""Find what readers wrote by its form: a name, a day, some words, once or again; called by tail.

No platform's words are needed: who signs with a day below a story is a reader. Cards of other
stories have names and days as well, below a title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellspring.importing.line import LONGEST_MARK, Line, ends_sentence, is_prose
from wellspring.importing.names import is_name, match_form
from wellspring.model.importing import ImportStyle

LONGEST_NAME, NAME_WORDS = 40, 5
# So many lines below a name its day may stand, among small things such as a dot.
NEAR = 2
HANDLE = re.compile(r"@?[\w.-]{2,30}")
DOT = re.compile(
    r"[\W_]{1,3}|author|.{2,40}(?:'s|’s)? (?:profile image|avatar|photo)", re.IGNORECASE
)
# “Sam Sample, Leeds, 4 March 2021”; “Sam Sample (4 years ago)”.
TOGETHER = re.compile(
    r"(?P<name>[^,|(·•:–—]{2,40}?)(?:, [^,|]{2,30})?(?:,| \||  ?[·•]| \(| [–—-]| on| at|:) ?"
    r"(?P<stamp>[^()]{2,40}?)\)?:?"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Where a name and a day stand, and whether a sentence stands right below them."""

    lines: tuple[int, ...]
    says: bool


def signatures(lines: Sequence[Line], style: ImportStyle, start: int) -> list[Signature]:
    """Return the names with days among the lines from `start` on."""
    filled = [i for i in range(start, len(lines)) if lines[i].text]
    found: list[Signature] = []
    at = 0
    while at < len(filled):
        size = signed_at(lines, filled[at : at + NEAR + 2], style)
        if size:
            below = filled[at + size : at + size + 1]
            says = any(is_said(lines[i].text) for i in below)
            found.append(Signature(tuple(filled[at : at + size]), says))
        at += max(size, 1)
    return found


def signed_at(lines: Sequence[Line], places: Sequence[int], style: ImportStyle) -> int:
    """Return how many lines a name with a day takes at a place; none if there is no such."""
    line = lines[places[0]]
    if len(line.text) > LONGEST_MARK or is_prose(line.text):
        return 0
    together = TOGETHER.fullmatch(line.plain)
    if (
        together
        and can_sign(together["name"])
        and match_form(style.forms["stamp"], Line(0, together["stamp"].strip()))
    ):
        return 1
    if not can_sign(line.text):
        return 0
    for size, place in enumerate(places[1:], start=2):
        if match_form(style.forms["stamp"], lines[place]):
            return size
        if not DOT.fullmatch(lines[place].text) and lines[place].text != line.text:
            return 0
    return 0


def can_sign(text: str) -> bool:
    """Tell whether a short line can be a reader's name."""
    return (
        len(text) <= LONGEST_NAME
        and len(text.split()) <= NAME_WORDS
        and not ends_sentence(text)
        and (is_name(text) or HANDLE.fullmatch(text) is not None)
        and any(map(str.isalpha, text))
    )


def is_said(text: str) -> bool:
    """Tell whether a line is what somebody says, and no title."""
    return is_prose(text) or ends_sentence(text) or text[:1].islower()
