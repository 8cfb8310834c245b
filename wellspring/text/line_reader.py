"""Reads the lines of a page with a network that is fetched for the first of them; for house.

Numpy settles how many threads it takes when it is loaded, so nothing may load it before a command
has said how many.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wellspring.text.lines import Lines


class LineNetwork:
    """What `lines.Lines` is, from the first lines on."""

    def __init__(self) -> None:
        self.network: Lines | None = None

    def read(self, texts: Sequence[str], looks: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return how likely each line is in each role: see `lines.Lines.read`."""
        if self.network is None:
            from wellspring.text.lines import NETWORK, Lines

            self.network = Lines(NETWORK)
        return self.network.read(texts, looks)
