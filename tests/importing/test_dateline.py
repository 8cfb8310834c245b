"""Bylines and days, part by part: titles are none, and a day that has two meanings is told."""

from datetime import date

import pytest

from tests.importing.score import STYLE
from wellspring.importing.dateline import read_dateline
from wellspring.importing.days_seen import days_in
from wellspring.importing.line import Line, Note
from wellspring.importing.story import read_story

DAY = date(2021, 3, 13)
NAME = "Robin Example"


@pytest.mark.parametrize(
    "text",
    [
        *("A Slow Walk", "By the Sea", "By the Sea, at Night", "Walking — A Guide", "4 min read"),
        *("The Day After March 13, 2021", "A Slow Walk - My March 13, 2021", "March 2021", ""),
        "On March 13, 2021 we moved to a house by the sea, and it rained.",
    ],
)
def test_a_title_is_no_dateline(text: str) -> None:
    assert read_dateline(Line(1, text), STYLE) is None


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("Posted March 13, 2021 |  Reviewed by Kim Placeholder", "", DAY),
        ("Medically reviewed by Kim Placeholder — Written by Robin Example", NAME, None),
        ("Sat 13 Mar 2021 07.00 GMT", "", DAY),
        ("Posted on Mar 13, 2021 • Edited on Mar 15, 2021", "", DAY),
        ("First published at quietcorner.example on 13 March 2021", "", DAY),
        ("3 min read · Mar 13, 2021", "", DAY),
        ("ROBIN EXAMPLE | MARCH 13, 2021 | 4 MINUTE READ", "ROBIN EXAMPLE", DAY),
        ("Submitted by Robin Example on Sat, 03/13/2021 - 09:14", NAME, DAY),
        ("By Robin Example, Contributor", NAME, None),
        ("13.3.2021", "", DAY),
        ("2021-03-13 21:14:00", "", DAY),
        ("13th of March, 2021", "", DAY),
        ("sábado, 13 de marzo de 2021", "", DAY),
        ("13. März 2021", "", DAY),
        ("Publicado por Robin Example en 9:30", NAME, None),
        ("Updated March 15, 2021", "", None),
    ],
)
def test_a_dateline_names_author_and_day(text: str, name: str, day: date | None) -> None:
    found = read_dateline(Line(1, text), STYLE)
    assert found is not None
    assert (found.name, found.day) == (name, day)


def test_a_day_with_two_meanings_is_told_and_not_taken() -> None:
    story = read_story(b"A Slow Walk\nBy Robin Example\n05/04/2021\n\nI walk home now.", "x", STYLE)
    assert story.day is None
    assert Note(3, "unclear day", "05/04/2021") in story.unsure


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Published: 2026-01-30   Words: 301", [date(2026, 1, 30)]),
        ("Answer reviewed 19 June 2025", [date(2025, 6, 19)]),
        ("Robin Solano, 1 April 2026", [date(2026, 4, 1)]),
        ("vendredi 5 mars 2013, par Robin", [date(2013, 3, 5)]),
        ("05/02/2026 14:41", []),
        ("Ref. 12-2026-01-30-7", []),
    ],
)
def test_days_are_found_whole_among_other_words(text: str, days: list[date]) -> None:
    assert list(days_in(text, STYLE)) == days


def test_a_name_before_a_day_stays_whole() -> None:
    days = STYLE.forms["day"].either
    assert days.sub(" | ", "Robin Solano, 1 April 2026") == "Robin Solano,  | "
