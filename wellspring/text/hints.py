"""What the pieces of a sentence tell of a lexicon before it is taken apart into words.

Made while a lexicon is loaded, read by the checker. What starts with one word and goes on with
another has a number, which stands under the pieces of both; what is told may be too much, never
too little.
"""

import re
from collections.abc import Iterator

from wellspring.model.frame import Hints, Lexicon
from wellspring.model.phrase import LEAST
from wellspring.text.idioms import OPEN

RUN = re.compile(r"[^\W_]+")
# Stands under what every sentence tells; no piece is empty.
ALWAYS = ""


def hints_of(lexicon: Lexicon) -> Hints:
    """Return what the pieces of a sentence tell of a lexicon."""
    hints, numbers = Hints(), dict[tuple[int, str], int]()
    for word, rest, kinds in entries(lexicon):
        part = rarest(rest)
        if not part:
            for piece in pieces(word):
                hints.alone[piece] = hints.alone.get(piece, 0) | kinds
            continue
        number = numbers.setdefault((kinds, part), len(numbers))
        if number == len(hints.kinds):
            hints.kinds.append(kinds)
            for other in part.split("|"):
                add(hints.ends, other, number)
        add(hints.starts, word, number)
    return hints


def entries(lexicon: Lexicon) -> Iterator[tuple[str, str, int]]:
    """Yield what a lexicon holds: its first word, the rest of its words, its lists."""
    for word, rests in lexicon.things.items():
        for rest, kinds in rests.items():
            yield word, rest, kinds
    for word, idioms in lexicon.doings.items():
        for rest, forms in idioms.items():
            kinds = 0
            for bits in forms.values():
                kinds |= bits
            yield word, rest, kinds


def rarest(rest: str) -> str:
    """Return the longest part that cannot be left out, as few sentences hold it; or nothing."""
    parts = [part for part in rest.split() if part not in OPEN and not part.endswith("?")]
    return max(reversed(parts), key=rareness, default="")


def rareness(part: str) -> int:
    """Return how many letters a part has at least; none if no piece tells that it is there."""
    words = part.split("|")
    return min(0 if ALWAYS in pieces(word) else len(word) for word in words)


def add(told: dict[str, list[int]], word: str, number: int) -> None:
    """Add a number to each piece by which a word may be known, once."""
    for piece in pieces(word):
        numbers = told.setdefault(piece, [])
        if number not in numbers[-1:]:
            numbers.append(number)


def pieces(word: str) -> tuple[str, ...]:
    """Return the pieces of a text of which one is there if a word is.

    The “n” is that of “don't”, whose first piece is “don” and whose first word is “do”.
    """
    run = max(RUN.findall(word), key=len, default="")
    if len(run) >= LEAST:
        return run, f"{run}n"
    known = [
        letter for letter in word if letter.isdecimal() or not (letter.isalnum() or letter == "_")
    ]
    return (known[0], f"{known[0]}n") if known else (ALWAYS,)
