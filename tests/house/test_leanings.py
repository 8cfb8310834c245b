"""Loading how far the second reader is trusted: what is wrong is named with file and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real_house import real_rules
from tests.small_rules import rule_file
from wellspring.errors import HouseStyleError
from wellspring.house.cache import kept_rules
from wellspring.house.rules import load_rules
from wellspring.model.leaning import Leaning

Write = Callable[[dict[str, str]], Path]
GOOD = 'what = "W."\nenough = 1.5\nleast = -4\nnoticed = -2.5\n'


def load(write_house: Write, leaning: str, name: str = "claim-x") -> None:
    root = write_house({"rules/claim/x.toml": rule_file(), f"leanings/{name}.toml": leaning})
    load_rules(root)


def test_a_rule_may_have_none(write_house: Write) -> None:
    (rule,) = load_rules(write_house({"rules/claim/x.toml": rule_file()}))
    assert rule.leaning is None


def test_a_leaning_belongs_to_its_rule(write_house: Write) -> None:
    root = write_house({"rules/claim/x.toml": rule_file(), "leanings/claim-x.toml": GOOD})
    (rule,) = load_rules(root)
    assert rule.leaning == Leaning(enough=1.5, least=-4.0, noticed=-2.5)


def test_leanings_are_kept_with_the_rules(write_house: Write, tmp_path: Path) -> None:
    root = write_house({"rules/claim/x.toml": rule_file(), "leanings/claim-x.toml": GOOD})
    made = kept_rules(root, tmp_path / "store").rules
    again = kept_rules(root, tmp_path / "store").rules
    assert [rule.leaning for rule in again] == [rule.leaning for rule in made]
    assert made[0].leaning is not None


def test_another_leaning_is_read_anew(write_house: Write, tmp_path: Path) -> None:
    root = write_house({"rules/claim/x.toml": rule_file(), "leanings/claim-x.toml": GOOD})
    kept_rules(root, tmp_path / "store")
    file = root / "leanings" / "claim-x.toml"
    file.write_text(GOOD.replace("1.5", "2.5"), encoding="utf-8")
    (rule,) = kept_rules(root, tmp_path / "store").rules
    assert rule.leaning == Leaning(enough=2.5, least=-4.0, noticed=-2.5)


def test_what_could_hurt_is_silenced_less_easily() -> None:
    least: dict[bool, list[float]] = {True: [], False: []}
    for rule in real_rules():
        if rule.leaning:
            least[rule.severity == "error"].append(rule.leaning.least)
    assert len(least[True]) == 7
    assert sum(least[True]) / 7 < sum(least[False]) / len(least[False])


@pytest.mark.parametrize(
    ("leaning", "name", "message"),
    [
        (
            GOOD,
            "claim-y",
            "editorial/leanings/claim-y.toml:1:1: there is no rule `claim-y`. "
            "Did you mean `claim-x`?",
        ),
        (
            GOOD.replace("enough = 1.5\n", ""),
            "claim-x",
            "editorial/leanings/claim-x.toml:1:1: `enough` is missing or is not a number. "
            "Write one, such as `-1.5`.",
        ),
        (
            GOOD.replace("-4", '"much"'),
            "claim-x",
            "editorial/leanings/claim-x.toml:3:1: `least` is missing or is not a number. "
            "Write one, such as `-1.5`.",
        ),
        (
            GOOD.replace("-4", "2.5"),
            "claim-x",
            "editorial/leanings/claim-x.toml:2:1: `enough` must be more than `least`. "
            "Mend one of them.",
        ),
        (
            f"color = 1\n{GOOD}",
            "claim-x",
            "editorial/leanings/claim-x.toml:1:1: `color` is not a key of this kind of file. ",
        ),
    ],
)
def test_what_is_wrong_is_named(write_house: Write, leaning: str, name: str, message: str) -> None:
    with pytest.raises(HouseStyleError) as error:
        load(write_house, leaning, name)
    assert str(error.value).startswith(message)
