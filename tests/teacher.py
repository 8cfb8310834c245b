"""A network as it learns whose layers let every piece look at all others; called by what teaches.

It is the same as wellspring.text.network, which only reads, and is made of a larger one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from wellspring.text.pieces import FIRST, GOES_ON, LAST, UNKNOWN, Pieces
from wellspring.text.skimmer import LONGEST

HEADS = 12
# Of the pieces of words those are kept that are common, or that the lessons hold.
COMMON = 16_000
FILLER, DROPPED = "[pad]", 0.1


class Layer(nn.Module):
    """One layer: every piece looks at all others, then thinks for itself."""

    def __init__(self, size: int, wide: int) -> None:
        super().__init__()
        self.looks, self.sees = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.widens, self.narrows = nn.Linear(size, wide), nn.Linear(wide, size)
        self.first, self.last = nn.LayerNorm(size, 1e-12), nn.LayerNorm(size, 1e-12)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, some: Tensor, there: Tensor) -> Tensor:
        """Return the pieces after this layer; `there` tells them from filler."""
        count, length, size = some.shape
        parts = self.looks(some).view(count, length, 3, HEADS, size // HEADS).permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(
            parts[0], parts[1], parts[2], attn_mask=there[:, None, None, :]
        )
        seen = self.sees(seen.transpose(1, 2).reshape(count, length, size))
        some = self.first(some + self.drop(seen))
        wide = nn.functional.gelu(self.widens(some), approximate="tanh")
        return self.last(some + self.drop(self.narrows(wide)))  # type: ignore[no-any-return]


class Teacher(nn.Module):
    """The whole network: pieces, places, layers, and what they come to for each rule.

    A `pooled` one says it of a whole text, another one of each piece.
    """

    def __init__(self, count: int, size: int, plan: "Plan") -> None:
        super().__init__()
        self.pooled = plan.pooled
        self.pieces, self.places = nn.Embedding(count, size), nn.Embedding(LONGEST, size)
        self.norm, self.drop = nn.LayerNorm(size, 1e-12), nn.Dropout(DROPPED)
        self.layers = nn.ModuleList([Layer(size, plan.wide) for _ in plan.layers])
        self.head = nn.Linear(2 * size if plan.pooled else size, len(plan.names))

    def forward(self, numbers: Tensor, there: Tensor) -> Tensor:
        """Return what texts, as numbers of pieces, come to for each rule."""
        length = numbers.shape[1]
        some = self.drop(self.norm(self.pieces(numbers) + self.places(torch.arange(length))))
        for layer in self.layers:
            some = layer(some, there)
        if not self.pooled:
            return self.head(self.drop(some))  # type: ignore[no-any-return]
        shown = there[..., None].float()
        mean = (some * shown).sum(1) / shown.sum(1)
        most = some.masked_fill(shown == 0, -1e4).amax(1)
        return self.head(self.drop(torch.cat([mean, most], 1)))  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make of a model: for what names, of which layers, and whether of whole texts.

    `marks` are pieces of its own, each with the word that it begins as; `wide` is how many numbers
    a piece thinks with.
    """

    names: Sequence[str]
    layers: Sequence[int]
    marks: Mapping[str, str]
    wide: int = 1536
    pooled: bool = True


def read_model(folder: Path, texts: Sequence[str], plan: Plan) -> tuple[list[str], Teacher]:
    """Return the pieces that are kept of a model, and its network cut down."""
    given = load_file(folder / "model.safetensors")
    written = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    places = kept_pieces([piece.lower() for piece in written], texts, plan.marks)
    embedded = given["embeddings.word_embeddings.weight"]
    model = Teacher(len(places), embedded.shape[1], plan)
    with torch.no_grad():
        model.pieces.weight.copy_(embedded[list(places.values())])
        same = given["embeddings.token_type_embeddings.weight"][0]
        model.places.weight.copy_(given["embeddings.position_embeddings.weight"][:LONGEST] + same)
        take(model.norm, given, "embeddings.LayerNorm")
        for layer, number in zip(model.layers, plan.layers, strict=True):
            take_layer(layer, given, f"encoder.layer.{number}")
    return list(places), model


