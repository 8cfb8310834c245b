"""Loading what rows of words weigh: what is wrong is named with file and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import rule_file
from wellspring.errors import HouseStyleError
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
GOOD = 'what = "W."\nstart = -3\nenough = 1.5\nleast = -4.5\n\n[rows]\n"cures" = 2.0\n'


def load(write_house: Write, leaning: str, name: str = "claim-x") -> None:
    root = write_house({"rules/claim/x.toml": rule_file(), f"leanings/{name}.toml": leaning})
    load_rules(root)


def test_a_rule_may_have_none(write_house: Write) -> None:
    (rule,) = load_rules(write_house({"rules/claim/x.toml": rule_file()}))
    assert rule.leaning is None


def test_a_leaning_belongs_to_its_rule(write_house: Write) -> None:
    root = write_house({"rules/claim/x.toml": rule_file(), "leanings/claim-x.toml": GOOD})
    (rule,) = load_rules(root)
    assert rule.leaning is not None
    assert (rule.leaning.start, rule.leaning.enough, rule.leaning.least) == (-3.0, 1.5, -4.5)
    assert rule.leaning.rows == {"cures": 2.0}


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
            GOOD.replace("start = -3\n", ""),
            "claim-x",
            "editorial/leanings/claim-x.toml:1:1: `start` is missing or is not a number. "
            "Write one, such as `-1.5`.",
        ),
        (
            GOOD.replace("2.0", '"much"'),
            "claim-x",
            "editorial/leanings/claim-x.toml:1:1: `cures` is missing or is not a number. "
            "Write one, such as `-1.5`.",
        ),
        (
            GOOD.partition("[rows]")[0],
            "claim-x",
            "editorial/leanings/claim-x.toml:1:1: `[rows]` is missing or empty. "
            "Write what each row of words weighs.",
        ),
        (
            GOOD.replace("-4.5", "2.5"),
            "claim-x",
            "editorial/leanings/claim-x.toml:3:1: `enough` must be more than `least`. "
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
