"""When an article is due: its topics decide, a review starts anew, a sooner date is respected."""

from datetime import date

import pytest

from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.reviews import review_state
from wellspring.house.style import HouseStyle
from wellspring.model.review import ReviewState
from wellspring.text.post import read_post
from wellspring.text.source import parse_source


def state(front_matter: str, body: str, house: HouseStyle, today: date) -> ReviewState:
    text = f"Title: One\nCategory: Sleep\n{front_matter}\n\n{body}"
    post = read_post(parse_source(text, "x.md")[0])[0]
    return review_state(post, decide(post, house, ("US",)), today)


@pytest.mark.parametrize(
    ("front_matter", "body", "due"),
    [
        ("Date: 2024-01-01", "Dim the lights.", date(2025, 12, 31)),
        ("Date: 2024-01-01", "He takes sertraline.", date(2024, 12, 31)),
        ("Date: 2024-01-01\nModified: 2024-06-01", "He takes sertraline.", date(2025, 6, 1)),
        (
            "Date: 2024-01-01\nReviewed-by: Kim\nReviewed: 2024-08-01",
            "He takes sertraline.",
            date(2025, 8, 1),
        ),
        ("Date: 2024-01-01\nReview-due: 2024-02-01", "Dim the lights.", date(2024, 2, 1)),
    ],
)
def test_the_day_follows_from_the_matter(
    front_matter: str, body: str, due: date, house: HouseStyle
) -> None:
    assert state(front_matter, body, house, date(2024, 1, 2)).due == due


@pytest.mark.parametrize(
    ("today", "word"),
    [
        (date(2025, 10, 31), "fresh"),
        (date(2025, 11, 1), "soon"),
        (date(2025, 12, 31), "soon"),
        (date(2026, 1, 1), "overdue"),
    ],
)
def test_it_is_announced_then_overdue(today: date, word: str, house: HouseStyle) -> None:
    assert state("Date: 2024-01-01", "Dim the lights.", house, today).word == word
