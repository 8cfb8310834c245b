"""What a network learns of a page's lines follows from the post that a person made of it."""

import random
from dataclasses import replace

from tests.importing.line_lessons import Page, Roles, flat
from tests.importing.made_dashes import with_dashes
from tests.importing.page_mixing import PageMixer, parts_of, retitled
from wellspring.importing.line import Line

POST = """\
Title: A Slow Walk
Subtitle: What the river said
Author: Robin Example
Tags: Rivers, slow walks
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
    ("item", "🌿 a cup"),
    ("item", "• a lamp that lasts and does not mind the rain"),
    ("item", "until I am home again"),
    ("paragraph", "Love,"),
    ("link", "Read next: How to mend a knee"),
    ("page", "Robin Example"),
    ("tag", "Tagged: #rivers #slowwalks"),
    ("bio", "Walks, mostly-and lives above a shop."),
    ("page", "a cup"),
]


def page() -> Page:
    """Return the page."""
    lines = tuple(Line(number, text) for number, (_, text) in enumerate(ROWS, start=1))
    return Page("x", lines, tuple(Roles(POST, BIO).of(lines)))


def test_every_line_has_its_role() -> None:
    assert list(zip(page().roles, [text for _, text in ROWS], strict=True)) == ROWS


def test_a_name_below_a_story_is_a_byline_if_none_stands_above() -> None:
    rows = [row for row in ROWS if row[0] != "byline"]
    lines = [Line(number, text) for number, (_, text) in enumerate(rows, start=1)]
    roles = Roles(POST, BIO).of(lines)
    assert [line.text for line, role in zip(lines, roles, strict=True) if role == "byline"] == [
        "Robin Example"
    ]


def test_a_word_of_a_menu_is_no_tag() -> None:
    lines = [
        Line(1, "Rivers"),
        Line(2, "Shop"),
        *(Line(9 + at, row[1]) for at, row in enumerate(ROWS)),
    ]
    assert Roles(POST, BIO).of(lines)[:2] == ["page", "page"]


def test_marks_and_dashes_make_no_difference() -> None:
    assert flat("## 1) *Late* — or 2020\\. early") == flat("late-or 2020. early")


def test_mixed_pages_have_a_role_for_every_line() -> None:
    mixer = PageMixer([page()], random.Random(1))  # noqa: S311
    for _ in range(50):
        mixed = mixer.mix()
        assert len(mixed.lines) == len(mixed.roles)
        assert [line.number for line in mixed.lines] == sorted({it.number for it in mixed.lines})


def test_the_head_of_another_page_gets_the_title_of_the_story() -> None:
    own = parts_of(page())
    other = replace(
        own, head=[replace(row, text=row.text.replace("A SLOW", "LATE")) for row in own.head]
    )
    assert retitled(other.head, other, own) == own.head
    assert retitled(own.head, own, own) == own.head


def test_the_parts_of_a_page() -> None:
    parts = parts_of(page())
    assert [len(part) for part in (parts.head, parts.body, parts.tail)] == [4, 9, 5]


def test_dashes_are_put_where_a_clause_begins() -> None:
    chance = random.Random(0)  # noqa: S311
    assert with_dashes("It was late, and I slept.", chance) == "It was late—and I slept."
    assert with_dashes("We ate (a whole loaf) at noon.", chance) == "We ate—a whole loaf—at noon."
    assert with_dashes("We ate (a whole loaf), and slept.", chance) is not None
    assert with_dashes("I had tea, toast, and an egg.", chance) is None
    assert with_dashes("Nothing to see here", chance) is None
