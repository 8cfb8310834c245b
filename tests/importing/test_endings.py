"""Bios, pull quotes and signatures are told by what stands around them."""

import pytest

from tests.importing.score import GIVEN, STYLE
from wellspring.importing.output import post_text
from wellspring.importing.story import Story, read_story

HEAD = "A Slow Walk\nBy Robin Example\nJune 5, 2024\n\n"
PROSE = (
    "It took an hour, and the river was as brown as I was by the end of it. I went home for soup."
)
TOLD = "Robin Example has walked the same river since the age of nine."
MORE = "She lives above the boat house with two cats."
FOOT = "This piece first appeared in issue 14 of Quiet Quarterly."


def read(*parts: str) -> Story:
    return read_story((HEAD + "\n".join(parts)).encode(), "x.txt", STYLE)


def body_of(story: Story) -> str:
    return post_text(story, GIVEN, STYLE.shelves).split("\n\n", 1)[1].strip()


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
    story = read(PROSE, *bio, foot)
    assert [line.text for line in story.bio] == [text.strip("()") for text in bio]
    assert body_of(story) == PROSE


def test_somebody_else_ends_a_story() -> None:
    story = read(PROSE, "Sam Sample has walked home.", MORE)
    assert story.bio == []
    assert MORE in body_of(story)


@pytest.mark.parametrize("text", ["“{}”", "{}"])
def test_a_pull_quote_is_left_out_and_named(text: str) -> None:
    said = "Nothing has ever been urgent in a bed of leeks."
    story = read(PROSE, text.format(said), f"{said} {PROSE}")
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
    story = read(PROSE, *lines, f"{said} Nothing was urgent. {PROSE}")
    assert all(line in body_of(story) for line in lines)


def test_who_signs_a_letter_is_no_heading_and_no_tail() -> None:
    letter = ["Dear Robin,", PROSE, "Clicking in Crewe", "Dear Clicking,", PROSE]
    story = read(*letter, "Yours at half speed,", "Robin", "", "Share", "Unsubscribe")
    assert body_of(story).split("\n\n") == [*letter, "Yours at half speed,", "Robin"]


@pytest.mark.parametrize(
    "line",
    [
        *("[Image: a cup on a table]", "Figure 1: The cup.", "Caption: My sister, asleep"),
        *("Photograph: Sam Sample/Quiet Images", "Part 2 of my series on knees"),
    ],
)
def test_a_caption_goes_and_is_named(line: str) -> None:
    story = read(PROSE, line, f"Then it rained. {PROSE}")
    assert line not in body_of(story)
    assert line in [note.text for note in story.stripped]
