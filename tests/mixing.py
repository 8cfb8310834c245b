"""Texts that nobody wrote, for a teacher to read to its pupil: made of texts that somebody did.

A pupil that is told of a hundred thousand texts what its teacher thinks learns more from it than
labels can say (https://arxiv.org/abs/1503.02531, https://arxiv.org/abs/1903.12136). Called by what
teaches networks.
"""

import random
import re
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

# A source stays with its sentence.
SENTENCE = re.compile(r"(?<=[.!?]) +(?!\[source\])|(?<=\[source\]) +")
CLAUSE = re.compile(r"(?<=[,;:—]) +| +(?=(?:and|but|because|so|which|who|when|if|or) )")
# How many sentences are thrown together at most, and how many words are alike.
MOST, ALIKE = 4, 8
# How many texts have words exchanged, and how many of their pieces.
CHANGED, EXCHANGED = 0.6, 0.15


class Mixer:
    """Makes texts of the sentences and clauses of others."""

    def __init__(self, texts: Sequence[str], others: Sequence[str], chance: random.Random) -> None:
        self.texts, self.others, self.chance = texts, others, chance
        self.sentences = [SENTENCE.split(text) for text in (*texts, *others)]
        self.ways = (self.beside, self.thrown, self.shuffled, self.crossed)

    def mix(self, count: int) -> Iterator[str]:
        """Yield some new texts."""
        for number in range(count):
            yield self.ways[number % len(self.ways)]()

    def beside(self) -> str:
        """Return a text with another one behind or before it."""
        beside = self.chance.choice(self.chance.choice((self.texts, self.others)))
        two = [self.chance.choice(self.texts), beside]
        self.chance.shuffle(two)
        return " ".join(two)

    def thrown(self) -> str:
        """Return sentences of different texts."""
        count = self.chance.randint(1, MOST)
        return " ".join(self.chance.choice(self.any_sentences()) for _ in range(count))

    def shuffled(self) -> str:
        """Return some sentences of a text in another order."""
        own = list(self.any_sentences())
        self.chance.shuffle(own)
        return " ".join(own[: self.chance.randint(1, len(own))])

    def crossed(self) -> str:
        """Return a sentence with a clause of another one in it."""
        one, other = (CLAUSE.split(self.chance.choice(self.any_sentences())) for _ in range(2))
        one[self.chance.randrange(len(one))] = self.chance.choice(other)
        return " ".join([*one, *([self.chance.choice(self.any_sentences())] * (len(one) < 3))])

    def any_sentences(self) -> list[str]:
        """Return the sentences of any text."""
        return self.chance.choice(self.sentences)


class Exchanger:
    """Puts words for others that are much alike, as a network's pieces say; marks stay."""

    def __init__(self, pieces: Tensor, marks: frozenset[int], chance: random.Random) -> None:
        self.chance, self.marks, self.known = chance, marks, dict[int, list[int]]()
        self.pieces = pieces / pieces.norm(dim=1, keepdim=True)

    def change(self, numbers: Sequence[int]) -> list[int]:
        """Return a text's pieces, of some texts with some exchanged; first and last stay."""
        if self.chance.random() >= CHANGED:
            return list(numbers)
        first, *inner, last = numbers
        return [first, *(self.other(each) for each in inner), last]

    def other(self, number: int) -> int:
        """Return a piece, or now and then one that is like it."""
        if number in self.marks or self.chance.random() >= EXCHANGED:
            return number
        if number not in self.known:
            near = (self.pieces @ self.pieces[number]).topk(ALIKE + 1).indices
            alike = torch.as_tensor(near).tolist()[1:]
            self.known[number] = [each for each in alike if each not in self.marks] or [number]
        return self.chance.choice(self.known[number])
