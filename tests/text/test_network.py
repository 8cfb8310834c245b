"""The network: what it says of a text does not hang on the texts beside it."""

from pathlib import Path

import numpy as np
import pytest

from wellspring.text.network import Network, bent, evened

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


def test_marks_are_read_as_in_the_whole_text(network: Network) -> None:
    text = "cures tea. walk"
    (read,) = network.read([text])
    at, size = read.places.index(text.index(".")), read.after.shape[1]
    # A head for single pieces is as wide as they are.
    head = (read.weights[:size], read.start)
    lone = Network(network.path)
    lone.head = head
    assert lone.read_at(text, [text.index("."), 99]) == {
        text.index("."): pytest.approx(float((read.after[at] @ head[0] + head[1])[0]), abs=1e-4)
    }


def test_numbers_are_bent_as_others_bend_them() -> None:
    """The values are those of the approximation by tanh that BERT's own program uses."""
    some = np.array([-3, -1, 0, 0.5, 1, 3], np.float32)
    known = [-0.0036374, -0.1588080, 0, 0.3457140, 0.8411920, 2.9963627]
    np.testing.assert_allclose(bent(some), known, atol=1e-5)


def test_rows_are_evened() -> None:
    some = np.array([[1, 3], [10, 10]], np.float32)
    even = evened(some, np.array([2, 1], np.float32), np.array([0, 5], np.float32))
    np.testing.assert_allclose(even, [[-2, 6], [0, 5]], atol=1e-5)
