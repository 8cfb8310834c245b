"""Blanks that a copied line has lost come back above a story, and nowhere else."""

import pytest

from tests.importing.score import STYLE
from tests.importing.small_stories import PROSE, read
from wellspring.importing.glued import MOST, with_gaps, with_tags_apart
from wellspring.importing.line import Line

GLUED = "Robin ExampleFeb 02, 2024∙ Paid21"


def mended(text: str) -> str:
    return with_gaps([Line(1, text)])[0].text


@pytest.mark.parametrize(
    "text",
    [
        "By Robin Example, Feb 2, 2024",
        "In June 2024 we moved",
        "By Robin ExamplePublished 2 years ago",
        "Photos: mine",
        "1.2.3 and on",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (GLUED, "Robin Example · Feb 02, 2024 · ∙ Paid21"),
        ("Community//December 4, 2020", "Community · December 4, 2020"),
        (
            "Text: Robin ExamplePhotos: Lee Lay30.01.2024Reading time 7 min.",
            "Text: Robin Example · Photos: Lee Lay · 30.01.2024 · Reading time 7 min.",
        ),
        ("Robin Example·Follow", "Robin Example · Follow"),
    ],
)
def test_parts_are_parted(text: str, parts: str) -> None:
    assert mended(text) == parts


def test_below_prose_and_far_down_nothing_changes() -> None:
    prose = Line(1, "I had said it all. " * 12)
    assert with_gaps([prose, Line(2, GLUED)])[1].text == GLUED
    far = [Line(at, "x") for at in range(MOST)]
    assert with_gaps([*far, Line(MOST + 1, GLUED)])[-1].text == GLUED


def test_a_story_has_the_name_and_the_day_that_were_glued() -> None:
    found = read(f"A Slow Walk\n{GLUED}\n\n{PROSE}\n\n{PROSE}")
    assert (found.title, found.author, str(found.day)) == (
        *("A Slow Walk", "Robin Example"),
        "2024-02-02",
    )


def test_below_a_title_with_no_page_around_it_stands_who_wrote_it() -> None:
    found = read(f"In defence of lying down\n\nRobin Example\n\n{PROSE}\n\n{PROSE}")
    assert (found.author, found.subtitle) == ("Robin Example", "")


@pytest.mark.parametrize(
    "text",
    ["self care", "sleep walking", "healthy", "how to", "Sleepwellness", "sleepwell", "x" * 99],
)
def test_words_that_are_no_tags_run_together_stay(text: str) -> None:
    assert with_tags_apart([Line(3, text)], STYLE.tags) == [Line(3, text)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("sleepself caremental health", "#sleep #self care #mental health"),
        ("recoveryhumanityadvice", "#recovery #humanity #advice"),
        ("mental healthhow to", "#mental health #how to"),
    ],
)
def test_tags_that_have_run_together_stand_apart(text: str, tags: str) -> None:
    assert with_tags_apart([Line(3, text)], STYLE.tags) == [Line(3, tags)]


def test_such_tags_are_the_story_s() -> None:
    story = read("A Slow Walk", "By Robin Example", PROSE, "walkinghow tomental health", "Share")
    assert story.tags == ["walking", "how to", "mental health"]
