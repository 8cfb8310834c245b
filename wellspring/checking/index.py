"""Phrases by the words that they need; called by Rulebook to find those worth trying.

Each phrase is one bit of a whole number, so that a sentence asks for all of them at once: the
phrases that its words allow, less those that lack one of the other words they need. A sentence's
cost depends on its own words, hardly on how many phrases there are.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from wellspring.checking.hints import Teller
from wellspring.model.frame import Lexicon
from wellspring.model.phrase import DIGIT, LEAST
from wellspring.text.tables import SLOTS, Keys, Tables

# What a sentence is asked by: words, digits, marks.
PIECE = re.compile(rf"[^\W_]{{{LEAST},}}|[^\w\s]|\d")


class PhraseIndex(dict[str, int]):
    """The needs that each piece of a text meets, told when it is first met."""

    def __init__(self, tables: Tables, lexicon: Lexicon | None = None) -> None:
        super().__init__()
        self.tables = tables
        self.teller = teller = Teller(lexicon or Lexicon())
        self.all = (1 << tables.size) - 1
        self.needed = SLOTS * tables.size
        self.always = tables.always | teller.always << self.needed
        self.by_part: dict[str, list[str]] = {}
        for part in tables.parts:
            self.by_part.setdefault(part[:LEAST], []).append(part)

    def met(self, text: str) -> int:
        """Return the phrases that may match in a text, each one bit."""
        return self.whole(self.needs(text))

    def needs(self, text: str) -> int:
        """Return the needs that a text meets, those that nobody need meet, and what it tells."""
        return reduce(or_, filter(None, map(self.__getitem__, PIECE.findall(text))), self.always)

    def whole(self, needs: int) -> int:
        """Return the phrases all of whose needs are met."""
        size = self.tables.size
        found = needs & self.all
        for slot in range(1, SLOTS):
            found &= needs >> slot * size
        return found

    def kinds(self, needs: int) -> int:
        """Return the lists of frames that a text may hold words of, by the needs that it meets."""
        return self.teller.kinds(needs >> self.needed)

    def __missing__(self, piece: str) -> int:
        groups: set[int] = set()
        for keys, texts in self.keys_of(piece):
            for text in texts:
                groups.update(keys.get(text, ()))
        found = reduce(or_, (self.tables.groups[group] for group in groups), 0)
        self[piece] = found = found | self.teller.told(piece) << self.needed
        return found

    def keys_of(self, piece: str) -> Iterator[tuple[Keys, Iterable[str]]]:
        """Yield the tables in which a piece of a text stands, with the keys it has there."""
        tables = self.tables
        yield tables.marks, {DIGIT if letter.isdecimal() else letter for letter in piece}
        yield tables.words, (piece,)
        yield tables.starts, (piece[:end] for end in range(LEAST, len(piece) + 1))
        for start in range(len(piece) - LEAST + 1):
            parts = self.by_part.get(piece[start : start + LEAST], ())
            yield tables.parts, (part for part in parts if piece.startswith(part, start))


def numbers_in(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set."""
    while bits:
        last = bits & -bits
        yield last.bit_length() - 1
        bits ^= last
