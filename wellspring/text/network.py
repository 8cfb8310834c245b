"""Small networks that read a text: called by checking.second, and by joints for the importer.

They are transformers (https://arxiv.org/abs/1706.03762), cut from all-MiniLM-L6-v2 and taught by
labelled passages (docs/decisions/0009) and sentences (docs/decisions/0013). They know nothing but
their weights, and ask nobody.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from wellspring.text.weights import Floats, Weights, pooled

HEADS, SMALL = 12, 1e-12
# What a piece that is not there adds, so that none looks at it.
NOWHERE = np.float32(-1e9)
# Texts that are read at once, sorted by their length.
TOGETHER = 16


class Network(Weights):
    """A network whose layers let every piece look at all others."""

    needs = frozenset({"places.weight", "layers.0.looks.weight"})

    @cached_property
    def tables(self) -> dict[str, Floats]:
        """Return the weights as they are used: those kept as bytes scaled and turned."""
        found = {name: each for name, each in self.parts.items() if name.startswith("layers.")}
        for name in [name for name in found if name.endswith(".scales")]:
            table = name.removesuffix(".scales")
            found[table] = np.ascontiguousarray((found[table] * found.pop(name)).T)
        return found

    @cached_property
    def layers(self) -> list[dict[str, Floats]]:
        """Return the weights of each layer by short names."""
        found: dict[int, dict[str, Floats]] = {}
        for name, values in self.tables.items():
            _, number, short = name.split(".", 2)
            found.setdefault(int(number), {})[short] = values
        return [found[number] for number in sorted(found)]

    def read(self, texts: Sequence[str]) -> list["Read"]:
        """Return what some texts come to, in their order."""
        cut = [self.pieces.cut(text) for text in texts]
        longest = len(self.parts["places.weight"])
        numbers = [each[:longest] for each, _ in cut]
        order = sorted(range(len(texts)), key=lambda at: len(numbers[at]))
        found: dict[int, Read] = {}
        for start in range(0, len(order), TOGETHER):
            some = order[start : start + TOGETHER]
            read = self.together([numbers[at] for at in some])
            for at, after in zip(some, read, strict=True):
                found[at] = Read(self, after, cut[at][1][: len(after)])
        return [found[at] for at in range(len(texts))]

    def read_at(self, text: str, places: Sequence[int]) -> dict[int, float]:
        """Return what the marks at some places of a text come to, in logits.

        Those too far behind are not read. The last layer thinks of the marks alone.
        """
        numbers, starts = self.pieces.cut(text)
        near = starts[: len(self.parts["places.weight"])]
        asked = {place: near.index(place) for place in places if place in near}
        some, hidden = self.met([numbers[: len(near)]])
        *others, last = self.layers
        for layer in others:
            some = through(layer, some, hidden)
        after = through(last, some, hidden, list(asked.values()))[0]
        weights, start = self.head
        return dict(zip(asked, (after @ weights + start)[:, 0].tolist(), strict=True))

    def together(self, numbers: Sequence[Sequence[int]]) -> list[Floats]:
        """Return the pieces of some texts after all layers."""
        some, hidden = self.met(numbers)
        for layer in self.layers:
            some = through(layer, some, hidden)
        return [each[: len(own)] for each, own in zip(some, numbers, strict=True)]

    def met(self, numbers: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        """Return the pieces of some texts before all layers, and what hides those not there."""
        longest = max(map(len, numbers))
        rows = np.array([[*each, *[0] * (longest - len(each))] for each in numbers])
        lengths = np.array([len(each) for each in numbers])
        there = np.arange(longest) < lengths[:, None]
        hidden: Floats = np.where(there, np.float32(0), NOWHERE)[:, None, None, :]
        some = self.seen(rows) + self.parts["places.weight"][:longest]
        return evened(some, self.parts["norm.weight"], self.parts["norm.bias"]), hidden


class Read:
    """A text that was read: `after` has what its pieces are, `places` where each begins."""

    def __init__(self, network: Network, after: Floats, places: Sequence[int]) -> None:
        self.after, self.places = after, places
        self.weights, self.start = network.head

    @cached_property
    def sums(self) -> Floats:
        """Return what it comes to for each rule, in logits."""
        found: Floats = pooled(self.after) @ self.weights + self.start
        return found

    def shares(self, rule: int) -> Floats:
        """Return how much each piece has in what the text comes to for a rule."""
        size = self.after.shape[1]
        mean, most = self.weights[:size, rule], self.weights[size:, rule]
        found: Floats = self.after @ (mean / np.float32(len(self.after)))
        best = self.after.argmax(axis=0)
        np.add.at(found, best, self.after.max(axis=0) * most)
        return found


def through(
    layer: dict[str, Floats], some: Floats, hidden: Floats, asked: Sequence[int] | None = None
) -> Floats:
    """Return pieces after a layer: each looks at all others, then thinks for itself.

    If it is `asked` for some pieces of each text, these alone do.
    """
    count, length, size = some.shape
    own = some if asked is None else some[:, asked]
    looks, bias = layer["looks.weight"], layer["looks.bias"]
    asks = own.reshape(-1, size) @ looks[:, :size] + bias[:size]
    asks = asks.reshape(count, -1, HEADS, size // HEADS).transpose(0, 2, 1, 3)
    others = some.reshape(-1, size) @ looks[:, size:] + bias[size:]
    keys, values = others.reshape(count, length, 2, HEADS, -1).transpose(2, 0, 3, 1, 4)
    near = asks @ keys.transpose(0, 1, 3, 2) / np.float32(np.sqrt(size // HEADS)) + hidden
    near = np.exp(near - near.max(axis=-1, keepdims=True))
    near /= near.sum(axis=-1, keepdims=True)
    seen = (near @ values).transpose(0, 2, 1, 3).reshape(-1, size)
    seen = own.reshape(-1, size) + seen @ layer["sees.weight"] + layer["sees.bias"]
    flat = evened(seen, layer["first.weight"], layer["first.bias"])
    wide = bent(flat @ layer["widens.weight"] + layer["widens.bias"])
    flat = flat + wide @ layer["narrows.weight"] + layer["narrows.bias"]
    return evened(flat, layer["last.weight"], layer["last.bias"]).reshape(own.shape)


def evened(some: Floats, weight: Floats, bias: Floats) -> Floats:
    """Return rows of the same spread around nothing (https://arxiv.org/abs/1607.06450)."""
    apart: Floats = some - some.mean(axis=-1, keepdims=True)
    square = np.einsum("...i,...i->...", apart, apart)[..., None]
    apart /= np.sqrt(square / np.float32(some.shape[-1]) + np.float32(SMALL))
    apart *= weight
    apart += bias
    return apart


def bent(some: Floats) -> Floats:
    """Return numbers with those below nothing all but gone (https://arxiv.org/abs/1606.08415)."""
    found = some * some
    # In place: these are the largest tables of all.
    found *= np.float32(0.044715)
    found += np.float32(1)
    found *= some
    found *= np.float32(0.7978845608)
    np.tanh(found, out=found)
    found += np.float32(1)
    found *= some
    found *= np.float32(0.5)
    return found
