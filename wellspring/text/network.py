"""Small networks that read a text: called by checking.second, and by joints for the importer.

Each looks at the pieces of words in order, layer by layer, every layer a little further around a
piece (https://arxiv.org/abs/1408.5882). Larger networks have taught them, from labelled passages
(docs/decisions/0009) and sentences (docs/decisions/0013). They know nothing but their weights, and
ask nobody.
"""

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wellspring.errors import HouseStyleError
from wellspring.text.pieces import Pieces

PIECES = "pieces.weight"
# Texts that are read at once: more of them would leave the processor's own memory.
TOGETHER = 16
Floats = NDArray[np.float32]
Cut = tuple[list[int], list[int]]
NEEDED = frozenset(
    {"known", "rules", "layers.0.weight", "head.weight", "head.bias", PIECES, f"{PIECES}.scales"}
)
# What reading a damaged archive may raise.
UNREADABLE = (
    *(OSError, EOFError, ValueError, KeyError, TypeError, AttributeError),
    *(zipfile.BadZipFile, zlib.error),
)


class Network:
    """The weights, read from a file when they are first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def parts(self) -> dict[str, Any]:
        """Return what its file holds. Raises HouseStyleError where that is missing or damaged."""
        try:
            with self.path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
                found = {name: file[name] for name in file.files}
            missing = NEEDED - found.keys()
        except UNREADABLE:
            found, missing = {}, NEEDED
        if missing:
            message = (
                f"{self.path}: this file of the program is missing or damaged. "
                "Install wellspring again, or take the file from the repository once more."
            )
            raise HouseStyleError(message)
        return found

    @cached_property
    def pieces(self) -> Pieces:
        """Return the pieces of words that it knows."""
        known = str(self.parts["known"]).split("\n")
        return Pieces({piece: number for number, piece in enumerate(known)})

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """Return the names of what a text comes to something for: the ids of rules, in order."""
        return tuple(str(self.parts["rules"]).split("\n"))

    @cached_property
    def layers(self) -> list["Layer"]:
        """Return its layers, the first of which sees the pieces themselves."""
        numbers = range(sum(name.startswith("layers.") for name in self.parts) // 2)
        return [
            Layer(
                self.parts[f"layers.{number}.weight"].astype(np.float32),
                self.parts[f"layers.{number}.bias"],
                2**number,
            )
            for number in numbers
        ]

    @cached_property
    def head(self) -> tuple[Floats, Floats]:
        """Return how much each feature of a text, or of a piece, counts for each rule."""
        return self.parts["head.weight"].T, self.parts["head.bias"]

    def read(self, texts: Sequence[str]) -> list["Read"]:
        """Return what some texts come to, in their order."""
        cut = [self.pieces.cut(text) for text in texts]
        parts = [cut[start : start + TOGETHER] for start in range(0, len(cut), TOGETHER)]
        return [read for part in parts for read in self.together(part)]

    def together(self, cut: Sequence[Cut]) -> list["Read"]:
        """Return what some texts come to; between two of them stands what no layer sees across."""
        gap = max(layer.reach for layer in self.layers)
        lengths = [len(numbers) for numbers, _ in cut]
        starts = list(accumulate((length + gap for length in lengths[:-1]), initial=0))
        rows = np.zeros(starts[-1] + lengths[-1], dtype=np.intp)
        there = np.zeros((len(rows), 1), dtype=np.float32)
        for start, (numbers, _) in zip(starts, cut, strict=True):
            rows[start : start + len(numbers)] = numbers
            there[start : start + len(numbers)] = 1
        after = self.through(rows, there)
        spans = zip(starts, lengths, cut, strict=True)
        return [Read(after[at : at + size], cut[1], *self.head) for at, size, cut in spans]

    def through(self, rows: NDArray[np.intp], there: Floats) -> Floats:
        """Return pieces after all layers; `there` tells them from what stands between texts."""
        # A text repeats most of its pieces: what each adds around it is reckoned once.
        some, places = np.unique(rows, return_inverse=True)
        seen = self.parts[PIECES][some] * self.parts[f"{PIECES}.scales"][some]
        first, *others = self.layers
        after = first.spread(seen, places) * there
        for layer in others:
            after = after + layer.around(after) * there
        return after


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
            own = slice(max(0, -shift), len(places) - max(0, shift))
            others = slice(max(0, shift), len(places) - max(0, -shift))
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


@dataclass(frozen=True)
class Read:
    """A text that was read: `after` has what its pieces are, `places` where each begins.

    `weights` and `start` say what features of the whole, or of a piece, come to for each rule.
    """

    after: Floats
    places: Sequence[int]
    weights: Floats
    start: Floats

    @cached_property
    def sums(self) -> Floats:
        """Return what it comes to for each rule, in logits."""
        both = np.concatenate([self.after.mean(axis=0), self.after.max(axis=0)])
        found: Floats = both @ self.weights + self.start
        return found

    def at(self, place: int) -> float:
        """Return what the mark that stands at a place of the text comes to, in logits."""
        found = self.after[self.places.index(place)] @ self.weights + self.start
        return float(found[0])

    def shares(self, rule: int) -> Floats:
        """Return how much each piece has in what the text comes to for a rule."""
        size = self.after.shape[1]
        mean, most = self.weights[:size, rule], self.weights[size:, rule]
        found: Floats = self.after @ (mean / np.float32(len(self.after)))
        best = self.after.argmax(axis=0)
        np.add.at(found, best, self.after.max(axis=0) * most)
        return found
