"""A small network that reads the lines of a page, one among others; called by line_reader.

It reads the words of each line, what it is told of its looks, and the lines around it. People
showed it pages and what became of them (docs/decisions/0014, `tests.importing.teach_lines`).
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from wellspring.text.skimmer import Layer, layer_in, layers_in, together
from wellspring.text.weights import Weights

NETWORKS = (Path(__file__).with_name("lines.npz"), Path(__file__).with_name("lines_too.npz"))
# Of a long line the first and last pieces are read.
FIRST, LAST = 24, 8


class Lines(Weights):
    """A network that tells of each line what it is, in shares that come to one."""

    needs = frozenset({"words.weight", "line.weight", "layers.0.weight"})

    def read(
        self, numbers: Sequence[Sequence[int]], looks: Sequence[Sequence[float]]
    ) -> list[list[float]]:
        """Return how likely each line is what each name in `rules` says.

        `numbers` are the lines as it cuts them, `looks` as many numbers for each as it was taught
        with.
        """
        if not numbers:
            return []
        alone = together(self, [self.words], numbers)
        both = np.concatenate([alone, np.array(looks, dtype=np.float32)], axis=1)
        after = np.maximum(both @ self.parts["line.weight"].T + self.parts["line.bias"], 0)
        for layer in self.layers:
            after = after + layer.around(after)
        weights, least = self.head
        sums = after @ weights + least
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        found: list[list[float]] = (shares / shares.sum(axis=1, keepdims=True)).tolist()
        return found

    def cut(self, text: str) -> list[int]:
        """Return the first and last pieces of a line in small letters."""
        numbers = self.pieces.cut(text)[0]
        return [*numbers[:FIRST], *numbers[FIRST:][-LAST:]]

    @cached_property
    def words(self) -> Layer:
        """Return the layer that looks at a piece of a line and those beside it."""
        return layer_in(self.parts, "words", 1)

    @cached_property
    def layers(self) -> list[Layer]:
        """Return the layers that look at a line and those around it, each a little further."""
        return layers_in(self.parts)
