"""A small network as it learns; called by what teaches networks.

It is the same as wellspring.text.skimmer, which only reads. Each layer looks at a piece and those
around it, every layer a little further.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

# How many numbers a piece is, and a piece after a layer; how many pieces each layer looks at.
SEEN, WIDE, WIDTHS = 128, 128, (5, 3)
DROPPED, TURNS = 0.1, 4
# What looks at pieces or lines beside each other has a table for each place: three dimensions.
TABLES = 3


class Pupil(nn.Module):
    """The whole network: pieces, layers, and what they come to for each rule."""

    def __init__(self, start: Tensor, rules: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(DROPPED)
        self.pieces = nn.Embedding.from_pretrained(start, freeze=False)
        self.layers = nn.ModuleList(
            nn.Conv1d(
                WIDE if number else SEEN,
                WIDE,
                width,
                padding=width // 2 * 2**number,
                dilation=2**number,
            )
            for number, width in enumerate(WIDTHS)
        )
        self.head = nn.Linear(2 * WIDE, rules)

    def forward(self, numbers: Tensor, there: Tensor) -> Tensor:
        """Return what texts, as numbers of pieces, come to for each rule; `there` tells filler."""
        shown = there[:, None].float()
        some = self.drop(self.pieces(numbers)).transpose(1, 2) * shown
        first, *others = self.layers
        some = torch.relu(first(some)) * shown
        for layer in others:
            some = some + torch.relu(layer(some)) * shown
        both = torch.cat([some.sum(2) / shown.sum(2), some.amax(2)], 1)
        return self.head(self.drop(both))  # type: ignore[no-any-return]


def started(pieces: Tensor) -> Tensor:
    """Return what pieces are to a pupil at first: most of what they are to its teacher."""
    apart = pieces - pieces.mean(0)
    _, _, main = torch.pca_lowrank(apart, SEEN, center=False, niter=TURNS)
    found = apart @ main
    return found / found.std()


def save(model: nn.Module, pieces: Sequence[str], rules: Sequence[str], path: Path) -> None:
    """Write a network down: what pieces are as bytes with a scale for each, the rest in short."""
    kept = {name: tensor.numpy().astype(np.float32) for name, tensor in model.state_dict().items()}
    seen = kept.pop("pieces.weight")
    # The first piece stands for what is not there.
    seen[0] = 0
    scales = np.maximum(np.abs(seen).max(axis=1, keepdims=True), 1e-6) / 127
    parts: dict[str, np.ndarray] = {
        "known": np.array("\n".join(pieces)),
        "rules": np.array("\n".join(rules)),
        "pieces.weight": np.round(seen / scales).astype(np.int8),
        "pieces.weight.scales": scales.astype(np.float32),
    }
    for name, values in kept.items():
        if values.ndim == TABLES:
            # As tables for the places around a piece or a line.
            parts[name] = values.transpose(2, 1, 0).astype(np.float16)
        else:
            parts[name] = values
    np.savez(path, allow_pickle=False, **parts)
