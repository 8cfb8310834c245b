"""Bylines and days at a story's beginning: taken for what they say, never from a story's words."""

from datetime import date

import pytest

from tests.conftest import ROOT
from wellspring.house.importing import load_importing
from wellspring.importing.line import Note
from wellspring.importing.pages.beginnings import take_datelines
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.flow import blocks_in
from wellspring.importing.pages.tree import read_tree, words_of
from wellspring.model.importing import ImportStyle

STORY = "I turned the lamp off at nine, and the house went quiet."


@pytest.fixture(scope="module")
def style() -> ImportStyle:
    return load_importing(ROOT / "editorial")


def taken(style: ImportStyle, facts: Facts, *texts: str) -> tuple[list[str], list[str]]:
    html = "\n".join(f"<p>{text}</p>" for text in (*texts, STORY))
    notes: list[Note] = []
    kept = take_datelines(list(blocks_in(read_tree(html, "x.html"))), facts, style, notes, [])
    return [words_of(block) for block in kept[:-1]], [note.kind for note in notes]


@pytest.mark.parametrize(
    "text",
    [
        "By the river it is quiet.",
        "By Tuesday we had a plan.",
        "March was cold.",
        "Robin and Kim",
        "It was May 3, 2024, and it rained.",
        "5 min read, they said.",
    ],
)
def test_a_story_s_own_words_stay(style: ImportStyle, text: str) -> None:
    facts = Facts()
    assert taken(style, facts, text) == ([text], [])
    assert facts == Facts()


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (("By Robin Example", "March 3, 2024"), ["byline", "dated"]),
        (("By Robin Example | March 3, 2024",), ["byline"]),
        (("", "By Robin Example", "", "March 3, 2024"), ["byline", "dated"]),
        (("March 3, 2024", "Written by Robin Example"), ["dated", "byline"]),
    ],
)
def test_author_and_day_are_taken(
    style: ImportStyle, texts: tuple[str, ...], kinds: list[str]
) -> None:
    facts = Facts()
    assert taken(style, facts, *texts) == ([], kinds)
    assert (facts.author, facts.day) == ("Robin Example", date(2024, 3, 3))


def test_a_name_is_one_where_a_day_stands_below(style: ImportStyle) -> None:
    facts = Facts()
    assert taken(style, facts, "Robin Example", "March 3, 2024") == ([], ["byline", "dated"])
    assert (facts.author, facts.day) == ("Robin Example", date(2024, 3, 3))
    assert taken(style, Facts(), "Robin Example", "A walk home.") == (
        ["Robin Example", "A walk home."],
        [],
    )


def test_nobody_takes_the_place_of_whom_the_page_names(style: ImportStyle) -> None:
    facts = Facts(author="Kim Sample")
    assert taken(style, facts, "By Robin Example") == (["By Robin Example"], [])
    assert taken(style, facts, "By Kim Sample, RN") == ([], ["byline"])
    assert facts.author == "Kim Sample"


def test_whoever_writes_is_not_whom_a_program_has_as_its_user(style: ImportStyle) -> None:
    facts = Facts(author="Admin", day=date(2025, 1, 1), weak={"author", "day"})
    assert taken(style, facts, "By Robin Example", "March 3, 2024") == ([], ["byline", "dated"])
    assert (facts.author, facts.day, facts.weak) == ("Robin Example", date(2024, 3, 3), set())


def test_one_block_stays(style: ImportStyle) -> None:
    tree = read_tree("<p>By Robin Example</p>", "x.html")
    assert len(take_datelines(list(blocks_in(tree)), Facts(), style, [], [])) == 1


def test_a_day_that_may_be_two_is_asked_about(style: ImportStyle) -> None:
    tree = read_tree(f"<p>By Robin Example</p><p>03/04/2015</p><p>{STORY}</p>", "x.html")
    facts, unsure = Facts(), list[Note]()
    kept = take_datelines(list(blocks_in(tree)), facts, style, [], unsure)
    assert [words_of(block) for block in kept] == [STORY]
    assert (facts.day, unsure) == (None, [Note(1, "unclear day", "03/04/2015")])