def kept_pieces(
    written: Sequence[str], texts: Sequence[str], begin: Mapping[str, str]
) -> dict[str, int]:
    """Return the pieces to keep, and where a model has what they begin with."""
    all_places = {piece: place for place, piece in enumerate(written)}
    cutter = Pieces(all_places)
    used = {number for text in texts for number in cutter.cut(text)[0]}
    marks = {mark: all_places[word] for mark, word in begin.items()}
    special = {name: all_places[name] for name in (FILLER, UNKNOWN, FIRST, LAST)}
    plain = {
        piece: place
        for piece, place in all_places.items()
        if (place < COMMON or place in used) and is_plain(piece)
    }
    return {**special, **marks, **plain}


def is_plain(piece: str) -> bool:
    """Tell whether a piece may stand in an English text."""
    letters = piece.removeprefix(GOES_ON)
    return not piece.startswith("[") and (letters.isascii() or len(letters) == 1)


def take(layer: nn.Module, given: Mapping[str, Tensor], name: str) -> None:
    """Take over the weights of a part."""
    layer.weight.copy_(given[f"{name}.weight"])  # type: ignore[operator]
    layer.bias.copy_(given[f"{name}.bias"])  # type: ignore[operator]


def take_layer(layer: nn.Module, given: Mapping[str, Tensor], name: str) -> None:
    """Take over a layer, of its wide part what weighs most."""
    assert isinstance(layer, Layer)
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    layer.looks.weight.copy_(torch.cat([given[f"{part}.weight"] for part in parts]))
    layer.looks.bias.copy_(torch.cat([given[f"{part}.bias"] for part in parts]))
    take(layer.sees, given, f"{name}.attention.output.dense")
    take(layer.first, given, f"{name}.attention.output.LayerNorm")
    take(layer.last, given, f"{name}.output.LayerNorm")
    wide, narrow = given[f"{name}.intermediate.dense.weight"], given[f"{name}.output.dense.weight"]
    most = (wide.norm(dim=1) * narrow.norm(dim=0)).topk(layer.widens.out_features).indices
    layer.widens.weight.copy_(wide[most])
    layer.widens.bias.copy_(given[f"{name}.intermediate.dense.bias"][most])
    layer.narrows.weight.copy_(narrow[:, most])
    layer.narrows.bias.copy_(given[f"{name}.output.dense.bias"])


def load(path: Path, plan: Plan) -> tuple[list[str], Teacher]:
    """Return the pieces of a network that was written down, and it, to teach or to learn more."""
    with np.load(path, allow_pickle=False) as file:
        parts = {name: file[name] for name in file.files}
    known = str(parts.pop("known")).split("\n")
    if str(parts.pop("rules")).split("\n") != list(plan.names):
        message = "The network knows other rules. Teach a new one."
        raise SystemExit(message)
    for name in [name for name in parts if name.endswith(".scales")]:
        parts[name.removesuffix(".scales")] = parts[name.removesuffix(".scales")] * parts.pop(name)
    model = Teacher(len(known), parts["pieces.weight"].shape[1], plan)
    model.load_state_dict({name: torch.tensor(values) for name, values in parts.items()})
    return known, model


def save(model: Teacher, pieces: Sequence[str], rules: Sequence[str], path: Path) -> None:
    """Write a network down: wide tables as bytes with a scale for each row, the rest as it is."""
    parts: dict[str, np.ndarray] = {
        "known": np.array("\n".join(pieces)),
        "rules": np.array("\n".join(rules)),
    }
    for name, tensor in model.state_dict().items():
        values = tensor.numpy().astype(np.float32)
        if values.ndim == 1 or name.startswith(("head", "places")):
            parts[name] = values
            continue
        scales = np.abs(values).max(axis=1, keepdims=True) / 127
        parts[name] = np.round(values / scales).astype(np.int8)
        parts[f"{name}.scales"] = scales.astype(np.float32)
    np.savez(path, allow_pickle=False, **parts)
