"""Cut a text into the pieces of words that small networks know; called by weights.

The way is WordPiece, as BERT's uncased models use it (https://arxiv.org/abs/1810.04805): small
letters without accents, every mark by itself, and of each word the longest known beginning, again
and again.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

UNKNOWN, FIRST, LAST, GOES_ON = "[unk]", "[cls]", "[sep]", "##"
# A word that no one writes; longer ones are unknown.
LONGEST = 60
TOKEN = re.compile(r"\[(?:title|heading|quote|item|note|table|source|join)\]|\w+|[^\w\s]")


class Pieces:
    """Knows the numbers of pieces; the pieces of a word that was met are kept."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers
        self.known: dict[str, tuple[int, ...]] = {}

    def cut(self, text: str) -> tuple[list[int], list[int]]:
        """Return the numbers of a text's pieces, and where in the text each begins.

        The first stands for the text as a whole, the last for its end.
        """
        found, places = [self.numbers[FIRST]], [0]
        for token in TOKEN.finditer(text):
            word = token[0]
            pieces = self.known.get(word)
            if pieces is None:
                self.known[word] = pieces = tuple(self.pieces_of(plain(word)))
            found.extend(pieces)
            places.extend([token.start()] * len(pieces))
        return [*found, self.numbers[LAST]], [*places, len(text)]

    def is_word(self, word: str) -> bool:
        """Tell whether letters are a word that is known as a whole."""
        return plain(word) in self.numbers

    def pieces_of(self, word: str) -> Iterator[int]:
        """Yield the numbers of a word's pieces, or of the one for what is unknown."""
        if word in self.numbers or len(word) > LONGEST:
            yield self.numbers.get(word, self.numbers[UNKNOWN])
            return
        found, start = list[int](), 0
        while start < len(word):
            end = self.longest(word, start)
            if end == start:
                yield self.numbers[UNKNOWN]
                return
            found.append(self.numbers[piece(word, start, end)])
            start = end
        yield from found

    def longest(self, word: str, start: int) -> int:
        """Return where the longest known piece of a word ends that begins at a place."""
        end = len(word)
        while end > start and piece(word, start, end) not in self.numbers:
            end -= 1
        return end


def piece(word: str, start: int, end: int) -> str:
    """Return a part of a word as a piece is written."""
    return f"{GOES_ON if start else ''}{word[start:end]}"


def plain(word: str) -> str:
    """Return a word in small letters and without accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
