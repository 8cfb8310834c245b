"""Hyphens weighed by networks: what it is given, and what it knows."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.joints import CLOSE, JOIN, JOINED, NETWORK, Joints, marked_joins, stretches

JOINTS = Joints()


def dashes(text: str) -> list[str]:
    """Return the words before the hyphens that the network takes for dashes."""
    found = [match.start() for match in JOINED.finditer(text)]
    return [text[:at].rsplit(maxsplit=1)[-1] for at in found if (JOINTS.weigh(text, at) or 0) > 0]


@pytest.mark.parametrize(
    "text",
    [
        "She is a retired piano-tuner with a well-worn tea-towel.",
        "My sister-in-law bought a rock-hard loaf and a felt-tip pen.",
        "We met twelve-year-old twins at the drop-in.",
    ],
)
def test_compounds_are_known(text: str) -> None:
    assert dashes(text) == []


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("I have a new hobby-bread.", ["hobby"]),
        ("Of course they do-people have jobs.", ["do"]),
        ("My aunt-a well-meaning nurse-said so.", ["aunt", "nurse"]),
    ],
)
def test_lost_dashes_are_known(text: str, before: list[str]) -> None:
    assert dashes(text) == before


class Saying:
    """Says the same of all marks, and which it was asked about."""

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self.asked: list[int] = []

    def read_at(self, text: str, places: Sequence[int]) -> dict[int, float]:
        assert text.count(JOIN) >= len(places)
        self.asked += places
        return dict.fromkeys(places, self.weight)


@pytest.mark.parametrize(("small", "said"), [(-6.0, -6.0), (1.0, 4.0), (-1.0, 4.0), (6.0, 6.0)])
def test_where_the_small_one_is_in_doubt_the_larger_one_says(small: float, said: float) -> None:
    joints, larger = Joints(), Saying(4.0)
    joints.networks = {NETWORK: Saying(small), CLOSE: larger}
    assert joints.weigh("A well-worn path", 6) == said
    assert larger.asked == ([7] if said != small else [])


def test_hyphens_become_marks_whose_places_are_known() -> None:
    marked, places = marked_joins("A well-worn path-all mud.")
    assert marked == "A well [join] worn path [join] all mud."
    assert [marked[place : place + 6] for place in places] == ["[join]", "[join]"]


def test_hyphens_beside_blanks_are_no_joints() -> None:
    assert marked_joins("Short- and long-term, - so") == ("Short- and long [join] term, - so", [16])


def test_a_hyphen_that_is_too_far_behind_is_left_to_rules() -> None:
    text = f"{'x' * 9}-{'a.b.' * 90}y-z"
    assert JOINTS.weigh(text, text.rindex("-")) is None


@given(st.text("ab .!?-\n", max_size=900))
def test_stretches_leave_nothing_out(text: str) -> None:
    last = 0
    for start, part in stretches(text):
        assert text[start : start + len(part)] == part
        assert not text[last:start].strip()
        last = start + len(part)
    assert not text[last:].strip()
