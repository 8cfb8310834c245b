"""Words cut into known pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.pieces import Pieces

KNOWN = ("[pad]", "[unk]", "[cls]", "[sep]", "[heading]", "cure", "cur", "##ative", "##s", "a", ".")
PIECES = Pieces({piece: number for number, piece in enumerate(KNOWN)})


def cut(text: str) -> list[str]:
    return [KNOWN[number] for number in PIECES.cut(text)[0]]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("cure", ["cure"]),
        ("CURE", ["cure"]),
        ("Curé", ["cure"]),
        ("cures.", ["cure", "##s", "."]),
        ("curative", ["cur", "##ative"]),
        ("[heading] a cure", ["[heading]", "a", "cure"]),
        ("[a]", ["[unk]", "a", "[unk]"]),
        ("curfew", ["[unk]"]),
        ("a" * 61, ["[unk]"]),
    ],
)
def test_the_longest_known_pieces_are_taken(text: str, pieces: list[str]) -> None:
    assert cut(text) == ["[cls]", *pieces, "[sep]"]


def test_each_piece_knows_where_its_word_begins() -> None:
    assert PIECES.cut("a cures.")[1] == [0, 0, 2, 2, 7, 8]


@given(st.text())
def test_any_text_is_cut(text: str) -> None:
    numbers, places = PIECES.cut(text)
    assert len(numbers) == len(places)
    assert places == sorted(places)
