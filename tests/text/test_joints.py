"""Hyphens weighed by a small network: what it is given, and what it knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.joints import JOINED, Joints, marked_joins, stretches

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
