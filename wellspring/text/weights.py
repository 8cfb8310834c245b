"""What a network has learned, as a file holds it: the weights, the pieces of words, the rules.

Called by network and skimmer.
"""

import zipfile
import zlib
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wellspring.errors import HouseStyleError
from wellspring.text.pieces import Pieces

Floats = NDArray[np.float32]
PIECES = "pieces.weight"
NEEDED = frozenset({"known", "rules", "head.weight", "head.bias", PIECES, f"{PIECES}.scales"})
# What reading a damaged archive may raise.
UNREADABLE = (
    *(OSError, EOFError, ValueError, KeyError, TypeError, AttributeError),
    *(zipfile.BadZipFile, zlib.error),
)


class Weights:
    """Weights by their names, read from a file when they are first needed.

    `needs` names those without which it is not the file of such a network.
    """

    needs: frozenset[str] = frozenset()

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def parts(self) -> dict[str, Any]:
        """Return what its file holds. Raises HouseStyleError where that is missing or damaged."""
        try:
            with self.path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
                found = {name: file[name] for name in file.files}
            missing = (NEEDED | self.needs) - found.keys()
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
    def head(self) -> tuple[Floats, Floats]:
        """Return how much each feature of a text, or of a piece, counts for each rule."""
        return np.ascontiguousarray(self.parts["head.weight"].T), self.parts["head.bias"]

    def seen(self, numbers: NDArray[np.intp]) -> Floats:
        """Return what pieces are before any layer; only those asked for are scaled."""
        found: Floats = self.parts[PIECES][numbers] * self.parts[f"{PIECES}.scales"][numbers]
        return found


def pooled(after: Floats) -> Floats:
    """Return the features of a text: of its pieces, what there is much of, and what stands out."""
    return np.concatenate([after.mean(axis=0), after.max(axis=0)])


def pooled_apart(after: Floats, starts: NDArray[np.intp], lengths: NDArray[np.intp]) -> Floats:
    """Return the features of texts that stand in one table, as `pooled` does of one."""
    # Every other sum is of what stands between two texts.
    edges = np.stack([starts, starts + lengths], axis=1).ravel()[:-1]
    sums = np.add.reduceat(after, edges, axis=0)[::2]
    most = np.maximum.reduceat(after, edges, axis=0)[::2]
    return np.concatenate([sums / lengths[:, None].astype(np.float32), most], axis=1)
