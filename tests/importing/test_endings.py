"""Bios, pull quotes and signatures are told by what stands around them."""

import pytest

from tests.importing.small_stories import HEAD, PROSE, body_of, read
from wellspring.importing.story import Story

TOLD = "Robin Example has walked the same river since the age of nine."
MORE = "She lives above the boat house with two cats."
FOOT = "This piece first appeared in issue 14 of Quiet Quarterly."


def story_of(*parts: str) -> Story:
    return read(HEAD, *parts)


@pytest.mark.parametrize("foot", ["", FOOT, f"{FOOT}\nShare this article"])
@pytest.mark.parametrize(
    "bio",
    [
        [TOLD],
        [TOLD, MORE],
        [f"({TOLD})"],
        ["Robin Example, a nurse in the hills, writes about rivers."],
        ["Dr Robin Example is a nurse."],
    ],
)
def test_a_bio_without_a_heading_ends_a_story(bio: list[str], foot: str) -> None:
    story = story_of(PROSE, *bio, foot)
    assert [line.text for line in story.bio] == [text.strip("()") for text in bio]
    assert body_of(story) == PROSE


def test_somebody_else_ends_a_story() -> None:
    story = story_of(PROSE, "Sam Sample has walked home.", MORE)
    assert story.bio == []
    assert MORE in body_of(story)


def test_who_signs_a_letter_with_the_first_name_is_kept() -> None:
    story = read("A Slow Walk", "Letter no. 27", "SAM SAMPLE", "", PROSE, "Yours,", "", "Sam")
    assert body_of(story).split("\n\n") == [PROSE, "Yours,", "Sam"]


@pytest.mark.parametrize("text", ["“{}”", "{}"])
def test_a_pull_quote_is_left_out_and_named(text: str) -> None:
    said = "Nothing has ever been urgent in a bed of leeks."
    story = story_of(PROSE, text.format(said), f"{said} {PROSE}")
    assert body_of(story) == f"{PROSE}\n\n{said} {PROSE}"
    assert [note.line for note in story.unsure if note.kind == "pull quote"] == [6]


@pytest.mark.parametrize(
    "lines",
    [
        ["I said this to myself:", "Nothing has ever been urgent in a bed of leeks."],
        ["Nothing was urgent.", ""],
        ["Nothing has ever been urgent in a bed of leeks.", PROSE * 2] * 2,
    ],
)
def test_a_refrain_or_an_item_is_no_pull_quote(lines: list[str]) -> None:
    said = "Nothing has ever been urgent in a bed of leeks."
    story = story_of(PROSE, *lines, f"{said} Nothing was urgent. {PROSE}")
    assert all(line in body_of(story) for line in lines)


def test_who_signs_a_letter_is_no_heading_and_no_tail() -> None:
    letter = ["Dear Robin,", PROSE, "Clicking in Crewe", "Dear Clicking,", PROSE]
    story = story_of(*letter, "Yours at half speed,", "Robin", "", "Share", "Unsubscribe")
    assert body_of(story).split("\n\n") == [*letter, "Yours at half speed,", "Robin"]


@pytest.mark.parametrize(
    "line",
    [
        *("[Image: a cup on a table]", "Figure 1: The cup.", "Caption: My sister, asleep"),
        *("Photograph: Sam Sample/Quiet Images", "Part 2 of my series on knees"),
    ],
)
def test_a_caption_goes_and_is_named(line: str) -> None:
    story = story_of(PROSE, line, f"Then it rained. {PROSE}")
    assert line not in body_of(story)
    assert line in [note.text for note in story.stripped]
