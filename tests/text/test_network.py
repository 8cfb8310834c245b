"""The network: what it says of a text does not hang on the texts beside it."""

from pathlib import Path

import numpy as np
import pytest

from wellspring.errors import HouseStyleError
from wellspring.text.network import Network

SIZE, RULES = 24, 3
KNOWN = ("[pad]", "[unk]", "[cls]", "[sep]", "tea", "cure", "##s", "walk", ".")


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Return a network of weights that mean nothing."""
    chance = np.random.default_rng(1)

    def some(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.5, shape).astype(np.float32)

    def table(name: str, *shape: int) -> dict[str, np.ndarray]:
        whole = chance.integers(-127, 128, shape).astype(np.int8)
        return {name: whole, f"{name}.scales": np.full((shape[0], 1), 0.01, np.float32)}

    parts: dict[str, np.ndarray] = {
        "known": np.array("\n".join(KNOWN)),
        "rules": np.array("one\ntwo\nthree"),
        "places.weight": some(12, SIZE),
        "head.weight": some(RULES, 2 * SIZE),
        "head.bias": some(RULES),
        **table("pieces.weight", len(KNOWN), SIZE),
    }
    for number in (0, 1):
        layer = f"layers.{number}."
        parts |= table(f"{layer}looks.weight", 3 * SIZE, SIZE)
        parts |= table(f"{layer}sees.weight", SIZE, SIZE)
        parts |= table(f"{layer}widens.weight", 2 * SIZE, SIZE)
        parts |= table(f"{layer}narrows.weight", SIZE, 2 * SIZE)
        parts |= {f"{layer}looks.bias": some(3 * SIZE), f"{layer}sees.bias": some(SIZE)}
        parts |= {f"{layer}widens.bias": some(2 * SIZE), f"{layer}narrows.bias": some(SIZE)}
        parts |= {f"{layer}{name}": some(SIZE) for name in ("first.weight", "first.bias")}
        parts |= {f"{layer}{name}": some(SIZE) for name in ("last.weight", "last.bias")}
    parts |= {"norm.weight": some(SIZE), "norm.bias": some(SIZE)}
    path = tmp_path_factory.mktemp("network") / "network.npz"
    np.savez(path, allow_pickle=False, **parts)
    return Network(Path(path))


def test_texts_beside_it_change_nothing(network: Network) -> None:
    texts = ["tea", "cures tea. walk cures", "walk", ". . . . . .", "tea tea"]
    together = [read.sums for read in network.read(texts)]
    alone = [network.read([text])[0].sums for text in texts]
    np.testing.assert_allclose(together, alone, rtol=1e-4, atol=1e-5)


def test_no_text_is_lost_among_many(network: Network) -> None:
    texts = [f"tea {'walk ' * (number % 7)}" for number in range(40)]
    assert [len(read.after) for read in network.read(texts)] == [
        3 + number % 7 for number in range(40)
    ]


def test_no_texts_come_to_nothing(network: Network) -> None:
    assert network.read([]) == []


def test_a_text_without_words_is_read(network: Network) -> None:
    (read,) = network.read([""])
    assert np.isfinite(read.sums).all()


def test_what_is_too_long_is_read_to_where_it_knows_places(network: Network) -> None:
    (read,) = network.read(["walk " * 40])
    assert len(read.after) == 12


def test_the_pieces_share_what_a_text_comes_to(network: Network) -> None:
    (read,) = network.read(["cures tea. walk"])
    for rule in range(RULES):
        assert read.shares(rule).sum() == pytest.approx(
            float(read.sums[rule] - read.start[rule]), abs=1e-3
        )


def test_order_of_words_matters(network: Network) -> None:
    one, other = network.read(["tea cures walk", "walk cures tea"])
    assert not np.allclose(one.sums, other.sums)


@pytest.mark.parametrize(
    "damage", [None, b"", b"version https://git-lfs.example\n", b"PK\x03\x04cut"]
)
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "network.npz"
    if damage is not None:
        file.write_bytes(damage)
    with pytest.raises(HouseStyleError) as error:
        Network(file).read(["tea"])
    assert str(error.value) == (
        f"{file}: this file of the program is missing or damaged. "
        "Install wellspring again, or take the file from the repository once more."
    )
