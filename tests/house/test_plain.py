"""The house style becomes plain data and back; data that stand for nothing are refused."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from wellspring.house.plain import from_plain, to_plain
from wellspring.house.style import HouseStyle
from wellspring.model.place import Place
from wellspring.model.topic import Examples
from wellspring.text.terms import index_terms

VALUES = [
    None,
    "word",
    1.5,
    (),
    ("a", ("b", 2)),
    {"key": date(2026, 1, 31), "": ()},
    Place("x.md", 3),
    Examples(("a",), ("b",)),
    index_terms({"owner": ("a cure", "pills")}),
]


def through(value: Any) -> Any:  # noqa: ANN401 - whatever is kept
    """Return a value after it was written and read."""
    return from_plain(json.loads(json.dumps(to_plain(value))))


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert through(value) == value
    assert type(through(value)) is type(value)


def test_the_house_comes_back_as_it_was(house: HouseStyle) -> None:
    back = through(house)
    assert to_plain(back) == to_plain(house)
    assert back.categories == house.categories
    assert back.topics_by_tag.keys() == house.topics_by_tag.keys()
    assert [*back.terms.find("Ketamine for anxiety")] == [*house.terms.find("Ketamine for anxiety")]
    for name in ("unless", "only_if"):
        sources = {owner: it.source for owner, it in getattr(house, name).items()}
        assert {owner: it.source for owner, it in getattr(back, name).items()} == sources


def test_an_unknown_class_is_not_kept() -> None:
    with pytest.raises(TypeError, match=r"^Fraction is not kept$"):
        to_plain((Fraction(1, 2),))


def test_a_class_of_the_same_name_is_not_kept() -> None:
    namesake = type("Place", (), {})
    with pytest.raises(TypeError, match=r"^Place is not kept$"):
        to_plain(namesake())


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ([], ValueError),
        (["system", "ls"], KeyError),
        (["Place"], TypeError),
        (["Place", "x", 1, 2, 3, 4, 5, 6], TypeError),
        (["date", "yesterday"], ValueError),
        (["date", 3], TypeError),
        (["dict", []], AttributeError),
        (["dict"], IndexError),
        (["TermIndex", [["owner"]], {}], ValueError),
        (["HouseStyle"], TypeError),
        ([["tuple"]], TypeError),
    ],
)
def test_data_that_stand_for_nothing_are_refused(data: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        from_plain(data)
