"""Blocks: a text is cut where Markdown shows something of its own, and each knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.model.reading import Block
from wellspring.text.blocks import cut_blocks
from wellspring.text.prose import prose_of


def blocks(body: str, first_line: int = 1) -> list[Block]:
    return list(cut_blocks(body, prose_of(body), first_line))


def kinds(body: str) -> list[str]:
    return [block.kind for block in blocks(body)]


@pytest.mark.parametrize(
    "body",
    ["Plain words.", "Two lines\nof one.", "2020 was long.", "a - b", "1 > 0"],
)
def test_plain_words_are_one_paragraph(body: str) -> None:
    assert kinds(body) == ["paragraph"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("One.\n\nTwo.", ["paragraph", "paragraph"]),
        ("One.\n \t\nTwo.", ["paragraph", "paragraph"]),
        ("# One\nTwo.", ["heading", "paragraph"]),
        ("One.\n## Two", ["paragraph", "heading"]),
        ("One\n===\nTwo\n---\nThree.", ["heading", "heading", "paragraph"]),
        ("- One\n- Two", ["item", "item"]),
        ("1. One\n2) Two", ["item", "item"]),
        ("- One\n    - Two\n        - Three", ["item", "item", "item"]),
        ("- One\n  goes on\n\nThree.", ["item", "paragraph"]),
        ("> One\n> two", ["quote"]),
        ("> One\nlazy", ["quote"]),
        ("> One\n>\n> two", ["quote", "quote"]),
        ("> - One\n> - Two", ["quote", "quote"]),
        ("[^1]: A note.\n[^2]: Another.", ["footnote", "footnote"]),
        ("| a | b |\n|---|---|\n| c | d |", ["table", "table"]),
        ("One.\n\n***\n\nTwo.", ["paragraph", "paragraph"]),
        ("One.\n\n- - -\n\nTwo.", ["paragraph", "paragraph"]),
        ("```\n# code\n```\n\nTwo.", ["paragraph"]),
    ],
)
def test_each_kind_is_told_apart(body: str, expected: list[str]) -> None:
    assert kinds(body) == expected


def test_a_heading_knows_its_level() -> None:
    body = "# One\n\n### Three\n\nTwo\n---\n\nOne\n==="
    assert [block.level for block in blocks(body)] == [1, 3, 2, 1]


def test_a_very_long_line_is_a_paragraph_of_its_own() -> None:
    long = "word " * 40
    assert kinds(f"{long}\n{long}") == ["paragraph", "paragraph"]
    assert kinds("word " * 5 + "\n" + "word " * 5) == ["paragraph"]


def test_a_block_knows_line_and_column_of_each_of_its_characters() -> None:
    (_, block) = blocks("One.\n\nTwo\nthree", first_line=5)
    assert str(block.place("x.md", 0)) == "x.md:7:1"
    assert str(block.place("x.md", 2)) == "x.md:7:3"
    assert str(block.place("x.md", 4)) == "x.md:8:1"


def test_the_first_line_of_a_block_may_start_further_right() -> None:
    block = Block("title", "Two\nthree", 0, 3, 8)
    assert str(block.place("x.md", 1)) == "x.md:3:9"
    assert str(block.place("x.md", 4)) == "x.md:4:1"


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "word",
            "# a",
            "- a",
            "1. a",
            "> a",
            ">",
            "[^1]: a",
            "| a |",
            "|-|-|",
            "---",
            "===",
            "\t",
        ]
    )
)


@given(LINES.map("\n".join))
def test_every_block_is_a_stretch_of_its_text_and_none_overlap(body: str) -> None:
    last = 0
    for block in blocks(body):
        assert block.source == body[block.start : block.start + len(block.source)]
        assert block.start >= last
        assert block.line == 1 + body.count("\n", 0, block.start)
        last = block.start + len(block.source)


@given(LINES.map("\n".join))
def test_no_letter_is_left_out(body: str) -> None:
    left = "".join(block.source for block in blocks(body))
    assert sum(map(str.isalnum, left)) == sum(map(str.isalnum, body))


@given(st.text())
def test_any_text_can_be_cut(body: str) -> None:
    for block in blocks(body):
        assert block.source.strip()
