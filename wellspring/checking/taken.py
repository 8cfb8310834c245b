"""The sentences of a text taken apart: words, things, and what “it” looks back to; for frames."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from wellspring.model.reading import Reading
from wellspring.text.scan import Scanner, Thing
from wellspring.text.words import Words, words_of

# How many sentences “it” reaches back.
BACK = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """A sentence taken apart: its words, its things, and all lists that have one of these."""

    words: Words
    things: tuple[Thing, ...]
    kinds: int


class Sentences:
    """The sentences of a text; each is taken apart once, when it is asked for."""

    def __init__(self, text: Reading, scanner: Scanner) -> None:
        self.all = text.sentences
        self.scanner = scanner
        self.words: dict[int, Words] = {}
        self.known: dict[int, Taken] = {}

    def words_of(self, number: int) -> Words:
        """Return the words of a sentence."""
        found = self.words.get(number)
        if found is None:
            self.words[number] = found = words_of(self.all[number].text)
        return found

    def take(self, number: int) -> Taken:
        """Return a sentence taken apart."""
        found = self.known.get(number)
        if found is None:
            words = self.words_of(number)
            things = tuple(self.scanner.things(words))
            self.known[number] = found = Taken(words, things, union(each.kinds for each in things))
        return found

    def kinds(self, number: int) -> int:
        """Return all lists that have a thing of a sentence."""
        return self.take(number).kinds

    def before(self, number: int) -> Iterator[int]:
        """Yield what a pronoun may look back to: the sentence above, and more of the same block."""
        block = self.all[number].block
        for other in range(number - 1, max(number - BACK, 0) - 1, -1):
            if other < number - 1 and self.all[other].block is not block:
                return
            yield other

    def around(self, number: int, kinds: Callable[[int], int]) -> tuple[int, int]:
        """Return the lists that `kinds` gives what is named up to a sentence, and what is near it.

        Near is what stands close by in its block.
        """
        block, after = self.all[number].block, number + 1
        named = near = kinds(number)
        for other in self.before(number):
            named |= kinds(other)
            if self.all[other].block is block:
                near |= kinds(other)
        if after < len(self.all) and self.all[after].block is block:
            near |= kinds(after)
        return named, near

    def last_named(self, things: Sequence[Thing], number: int) -> int:
        """Return the lists of what “it” stands for: the last of some things, or of those before."""
        signs = self.scanner.lexicon.signs
        for thing in reversed(things):
            if thing.kinds & ~signs:
                return thing.kinds
        for other in self.before(number):
            if self.kinds(other) & ~signs:
                return self.kinds(other)
        return 0


def union(bits: Iterable[int]) -> int:
    """Return the lists that are among any of some."""
    found = 0
    for each in bits:
        found |= each
    return found
