"""Rows of words: what a sentence is weighed by."""

from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.rows import Cutter, stem
from wellspring.text.scan import Thing
from wellspring.text.words import words_of

NAMES = ("remedy", "ill")


def rows(text: str, *things: Thing) -> list[str]:
    return [row for row, _, _ in Cutter(NAMES).rows_of(words_of(text), things)]


def test_short_words_keep_their_ends() -> None:
    assert [stem(word) for word in ("this", "bed", "does", "ring")] == [
        "this",
        "bed",
        "does",
        "ring",
    ]


def test_words_lose_their_endings_and_numbers_are_one() -> None:
    forms = ("soothed", "soothes", "soothing", "safely", "300", "headaches")
    assert [stem(word) for word in forms] == ["sooth", "sooth", "sooth", "saf", "#", "headach"]


def test_a_sentence_is_read_in_rows_of_up_to_three_with_its_ends() -> None:
    assert rows("tea cured") == [
        "tea",
        "< tea",
        "cured",
        "tea cured",
        "< _ cured",
        "< tea cured",
        "cured >",
        "tea _ >",
        "tea cured >",
    ]


def test_a_thing_stands_for_its_lists_too() -> None:
    found = rows("green tea heals", Thing(0b01, 0, 2), Thing(0b11, 1, 2))
    assert "@remedy heal" in found
    assert "green tea heal" in found
    assert not any("@remedy/ill" in row for row in found)


def test_a_thing_of_two_lists_has_both_names() -> None:
    assert "@remedy/ill heal" in rows("tea heals", Thing(0b11, 0, 1))


@given(st.text(max_size=80))
def test_every_row_lies_within_its_sentence(text: str) -> None:
    words = words_of(text)
    for _, first, last in Cutter(NAMES).rows_of(words, ()):
        assert -1 <= first < last <= len(words) + 1
