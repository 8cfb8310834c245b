"""The rows of words in a sentence, by which it is weighed; called by checking.leaning.

Words stand without their endings, numbers as one. What the lexicon knows stands for its list too,
so that what was learned of one illness holds for others. A row is one word, two or three that
follow each other, or two with any one between them.
"""

from collections.abc import Iterable, Iterator, Sequence

from wellspring.text.scan import Thing
from wellspring.text.words import Words

# A piece or row of a sentence, with the places of its first word and past its last.
Piece = tuple[str, int, int]
NUMBER, OPEN, CLOSED, LISTED = "#", "<", ">", "@"
GAP = " _ "
# Endings of words, longest first, and how many letters must be left.
ENDINGS = ("ingly", "edly", "ing", "ed", "es", "ly", "s")
LEAST = 4


class Stems(dict[str, str]):
    """Words without their endings, cut when a word is first met."""

    def __missing__(self, word: str) -> str:
        self[word] = found = stem(word)
        return found


class Cutter:
    """Cuts sentences into pieces; what few words of a language become is kept."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.stems = Stems()
        self.lists: dict[int, str] = {}

    def plain(self, words: Words) -> list[str]:
        """Return the words of a sentence as pieces, between marks of where it begins and ends."""
        return [OPEN, *map(self.stems.__getitem__, words.texts), CLOSED]

    def named(self, plain: Sequence[str], things: Iterable[Thing]) -> list[Piece]:
        """Return pieces with the lists of things in their place; the longest where some begin."""
        pieces = [(text, place, place + 1) for place, text in enumerate(plain, start=-1)]
        taken, shift = 0, 1
        for thing in sorted(things, key=lambda thing: (thing.start, -thing.end)):
            if thing.start >= taken:
                taken = thing.end
                first, last = thing.start + shift, thing.end + shift
                pieces[first:last] = [(self.called(thing.kinds), thing.start, thing.end)]
                shift -= last - first - 1
        return pieces

    def called(self, kinds: int) -> str:
        """Return the names of lists, by their bits, as one word."""
        found = self.lists.get(kinds)
        if found is None:
            names = (name for place, name in enumerate(self.names) if kinds >> place & 1)
            self.lists[kinds] = found = LISTED + "/".join(names)
        return found

    def rows_of(self, words: Words, things: Sequence[Thing]) -> Iterator[Piece]:
        """Yield all rows of a sentence, those with the names of lists behind the others."""
        plain = self.plain(words)
        yield from rows([(text, place, place + 1) for place, text in enumerate(plain, start=-1)])
        if things:
            yield from rows(self.named(plain, things))


def rows(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the rows of some pieces; a mark alone is none."""
    one, two = ("", 0, 0), ("", 0, 0)
    for piece in pieces:
        text, _, end = piece
        if text not in {OPEN, CLOSED}:
            yield piece
        if two[0]:
            yield f"{two[0]} {text}", two[1], end
        if one[0]:
            yield f"{one[0]}{GAP}{text}", one[1], end
            yield f"{one[0]} {two[0]} {text}", one[1], end
        one, two = two, piece


def stem(word: str) -> str:
    """Return a word without its ending."""
    if word.isdigit():
        return NUMBER
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e") if len(word) > LEAST else word
