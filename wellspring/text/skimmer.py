"""A small network that skims a text: called by checking.second before it reads anything closely.

It looks at the pieces of words in order, each layer a little further around a piece
(https://arxiv.org/abs/1408.5882). A larger network has taught it (docs/decisions/0009). It is a
hundred times cheaper than that, and misses few of the windows that are worth a closer look.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wellspring.text.weights import Floats, Weights, pooled_apart

# Texts that are skimmed at once: more of them would leave the processor's own memory.
TOGETHER = 16
# Pieces of a text that are skimmed; as many are read closely.
LONGEST = 160


class Skimmer(Weights):
    """A network whose layers look at a piece and at those around it."""

    needs = frozenset({"layers.0.weight", "layers.0.bias"})

    @cached_property
    def layers(self) -> list["Layer"]:
        """Return its layers, the first of which sees the pieces themselves."""
        return layers_in(self.parts)

    def skim(self, texts: Sequence[str]) -> Floats:
        """Return what each of some texts comes to for each rule, in logits."""
        cut = [self.pieces.cut(text)[0][:LONGEST] for text in texts]
        parts = [cut[start : start + TOGETHER] for start in range(0, len(cut), TOGETHER)]
        weights, least = self.head
        found: Floats = (
            np.concatenate([together(self, self.layers, part) for part in parts]) @ weights + least
        )
        return found


class Skimmers:
    """Several that have learned apart: they do not make the same mistakes, so they are averaged."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.all = [Skimmer(path) for path in paths]

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the ids of the rules that all know, in order."""
        first, *others = (each.rules for each in self.all)
        return tuple(rule for rule in first if all(rule in rules for rules in others))

    def skim(self, texts: Sequence[str]) -> Floats:
        """Return what each of some texts comes to for each rule, in logits."""
        rules = self.rules
        said = [each.skim(texts)[:, list(map(each.rules.index, rules))] for each in self.all]
        found: Floats = np.mean(said, axis=0, dtype=np.float32)
        return found


def together(network: Weights, layers: Sequence["Layer"], cut: Sequence[Sequence[int]]) -> Floats:
    """Return the features of some texts, none of them empty, from their pieces after all layers.

    Between two texts stands what no layer sees across.
    """
    gap = max(layer.reach for layer in layers)
    lengths = np.array([len(numbers) for numbers in cut])
    starts = np.array([0, *accumulate(lengths[:-1] + gap)])
    rows = np.zeros(starts[-1] + lengths[-1], dtype=np.intp)
    there = np.zeros((len(rows), 1), dtype=np.float32)
    for start, numbers in zip(starts, cut, strict=True):
        rows[start : start + len(numbers)] = numbers
        there[start : start + len(numbers)] = 1
    # A text repeats most of its pieces: what each adds around it is reckoned once.
    some, places = np.unique(rows, return_inverse=True)
    first, *others = layers
    after = first.spread(network.seen(some), places) * there
    for layer in others:
        after = after + layer.around(after) * there
    return pooled_apart(after, starts, lengths)


@dataclass(frozen=True, slots=True)
class Layer:
    """Looks at a piece and those around it, `apart` from each other; below nothing is nothing.

    `weight` has a table for each place around a piece.
    """

    weight: Floats
    bias: Floats
    apart: int

    @property
    def reach(self) -> int:
        """Return how far it looks on each side."""
        return len(self.weight) // 2 * self.apart

    def spread(self, some: Floats, places: NDArray[np.intp]) -> Floats:
        """Return what rows come to that stand at places, again and again."""
        width, _, size = self.weight.shape
        adds = some @ self.weight.transpose(1, 0, 2).reshape(-1, width * size)
        adds = adds.reshape(-1, width, size)
        found = np.tile(self.bias, (len(places), 1))
        for number in range(width):
            shift = (number - width // 2) * self.apart
            own = slice(max(0, -shift), max(0, len(places) - max(0, shift)))
            others = slice(max(0, shift), max(0, len(places) - max(0, -shift)))
            found[own] += adds[places[others], number]
        return np.maximum(found, 0, out=found)

    def around(self, some: Floats) -> Floats:
        """Return what rows come to, with what stands around them."""
        count, width = len(some), len(self.weight)
        wide = np.zeros((count + 2 * self.reach, some.shape[1]), dtype=np.float32)
        wide[self.reach : self.reach + count] = some
        starts = range(0, width * self.apart, self.apart)
        beside = np.concatenate([wide[start : start + count] for start in starts], axis=1)
        found = beside @ self.weight.reshape(-1, self.weight.shape[2])
        found += self.bias
        return np.maximum(found, 0, out=found)


def layers_in(parts: Mapping[str, Any]) -> list[Layer]:
    """Return the layers that a file holds, each of which looks twice as far as that before it."""
    count = sum(name.startswith("layers.") for name in parts) // 2
    return [layer_in(parts, f"layers.{number}", 2**number) for number in range(count)]


def layer_in(parts: Mapping[str, Any], name: str, apart: int) -> Layer:
    """Return a layer by its name."""
    return Layer(parts[f"{name}.weight"].astype(np.float32), parts[f"{name}.bias"], apart)
