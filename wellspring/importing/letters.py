"""How letters begin and end, so that a name below “Yours,” is no heading and no tail.

Called by headings and tail.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from wellspring.importing.line import Line, ends_sentence, ends_with_mark

SALUTATION = re.compile(r"(?:Dear|Hello|Hi|Hey) [A-Z][\w .'’-]{0,40}[,:!]?")
CLOSING = re.compile(
    r"(?:(?:yours|love|with|best|warm|kind|kindest|all|many|sincerely|cheers|until|till|take|be"
    r"|thank|thanks|hugs|in|so|very|ever|your|as|from|go|sleep|rest|onwards?)\b[^.!?:;,]{0,40}),",
    re.IGNORECASE,
)
MOST_WORDS, LONGEST = 5, 40
# So many lines below what looks like a tail its letter may end.
MOST_BELOW = 4


def is_closing(text: str) -> bool:
    """Tell whether a line ends a letter: “Yours at half speed,”."""
    return CLOSING.fullmatch(text) is not None


def can_sign(text: str) -> bool:
    """Tell whether a line is short enough for a signature."""
    short = len(text) <= LONGEST and len(text.split()) <= MOST_WORDS
    return short and text[:1].isalpha() and not ends_with_mark(text)


def is_signature(above: Sequence[str], text: str, below: str) -> bool:
    """Tell whether a line signs a letter: below its closing words, or above the answer to it."""
    if not can_sign(text) or not above:
        return False
    answered = SALUTATION.fullmatch(below) and any(map(SALUTATION.fullmatch, above))
    return is_closing(above[-1]) or bool(answered and not SALUTATION.fullmatch(above[-1]))


def below_signature(lines: Sequence[Line], start: int, cut: int) -> int:
    """Return where a tail starts that begins with the signature of a letter: below it."""
    filled = [index for index in range(start, len(lines)) if lines[index].text]
    above = [index for index in filled if index < cut]
    near = [*above[-1:], *(index for index in filled if index >= cut)][: MOST_BELOW + 1]
    for closing, signed in pairwise(near if above else ()):
        if is_closing(lines[closing].text) and can_sign(lines[signed].text):
            return signed + 1
        # Above the farewell the letter goes on.
        if closing >= cut and not ends_sentence(lines[closing].text):
            break
    return cut
