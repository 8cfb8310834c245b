"""Short texts without a page around them say in few words who wrote them and when."""

import pytest

from tests.importing.small_stories import PROSE, body_of, post_of, read
from wellspring.importing.names import plain_name
from wellspring.importing.output import author_texts
from wellspring.importing.story import Story

TITLE = "Four Minutes With the Kettle"
LAST = "It was not a revelation, and I went out to feed the birds."
DAY = "2024-05-05"


def short(head: str, *below: str) -> Story:
    return read(head, "", PROSE, "", LAST, *(part for text in below for part in ("", text)))


def authors(story: Story) -> list[str]:
    return [name for name in (story.author, *story.others) if name]


@pytest.mark.parametrize(
    "head",
    [
        "Becoming a Nurse, Writer to the Core\nBy Robin Example",
        "My Life as a Gardener, Writer\nBy Robin Example",
        "Interview With a Kettle\nBy Robin Example",
        "Updated: My Morning Routine\nBy Robin Example",
        "Published by a Blackbird\nBy Robin Example",
    ],
)
def test_a_title_is_no_byline(head: str) -> None:
    story = short(head)
    assert (story.title, authors(story)) == (head.partition("\n")[0], ["Robin Example"])


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Robin Example and Kim Sample | Staff Writers", ["Robin Example", "Kim Sample"]),
        ("Robin Example, Health Editor", ["Robin Example"]),
        ("Interview by Robin Example", ["Robin Example"]),
        ("As told to Robin Example", ["Robin Example"]),
        ("Authors: Robin Example; Kim Sample", ["Robin Example", "Kim Sample"]),
        ("By Robin Example; Kim Sample; Lee Trial", ["Robin Example", "Kim Sample", "Lee Trial"]),
        ("By Robin Example with Kim Sample", ["Robin Example", "Kim Sample"]),
        ("Report by Robin Example. Photos by Kim S. and Lee.", ["Robin Example"]),
        ("Written by Robin Example, Photographs by Kim Sample", ["Robin Example"]),
        ("Story by Robin Example, as told to Kim Sample", ["Robin Example"]),
        ("Posted March 3, 2024 in Slow Mornings by Robin Example", ["Robin Example"]),
        ("ROBIN EXAMPLE, RN\nMarch 3, 2024", ["Robin Example, RN"]),
        ("Robin Example\nPhotographs Kim Sample\nMarch 3, 2024", ["Robin Example"]),
    ],
)
def test_bylines_of_many_forms(byline: str, names: list[str]) -> None:
    story = short(f"{TITLE}\n{byline}")
    assert (story.title, story.subtitle, authors(story)) == (TITLE, "", names)


def test_what_the_author_is_is_no_subtitle() -> None:
    story = short(f"{TITLE}\nDr. Robin Example, PhD\nClinical psychologist\nMarch 3, 2024")
    assert (story.subtitle, story.author) == ("", "Dr. Robin Example, PhD")
    assert "Clinical psychologist" in {note.text for note in story.stripped}


def test_a_byline_behind_the_title() -> None:
    story = short(f"{TITLE} — by Robin Example")
    assert (story.title, story.author) == (TITLE, "Robin Example")


def test_a_time_may_stand_right_behind_the_day() -> None:
    assert str(short(f"{TITLE}\nMay 5, 20247:49 AM ET\nBy Robin Example").day) == DAY


@pytest.mark.parametrize("text", ["Updated 5 May 2024", "Published 5 May 2024", "5 May 2024"])
def test_a_text_may_end_with_its_day(text: str) -> None:
    story = short(TITLE, text)
    assert (str(story.day), body_of(story)) == (DAY, f"{PROSE}\n\n{LAST}")
    assert text in {note.text for note in story.stripped}


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("June 6, 2025", "5 May 2024", "2025-06-06"),
        ("June 6, 2025", "Updated 5 May 2024", "2025-06-06"),
        ("June 6, 2025", "First published 5 May 2024", DAY),
    ],
)
def test_the_day_above_counts_but_for_the_first_one(above: str, below: str, day: str) -> None:
    assert str(short(f"{TITLE}\nBy Robin Example\n{above}", below).day) == day


@pytest.mark.parametrize(
    "last",
    [
        *("By the Sea", "The Long Evening", "“Be still.”\n— Mary Sample", "~ Robin", "Morning"),
        *("Sweet Dreams", "San Francisco", "Nick Drake\n\nJoni Sample", "— Robin Example"),
    ],
)
def test_no_other_end_names_the_author(last: str) -> None:
    story = short(TITLE, last)
    assert story.author == ""
    assert last.rpartition("\n")[2] in post_of(story)


