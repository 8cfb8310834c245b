"""Where the wrong piece of a match stands, and that none is passed over."""

import re

import pytest

from wellspring.checking.swaps import once_each, piece_of, swapped_spans

WORDS = re.compile(r"\w+ ?-+ ?\w+")


def swapped(text: str) -> list[str]:
    return [text[slice(*span)] for span in swapped_spans(WORDS, text, "-")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rest and walk", []),
        ("rest - walk", ["rest - walk"]),
        ("rest - walk - eat", ["rest - walk", "walk - eat"]),
        ("rest -- walk--eat", ["rest -- walk", "walk--eat"]),
        ("rest - walk. sleep - eat", ["rest - walk", "sleep - eat"]),
    ],
)
def test_every_piece_is_found_also_where_words_are_shared(text: str, found: list[str]) -> None:
    assert swapped(text) == found


def test_a_match_without_its_piece_is_found_once() -> None:
    assert list(swapped_spans(re.compile("rest"), "rest rest", "-")) == [(0, 4), (5, 9)]


@pytest.mark.parametrize(
    ("text", "at"), [("rest", None), ("a-b", 1), ("wake-up-but", 7), ("rest -- walk", 5)]
)
def test_the_last_piece_is_the_wrong_one(text: str, at: int | None) -> None:
    assert piece_of(text, (0, len(text)), "-") == at


def test_what_two_phrases_find_counts_once() -> None:
    text = "wake-up-but walk - eat"
    spans = [(5, 11), (0, 11), (12, 22), (8, 22)]
    assert list(once_each(spans, text, "-")) == [(0, 11), (8, 22)]


def test_the_time_is_in_step_with_the_length() -> None:
    assert len(swapped("rest - " * 20_000 + "eat")) == 20_000
