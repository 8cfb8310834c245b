"""Weights of small networks that mean nothing, for the tests of what reads them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np


def write_weights(
    path: Path, known: Sequence[str], size: int, shapes: Mapping[str, tuple[int, ...]]
) -> Path:
    """Write a network's file: pieces of a size, three rules, and weights of some shapes."""
    chance = np.random.default_rng(1)
    parts: dict[str, np.ndarray] = {
        "known": np.array("\n".join(known)),
        "rules": np.array("one\ntwo\nthree"),
        "pieces.weight": chance.integers(-127, 128, (len(known), size)).astype(np.int8),
        "pieces.weight.scales": np.full((len(known), 1), 0.01, np.float32),
    }
    parts["pieces.weight"][0] = 0
    parts |= {name: chance.normal(0, 0.5, it).astype(np.float32) for name, it in shapes.items()}
    np.savez(path, allow_pickle=False, **parts)
    return path