@pytest.mark.parametrize(
    ("above", "last"),
    [
        ("Read next: The Long Evening", "By Kim Sample"),
        ("“Walk on,” as she wrote.", "By Mary Sample"),
        ("Rest in peace.", "5 May 1944 – 6 June 2020"),
    ],
)
def test_who_and_when_of_something_else_are_left(above: str, last: str) -> None:
    story = short(TITLE, above, last)
    assert (story.author, story.day) == ("", None)


@pytest.mark.parametrize(
    "title",
    [
        *("Mother, Writer", "Interview by Candlelight", "As Told to Me", "Photography Saved Me"),
        *("Photographs And Memories", "Saved, by Grace Alone", "Updated: My Will and Yours"),
    ],
)
def test_a_title_may_look_like_a_byline_or_a_credit(title: str) -> None:
    story = short(f"{title}\nBy Kim Sample\n5 May 2024")
    assert (story.title, story.author) == (title, "Kim Sample")


@pytest.mark.parametrize(
    "last",
    ["By Robin Example\nPhotographs: Kim Sample", "By Robin Example\n\nPhotos by Kim Sample"],
)
def test_a_credit_below_the_closing_byline(last: str) -> None:
    story = short(TITLE, last)
    assert (story.title, story.author) == (TITLE, "Robin Example")
    assert body_of(story) == f"{PROSE}\n\n{LAST}"


def test_a_list_of_names_takes_no_time() -> None:
    names = "; ".join(["Robin JD Example PhD"] * 40)
    assert short(f"{TITLE}\nBy {names} and others").title == TITLE


def test_a_summary_has_no_stars_and_no_greeting() -> None:
    story = read(
        TITLE, "By Robin Example", "", "Dear reader,", "", "I *really* did not.", "", PROSE
    )
    assert "Summary: I really did not." in post_of(story)


def test_a_byline_below_is_no_part_of_the_text() -> None:
    story = short(TITLE, "By Robin Example", "5 May 2024")
    assert (story.author, str(story.day)) == ("Robin Example", DAY)
    assert body_of(story) == f"{PROSE}\n\n{LAST}"


@pytest.mark.parametrize(
    ("bio", "told"),
    [
        (
            "Robin Example is a nurse. Robin walks. Kim Sample is a baker.",
            ["Robin Example is a nurse. Robin walks.", "Kim Sample is a baker."],
        ),
        (
            "Robin Example is a nurse. Kim Sample is a baker. They share a kettle.",
            ["Robin Example is a nurse. Kim Sample is a baker. They share a kettle.", ""],
        ),
    ],
)
def test_one_line_may_tell_of_two_authors(bio: str, told: list[str]) -> None:
    story = short(f"{TITLE}\nBy Robin Example and Kim Sample", bio)
    assert bio not in body_of(story)
    texts = author_texts(story)
    for name, text in zip(("Robin Example", "Kim Sample"), told, strict=True):
        assert texts[name].partition("\n\n")[2].strip() == text


@pytest.mark.parametrize(
    ("below", "day"),
    [(["Robin Example"], "None"), (["Robin Example", "Hull, 5 May 2024"], DAY)],
)
def test_a_letter_goes_on_to_its_signature(below: list[str], day: str) -> None:
    end = ["Leave a comment on the fridge for whoever you live with.", "Thanks for reading,"]
    story = short(TITLE, *end, *below)
    assert (story.author, str(story.day)) == ("Robin Example", day)
    assert body_of(story).split("\n\n")[-3:] == [*end, "Robin Example"]


def test_degrees_keep_their_capitals() -> None:
    assert plain_name("ROBIN EXAMPLE, RN, MSN") == "Robin Example, RN, MSN"
    together = plain_name("ROBIN EXAMPLE, RN AND KIM SAMPLE, MD")
    assert together == "Robin Example, RN and Kim Sample, MD"
    three = plain_name("ROBIN EXAMPLE, JANE SAMPLE AND LEE TRIAL")
    assert three == "Robin Example, Jane Sample and Lee Trial"
    assert plain_name("ROBIN AND KIM SAMPLE") == "Robin and Kim Sample"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I *really* did not.", "I *really* did not."),
        ("Take *as much as you like.*", "Take *as much as you like.*"),
        ("3 * 2 = 6 and 2 * 2 = 4", "3 \\* 2 = 6 and 2 \\* 2 = 4"),
        ("Salt* and oil*", "Salt\\* and oil\\*"),
        ("*Prices may change", "\\*Prices may change"),
    ],
)
def test_words_between_stars_are_stressed(text: str, shown: str) -> None:
    assert shown in body_of(read(TITLE, "", PROSE, "", f"{LAST} {text}", "", PROSE))


def test_a_chapter_of_a_recording_is_no_title() -> None:
    head = f"{TITLE}\n00:00 Welcome\n03:18 A Walk With Callum\n12:40 The First Sunday of All"
    assert short(f"{head}\nWords by Robin Example\nApril 27, 2024").title == TITLE
