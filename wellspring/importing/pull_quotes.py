"""Find sentences that a page shows a second time, in large letters beside the text; called by body.

Only what stands word for word within a paragraph nearby is left out, so nothing is lost. A line
that comes again as a line is the author's refrain.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from wellspring.importing.interviews import QUOTES
from wellspring.importing.line import Line, ends_sentence, is_prose, straight

SHORTEST, LONGEST, LEAST_WORDS = 36, 280, 7
# A paragraph is so much longer, and stands so near.
LONGER, NEAR = 30, 8
MARKED = re.compile(r"(?:[-*+•#|]|\d+[.)]) ")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def pulled_in(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that repeat a sentence of a paragraph nearby."""
    filled = [line for line in lines if line.text]
    again = Counter(words_of(line.text) for line in filled)
    return frozenset(
        filled[at].number
        for at in range(len(filled))
        if can_be_pulled(filled, at)
        and again[words_of(filled[at].text)] == 1
        and is_near(filled, at)
    )


def can_be_pulled(filled: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a sentence of some length by itself, and no item of a list."""
    text = filled[at].text
    if not SHORTEST <= len(text) <= LONGEST or len(text.split()) < LEAST_WORDS:
        return False
    said = text[0] in QUOTES and text[-1] in QUOTES
    if MARKED.match(text) or not (ends_sentence(text) or said):
        return False
    above, below = texts_beside(filled, at)
    return not above.endswith(":") and not any(is_short(other) for other in (above, below))


def texts_beside(filled: Sequence[Line], at: int) -> tuple[str, str]:
    """Return the texts above and below a line."""
    above = filled[at - 1].text if at else ""
    return above, filled[at + 1].text if at + 1 < len(filled) else ""


def is_short(text: str) -> bool:
    """Tell whether a line is a short sentence, as items and talk are."""
    return ends_sentence(text) and not is_prose(text)


def is_near(filled: Sequence[Line], at: int) -> bool:
    """Tell whether a longer paragraph near a line has all its words, one after the other."""
    words = f" {words_of(filled[at].text)} "
    return any(words in f" {text} " for text in texts_near(filled, at))


def texts_near(filled: Sequence[Line], at: int) -> Iterator[str]:
    """Yield the words of the longer paragraphs near a line."""
    for other in filled[max(at - NEAR, 0) : at + NEAR + 1]:
        if len(other.text) >= len(filled[at].text) + LONGER:
            yield words_of(other.text)


def words_of(text: str) -> str:
    """Return the words of a text, in small letters, with blanks between."""
    return " ".join(WORD.findall(straight(text).casefold()))
