"""What a network learns of a page's lines follows from the post that a person made of it."""

import random

from tests.importing.line_lessons import Page, Roles, flat
from tests.importing.made_dashes import with_dashes
from tests.importing.page_mixing import PageMixer, parts_of
from wellspring.importing.line import Line

POST = """\
Title: A Slow Walk
Subtitle: What the river said
Author: Robin Example
Know_more: How to mend a knee | https://example.org/knee

Dear all,

I took four-six weeks to walk to the river again—slowly, and in all that rain.

## 1) Give the Walk a Job

- a cup
- a lamp that lasts and does not mind the rain until I am home again

Love,
"""
BIO = "Name: Robin Example\n\nWalks, mostly—and lives above a shop.\n"
ROWS = [
    ("page", "The Long Evening"),
    ("title", "A SLOW WALK"),
    ("subtitle", '"What the river said"'),
    ("byline", "Words: Robin Example"),
    ("paragraph", "Dear all,"),
    ("paragraph", "I took four-six weeks to walk to the river"),
    ("paragraph", "again - slowly, and in all that rain."),
    ("page", "Robin by the river. Photo: Sam Sample"),
    ("heading", "1) Give the Walk a Job"),
    ("item", "• a cup"),
    ("item", "• a lamp that lasts and does not mind the rain"),
    ("item", "until I am home again"),
    ("paragraph", "Love,"),
    ("link", "Read next: How to mend a knee"),
    ("page", "Robin Example"),
    ("bio", "Walks, mostly-and lives above a shop."),
    ("page", "a cup"),
]


def page() -> Page:
    """Return the page."""
    lines = tuple(Line(number, text) for number, (_, text) in enumerate(ROWS, start=1))
    return Page("x", lines, tuple(Roles(POST, BIO).of(lines)))


def test_every_line_has_its_role() -> None:
    assert list(zip(page().roles, [text for _, text in ROWS], strict=True)) == ROWS


def test_marks_and_dashes_make_no_difference() -> None:
    assert flat("## 1) *Late* — or 2020\\. early") == flat("late-or 2020. early")


def test_mixed_pages_have_a_role_for_every_line() -> None:
    mixer = PageMixer([page()], random.Random(1))  # noqa: S311
    for _ in range(50):
        mixed = mixer.mix()
        assert len(mixed.lines) == len(mixed.roles)
        assert [line.number for line in mixed.lines] == sorted({it.number for it in mixed.lines})


def test_the_parts_of_a_page() -> None:
    parts = parts_of(page())
    assert [len(part) for part in (parts.head, parts.body, parts.tail)] == [4, 9, 4]


def test_dashes_are_put_where_a_clause_begins() -> None:
    chance = random.Random(0)  # noqa: S311
    assert with_dashes("It was late, and I slept.", chance) == "It was late—and I slept."
    assert with_dashes("We ate (a whole loaf) at noon.", chance) == "We ate—a whole loaf—at noon."
    assert with_dashes("We ate (a whole loaf), and slept.", chance) is not None
    assert with_dashes("I had tea, toast, and an egg.", chance) is None
    assert with_dashes("Nothing to see here", chance) is None
