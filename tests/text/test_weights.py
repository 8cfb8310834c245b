"""The files of networks: what is missing, damaged or of another network is named in one line."""

from pathlib import Path

import numpy as np
import pytest

from wellspring.checking.second import NETWORK, SKIMMERS
from wellspring.errors import HouseStyleError
from wellspring.text.network import Network
from wellspring.text.skimmer import Skimmer
from wellspring.text.weights import Weights, pooled, pooled_apart


@pytest.mark.parametrize("kind", [Network, Skimmer])
@pytest.mark.parametrize(
    "damage", [None, b"", b"version https://git-lfs.example\n", b"PK\x03\x04cut"]
)
def test_a_missing_or_damaged_file_is_named(
    tmp_path: Path, kind: type[Weights], damage: bytes | None
) -> None:
    file = tmp_path / "some.npz"
    if damage is not None:
        file.write_bytes(damage)
    refuse(kind(file))


@pytest.mark.parametrize("wrong", [Network(SKIMMERS[0]), Skimmer(NETWORK)])
def test_the_file_of_another_network_is_named(wrong: Weights) -> None:
    refuse(wrong)


def refuse(weights: Weights) -> None:
    """See that weights cannot be read."""
    with pytest.raises(HouseStyleError) as error:
        _ = weights.rules
    assert str(error.value) == (
        f"{weights.path}: this file of the program is missing or damaged. "
        "Install wellspring again, or take the file from the repository once more."
    )


def test_a_text_is_what_there_is_much_of_and_what_stands_out() -> None:
    after = np.array([[1, 0], [3, -2]], np.float32)
    assert pooled(after).tolist() == [2, -1, 3, 0]


def test_texts_in_one_table_are_what_each_is_alone() -> None:
    after = np.array([[1, 0], [3, -2], [9, 9], [5, 5], [9, 9], [0, 1]], np.float32)
    starts, lengths = np.array([0, 3, 5]), np.array([2, 1, 1])
    alone = [pooled(after[at : at + size]) for at, size in zip(starts, lengths, strict=True)]
    assert pooled_apart(after, starts, lengths).tolist() == np.array(alone).tolist()
