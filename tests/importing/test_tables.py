"""Tables that a document was saved with, and headings whose numbers tell of each other."""

import pytest

from tests.importing.score import GIVEN, STYLE
from wellspring.importing.block import Block
from wellspring.importing.held import with_rows
from wellspring.importing.line import Line
from wellspring.importing.output import post_text
from wellspring.importing.second_look import SecondLook
from wellspring.importing.story import Story, read_story
from wellspring.importing.tables import with_tables

PROSE = "Walking is what we ask most people to begin with, once the ward agrees to it. Stop freely."
ROWS = "Week\tMinutes\tRest\n1\t5\tafter each\n2\t8|9\tafter two"


def read(*parts: str) -> tuple[str, Story]:
    text = "\n\n".join(["A walk after a stroke", PROSE, *parts, PROSE])
    story = read_story(text.encode(), "x.txt", STYLE)
    return post_text(story, GIVEN, STYLE.shelves), story


def test_two_lines_with_tabs_are_no_table() -> None:
    post, _ = read("Home\tBlog\nAbout\tShop", "Home\tBlog\tShop\nAbout\tShop\nAll\tof\tit\tall")
    assert "| --- |" not in post


@pytest.mark.parametrize("marks", ["•••", "▢▢▢", ("1.", "2.", "3."), ("o", "o", "o")])
def test_items_behind_a_bullet_and_a_tab_are_a_list(marks: str) -> None:
    post, _ = read("\n".join(f"{mark}\ta cup of tea" for mark in marks))
    assert "| --- |" not in post
    assert post.count(" a cup of tea") == 3


def test_rows_with_tabs_are_a_table_and_nothing_is_asked_of_them() -> None:
    post, story = read("Table 1: My steps", ROWS)
    assert (
        "\n\n| Week | Minutes | Rest |\n| --- | --- | --- |\n| 1 | 5 | after each |\n"
        "| 2 | 8&#124;9 | after two |\n\n"
    ) in post
    assert not [note for note in story.unsure if "after" in note.text]


def test_long_words_behind_tabs_are_no_table() -> None:
    post, _ = read("\n".join(f"{PROSE * 2}\t{word}" for word in ("one", "two", "three")))
    assert "| --- |" not in post


def test_rows_that_do_not_stand_together_are_no_table() -> None:
    rows = [Line(at, "a b", cells=("a", "b")) for at in (1, 2, 3)]
    blocks = [Block("paragraph", row, row.text) for row in rows]
    assert [block.kind for block in with_tables(blocks, rows)] == ["verbatim"]
    other = Block("paragraph", Line(9, "words"), "words")
    apart = [*blocks[:1], other, *blocks[1:]]
    assert with_tables(apart, rows) == apart
    assert with_tables(blocks[:2], rows) == blocks[:2]


def test_a_bar_in_a_cell_parts_nothing() -> None:
    rows = [Line(at, "a|b c", cells=("a|b", "c")) for at in (1, 2, 3)]
    table = with_tables([Block("item", row, row.text) for row in rows], rows)[0]
    assert table.text.splitlines()[0] == "| a&#124;b | c |"


def test_a_second_look_leaves_no_row_out() -> None:
    rows = [Line(at, "a b", cells=("a", "b")) for at in (2, 3, 4)]
    lines = [Line(1, PROSE), *rows, Line(5, PROSE)]
    roles = {1: "paragraph", 2: "page", 3: "item", 4: "page", 5: "paragraph"}
    held = with_rows(SecondLook(roles), lines)
    assert [held.roles[row.number] for row in rows] == ["paragraph"] * 3
    menu = SecondLook(roles | {1: "page"})
    assert with_rows(menu, lines).roles == menu.roles


def headings(*lines: str) -> list[str]:
    post, _ = read(*(part for line in lines for part in (line, PROSE)))
    return [line for line in post.splitlines() if line.startswith("## ")]


def test_a_number_elsewhere_makes_no_heading() -> None:
    found = headings("1 Why walking", PROSE, "3 cups of tea are enough for most of us.", PROSE)
    assert "## 3 cups of tea are enough for most of us." not in found


def test_a_number_between_two_headings_is_one() -> None:
    post, story = read(
        *("1 Why walking", PROSE, "2 How to begin", PROSE, "Bring:\n- shoes\n- a phone"),
        *("3 When not to walk", PROSE, "4 What comes after"),
    )
    assert "\n## 3 When not to walk\n" in post
    assert [note.kind for note in story.unsure if note.text == "3 When not to walk"] == ["heading"]
