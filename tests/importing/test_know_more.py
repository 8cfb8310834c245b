"""What leads elsewhere: titles without the sites behind them, where each names one the same way."""

import pytest

from tests.importing.score import STYLE
from wellspring.importing.know_more import (
    Link,
    cut_from,
    read_links,
    with_addresses_below,
    without_sites,
)
from wellspring.importing.line import Line


def titles(*given: str) -> list[str]:
    """Return the titles of links, without their sites."""
    return [link.title for link in without_sites([Link(at, t) for at, t in enumerate(given)])]


@pytest.mark.parametrize(
    "given",
    [
        ("Tea — a Love Story",),
        ("Tea—a Love Story", "Slow Walks"),
        ("Bread, Butter", "Knees, And Other Joints"),
        ("Salt, pepper", "Knees, hips", "Tea, milk"),
        ("Rest, Actual Rest", "Knees, Other Joints"),
        ("Rest (Part 1)", "Rest (Part 2)"),
        ("Tea—Why It Helps", "Knees—How They Mend"),
        ("My Diary 2019–2020", "My Diary 2021–2022"),
        ("Pain, Pills and Patience", "Sleep, Work and Guilt", "Tea, Toast and Time"),
        ("Days, Part One", "Days, Part Two", "Days, Part Three"),
        ("Days (Spring)", "Days (Summer)"),
    ],
)
def test_titles_stay_whole(given: tuple[str, ...]) -> None:
    assert titles(*given) == list(given)


@pytest.mark.parametrize(
    "given",
    [
        ("Tea (The Long Evening)", "Slow Walks (knees.example)"),
        ("Tea / The Long Evening", "Slow Walks / Knees"),
        ("“Tea”, from The Long Evening", "“Slow Walks”"),
    ],
)
def test_what_stands_behind_each_title_goes(given: tuple[str, ...]) -> None:
    assert titles(*given) == ["Tea", "Slow Walks"]


def test_sites_behind_commas_go_where_three_have_one() -> None:
    given = ("Tea, The Long Evening", "Walk, don’t run, Knees & Hips", "Rest, Journal of Naps")
    assert titles(*given) == ["Tea", "Walk, don’t run", "Rest"]


def test_what_goes_is_named() -> None:
    links = [Link(3, "Tea, The Long Evening"), Link(4, "“Rest”"), Link(5, "Slow Walks")]
    shorter = [Link(3, "Tea"), Link(4, "Rest"), Link(5, "Slow Walks")]
    assert [(note.line, note.kind, note.text) for note in cut_from(links, shorter)] == [
        (3, "aside", "The Long Evening")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**Know more:** A Slow Walk",
        "*Know more*: A Slow Walk",
        "__Read next:__ A Slow Walk",
        "**Read next:** [A Slow Walk](/a-slow-walk)",
    ],
)
def test_marks_around_what_leads_to_a_title_are_no_part_of_it(text: str) -> None:
    assert read_links(Line(1, text), STYLE.forms["know-more"]) == [Link(1, "A Slow Walk")]


def test_an_address_below_a_title_is_its_own() -> None:
    url = "https://walks.example/a"
    lone = Link(2, url, url)
    assert with_addresses_below([Link(1, "A Slow Walk"), lone]) == [Link(1, "A Slow Walk", url)]
    apart = [Link(1, "A Slow Walk"), Link(9, url, url)]
    assert with_addresses_below(apart) == apart
    known = [Link(1, "A Slow Walk", "https://walks.example/b"), lone]
    assert with_addresses_below(known) == known
    assert with_addresses_below([lone]) == [lone]


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("Read next: Ten Streets https://x.example/ten/", "Ten Streets", "https://x.example/ten/"),
        ("Read next: Ten Streets /", "Ten Streets", ""),
        ("Read next: Ten / Twelve", "Ten / Twelve", ""),
    ],
)
def test_an_address_may_end_in_a_slash(text: str, title: str, url: str) -> None:
    (link,) = read_links(Line(1, text), STYLE.forms["know-more"])
    assert (link.title, link.url) == (title, url)


def test_a_comma_before_an_address_is_no_part_of_a_title() -> None:
    line = Line(1, "How we grade our walks, https://walks.example/grades")
    (link,) = read_links(line, STYLE.forms["know-more"])
    assert (link.title, link.url) == ("How we grade our walks", "https://walks.example/grades")
