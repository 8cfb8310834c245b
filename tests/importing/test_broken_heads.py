"""Titles and subtitles that a narrow page has broken become whole; other lines stay apart."""

import pytest

from tests.importing.score import STYLE
from wellspring.importing.broken_heads import with_heads_joined
from wellspring.importing.line import Line

NARROW = [
    "For twenty years I went to work at eleven at night and came home with the",
    "school run. I have made, by a careful back-of-the-envelope reckoning, one",
    "and a half million bread rolls. I have seen every sunrise there was, and",
    "what I had not seen, until last spring, was the news at ten followed by my",
    "own pillow, which was cold.",
]
BY = "Robin Example | 30 January 2024"


def joined(*head: str, text: list[str] = NARROW) -> list[str]:
    lines = [Line(number, each) for number, each in enumerate([*head, *text], 1)]
    return [line.text for line in with_heads_joined(lines, STYLE)][: -len(text)]


@pytest.mark.parametrize(
    "head",
    [
        ["The Night Shift Taught Me to Sleep", "A Baker on His Clock", BY],
        ["The Night Shift Taught Me to Sleep", "", "and what I did by day", BY],
        ["The Night Shift Taught Me to Sleep", "by robin example", BY],
        ["The night shift taught me how to sleep.", "and how to wake", BY],
        ["[ story of the month ]", "up 233 down", BY],
        ["What I learned on the night shift of", "a lifetime"],
    ],
)
def test_other_lines_stay_apart(head: list[str]) -> None:
    assert joined(*head) == head


def test_in_a_text_that_was_not_broken_all_lines_stay_apart() -> None:
    head = ["The Night Shift: What I Know of", "Sleep", BY]
    assert joined(*head, text=[" ".join(NARROW), "", " ".join(NARROW)]) == head


def test_a_title_that_ends_open_goes_on() -> None:
    head = ["The Night Shift Taught Me to Sleep: An Account of", "Resetting the Clock", BY]
    assert joined(*head) == [f"{head[0]} {head[1]}", BY]


def test_a_subtitle_goes_on_in_small_letters_over_three_lines() -> None:
    head = [
        "THE NIGHT SHIFT",
        "How eleven neighbours and a",
        "greyhound gave an old man",
        "his sleep",
    ]
    assert joined(*head, "", BY) == [head[0], " ".join(head[1:]), "", BY]
