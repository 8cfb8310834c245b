"""Reads the lines of a page with networks that are fetched for the first of them; for house.

Two that began elsewhere do not make the same mistakes: what they say is averaged.
Numpy settles how many threads it takes when it is loaded, so nothing may load it before a command
has said how many.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wellspring.text.lines import Lines


class LineNetworks:
    """What `lines.Lines` is, from the first lines on, of several."""

    def __init__(self) -> None:
        self.networks: list[Lines] = []

    def read(self, texts: Sequence[str], looks: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return how likely each line, in small letters, is in each role: see `lines.Lines`."""
        networks = self.fetched()
        # Both know the same pieces of words.
        numbers = [networks[0].cut(text) for text in texts]
        said = [network.read(numbers, looks) for network in networks]
        return [
            [sum(shares) / len(said) for shares in zip(*line, strict=True)]
            for line in zip(*said, strict=True)
        ]

    def knows(self, word: str) -> bool:
        """Tell whether letters, all small, are a word that the networks know as a whole."""
        return self.fetched()[0].pieces.is_word(word)

    def fetched(self) -> "list[Lines]":
        """Return the networks."""
        if not self.networks:
            from wellspring.text.lines import NETWORKS, Lines

            self.networks = [Lines(path) for path in NETWORKS]
        return self.networks
