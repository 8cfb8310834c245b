"""A page's list of a story's own headings: taken out only if each line comes again."""

from pathlib import Path

from wellspring.house.importing import load_importing
from wellspring.importing.contents_list import contents_in
from wellspring.importing.line import Line

STYLE = load_importing(Path(__file__).parents[2] / "editorial")


def found(*texts: str) -> list[int]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return sorted(contents_in(lines, STYLE))


def test_an_author_s_own_list_stays() -> None:
    assert found("On this page", "One thing", "Another thing", "", "Words of the story.") == []
    assert found("In this house", "The shelf", "The sauce", "The shelf", "x", "The sauce") == []


def test_one_line_that_comes_again_is_no_list() -> None:
    assert found("Contents", "The shelf", "Words.", "The shelf", "More words.") == []


def test_a_list_of_headings_that_come_again_is_taken_out() -> None:
    texts = ("Words.", "On this page", "The shelf", "- The sauce", "", "Words.", "## The shelf")
    assert found(*texts, "x", "The sauce", "y") == [2, 3, 4]


def test_a_list_may_be_numbered_without_dots() -> None:
    story = ("Sit down", "Words.", "Eat toast", "More words.")
    assert found(
        "Table of contents", "1 Sit down", "2 Eat toast", "Before I fell ill.", *story
    ) == [
        1,
        2,
        3,
    ]


def test_days_that_differ_in_their_numbers_are_no_line_that_comes_again() -> None:
    assert found("Contents", "Monday 3 May", "Monday 10 May", "Words.", "Monday 17 May") == []


def test_a_printed_list_names_pages() -> None:
    texts = ("Contents", "1. The old shelf\t1", "2. The sauce that is kept ..... 2", "Words.")
    assert found(*texts, "1. The old shelf", "x", "2. The sauce that is kept") == [1, 2, 3]
    days = ("Day 1", "x", "Day 2", "y", "Day 3")
    assert found("Contents", "Day 1", "Day 2", "Day 3", "Words.", *days) == [1, 2, 3, 4]
