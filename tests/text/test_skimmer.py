"""The skimmer: what it says of a text does not hang on the texts beside it."""

from pathlib import Path

import numpy as np
import pytest

from tests.text.small_weights import write_weights
from wellspring.text.skimmer import Skimmer, Skimmers

SIZE, WIDE, RULES = 12, 16, 3
KNOWN = ("[pad]", "[unk]", "[cls]", "[sep]", "tea", "cure", "##s", "walk", ".")


@pytest.fixture(scope="module")
def skimmer(tmp_path_factory: pytest.TempPathFactory) -> Skimmer:
    """Return a network of weights that mean nothing."""
    shapes = {
        "head.weight": (RULES, 2 * WIDE),
        "head.bias": (RULES,),
        "layers.0.weight": (5, SIZE, WIDE),
        "layers.0.bias": (WIDE,),
        "layers.1.weight": (3, WIDE, WIDE),
        "layers.1.bias": (WIDE,),
    }
    path = tmp_path_factory.mktemp("skimmer") / "skimmer.npz"
    return Skimmer(write_weights(path, KNOWN, SIZE, shapes))


def test_texts_beside_it_change_nothing(skimmer: Skimmer) -> None:
    texts = ["tea", "cures tea. walk cures", "walk", ". . . . . .", "tea tea"] * 5
    alone = np.concatenate([skimmer.skim([text]) for text in texts])
    np.testing.assert_allclose(skimmer.skim(texts), alone, rtol=1e-4, atol=1e-5)


def test_a_text_without_words_is_skimmed(skimmer: Skimmer) -> None:
    assert np.isfinite(skimmer.skim([""])).all()


def test_of_a_text_as_much_is_skimmed_as_is_read_closely(skimmer: Skimmer) -> None:
    one, other = skimmer.skim(["walk " * 4000, "walk " * 3999 + "cure"])
    assert np.allclose(one, other)
    one, other = skimmer.skim(["walk " * 4000, "walk " * 158 + "cure"])
    assert not np.allclose(one, other)


def test_a_text_comes_to_what_its_layers_add(skimmer: Skimmer) -> None:
    numbers = skimmer.pieces.cut("tea cures walk.")[0]
    seen = skimmer.seen(np.array(numbers))
    first, second = skimmer.layers
    after = first.spread(seen, np.arange(len(numbers)))
    after = after + second.around(after)
    both = np.concatenate([after.mean(axis=0), after.max(axis=0)])
    plain = skimmer.parts["head.weight"] @ both + skimmer.parts["head.bias"]
    np.testing.assert_allclose(skimmer.skim(["tea cures walk."])[0], plain, rtol=1e-4)


def test_a_layer_is_the_sum_of_what_stands_around(skimmer: Skimmer) -> None:
    first, second = skimmer.layers
    chance = np.random.default_rng(2)
    some = chance.normal(0, 1, (3, SIZE)).astype(np.float32)
    places = np.array([0, 2, 1, 1, 0, 2])
    wide = np.pad(some[places], ((2, 2), (0, 0)))
    plain = np.array(
        [sum(wide[at + k] @ first.weight[k] for k in range(5)) + first.bias for at in range(6)]
    )
    np.testing.assert_allclose(first.spread(some, places), np.maximum(plain, 0), atol=1e-4)
    after = first.spread(some, places)
    wide = np.pad(after, ((2, 2), (0, 0)))
    plain = np.array(
        [
            sum(wide[at + 2 * k] @ second.weight[k] for k in range(3)) + second.bias
            for at in range(6)
        ]
    )
    np.testing.assert_allclose(second.around(after), np.maximum(plain, 0), atol=1e-4)
    assert (first.reach, second.reach) == (2, 2)


def test_order_of_words_matters(skimmer: Skimmer) -> None:
    one, other = skimmer.skim(["tea cures walk", "walk cures tea"])
    assert not np.allclose(one, other)


def test_several_are_averaged_rule_by_rule(skimmer: Skimmer, tmp_path: Path) -> None:
    parts = dict(np.load(skimmer.path))
    parts["rules"] = np.array("\n".join(reversed(skimmer.rules)))
    other = tmp_path / "other.npz"
    np.savez(other, **parts)
    both = Skimmers([skimmer.path, other])
    assert both.rules == skimmer.rules
    alone = skimmer.skim(["tea cures walk."])
    np.testing.assert_allclose(
        both.skim(["tea cures walk."]), (alone + alone[:, ::-1]) / 2, rtol=1e-5
    )
