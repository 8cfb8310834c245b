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
        if not self.networks:
            from wellspring.text.lines import NETWORKS, Lines

            self.networks = [Lines(path) for path in NETWORKS]
        # Both know the same pieces of words.
        numbers = [self.networks[0].cut(text) for text in texts]
        said = [network.read(numbers, looks) for network in self.networks]
        return [
            [sum(shares) / len(said) for shares in zip(*line, strict=True)]
            for line in zip(*said, strict=True)
        ]
