"""Lists, tables and code: what Markdown sees passes, what readers would see is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.checking.as_written import (
    CODE,
    INNER,
    LIST,
    NO_DASHES,
    TABLE,
    check_as_written,
    is_row,
    may_be_no_table,
)
from wellspring.checking.shown import show
from wellspring.text.prose import blank_code
from wellspring.text.source import parse_source

PATH = "content/posts/x.md"
GRID = "| a | b |\n|---|---|\n| 1 | 2 |"


def complaints(body: str) -> list[str]:
    source, _ = parse_source(f"Title: One\n\n{body}\n", PATH)
    return [str(finding) for finding in check_as_written(source, blank_code(source.body))]


@pytest.mark.parametrize(
    "body",
    [
        "Things:\n\n- one\n- two",
        "# Things\n- one\n- two",
        "- one\n    - below\n    - below\n- two",
        "1. one\n    - below\n2. two",
        "- one\n\t- below",
        " - one\n - two\n - three",
        "- one\ngoes on\n- two\n- three",
        "She was right.\n- Robin",
        "> Be kind.\n> - Robin",
        "He said:  \n- Yes.  \n- No.",
        "Between 5\n- 12 of them, I think\nof all.",
        "```\nThings:\n- one\n- two\n```",
        "    Things:\n    - one\n    - two",
        "<pre>\nThings:\n- one\n- two\n</pre>",
        "<!-- Things:\n- one\n- two -->",
        GRID,
        "a | b\n--|--\n1 | 2",
        f"{GRID}\n| 3 | 4 |\n| 5 | 6 |",
        "| a | b |\n| c | d | e |",
        "Call 111 | text 85258.\nWe are here | always.",
        "```\n| a | b |\n| c | d |\n```",
        "- one\n- two\n\n1. first\n2. second",
        "| | |\n|---|---|\n| 1 | 2 |",
        "Factor 1.\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |",
        f"~~~\nWords:\n{GRID}\n~~~",
        "A title\n---",
        "```\ncode\n```",
        "~~~ python\ncode\n~~~",
        "Words:\n\n    ```\n    shown as it is\n    ```",
        "Three ticks, ` ``` `, begin code.",
        "| a | b |\n|---|---|\n| -- | -- |\n| 1 | 2 |",
        "1) One  \n2) Two  ",
        "He said.<br>\n- No.<br>\n- Yes.",
        "Text\n\n* * *\n* one\n* two",
        "Text\n- - -\n- one\n- two",
        "- a\n\n- b\n\n- c",
        "It rose in\n98. Then\n99. was.",
        "- Take it daily\n  + 2 of it at night",
        "One.\n\n~~~\n\nTwo.",
        "1. one\n\n    - below\n\n2. two",
        "> - a\n>     - b",
    ],
)
def test_what_markdown_sees_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("Things:\n- one\n- two\n- three", 4, LIST),
        ("**Things:**\n1. one\n2. two", 4, LIST),
        ("1) one\n2) two", 3, LIST),
        ("Things:\n- one\n    - below\n- two", 4, LIST),
        ("Words\nand words:\n* one\n* two", 5, LIST),
        ("> Things:\n> - one\n> - two", 4, LIST),
        ("- one\n  - below\n  - below\n- two", 4, INNER),
        ("1. one\n   - below\n2. two", 4, INNER),
        (f"Words:\n{GRID}", 4, TABLE),
        ("| a | b |\n|---|\n| 1 | 2 |", 3, TABLE),
        ("| a | b |\n|—-|—-|\n| 1 | 2 |", 3, TABLE),
        ("| a | b |\n|---|---|---|\n| 1 | 2 |", 3, TABLE),
        ("Words\n\n```\ncode\n\nMore words.", 5, CODE),
        ("- one\n\n    ```text\n    code\n    ```", 5, CODE),
        ("> ```\n> code\n> ```", 3, CODE),
        ("Words:\n- only one", 4, LIST),
        ("Words:\n- first\n  wraps\n- second", 4, LIST),
        ("- a\n    - b\n      - c", 5, INNER),
        ("- a\n\n  - b", 5, INNER),
        ("- a\n  wraps\n  - b", 5, INNER),
        ("> - a\n>   - b", 4, INNER),
        ("| a | b |\n| c | d |\n| e | f |", 3, NO_DASHES),
        ("Words:\n\n|a|b|c|\n|1|2|3|", 5, NO_DASHES),
        ("- the drawer\n- the car\n1. first\n2. second", 5, LIST),
        ("1. one\n2. two\n- the drawer\n- the car", 5, LIST),
    ],
)
def test_what_readers_would_see_as_written_is_named(body: str, line: int, message: str) -> None:
    assert complaints(body) == [f"{PATH}:{line}:1: {message}"]


def test_each_list_is_named_once() -> None:
    body = "One:\n- a\n- b\n\nTwo:\n- c\n- d"
    assert complaints(body) == [f"{PATH}:4:1: {LIST}", f"{PATH}:8:1: {LIST}"]


def test_long_lines_take_no_time() -> None:
    for odd in (" " * 50_000 + "x", "|" + "-" * 50_000 + "x", "> " * 20_000 + "x", "- " * 20_000):
        assert complaints(f"a | b\n{odd}") == []


@given(st.text(st.sampled_from("ab-*1.) |>`~\n\t:"), max_size=80))
def test_no_text_ends_in_an_error(body: str) -> None:
    complaints(body)


@given(st.lists(st.sampled_from(["a", "b c", "1 of 2"]), min_size=2, max_size=5))
def test_a_list_with_a_blank_line_above_always_passes(items: list[str]) -> None:
    assert complaints("Things:\n\n" + "\n".join(f"- {item}" for item in items)) == []


CERTAIN = "Words.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\na | b\n--- | ---"


def test_markdown_is_not_asked_about_a_table_that_it_certainly_sees() -> None:
    lines = CERTAIN.split("\n")
    assert [number for number in range(len(lines)) if may_be_no_table(lines, number)] == []
    assert may_be_no_table(["", *lines[2:4]], 2, html=True)
    for above in (["Words."], ["     "]):
        assert may_be_no_table([*above, *lines[2:4]], len(above) + 1)
    assert may_be_no_table(["| a |", "| --- |", "a"], 1)
    assert may_be_no_table(["a \\| b | c", "---|---|---"], 1)
    assert may_be_no_table(["| a | b |", "|---|---|---|"], 1)


ODD = ("`a` | b", "a \\| b", "[^1]: a | b", ": a | b", "# a | b", "- a | b", "    a | b", "<div>")
PLAIN = ("| a | b |", "a | b", "|---|---|", "---|---", "", "~~~", "1. a", "| a |", "| --- |", "   ")
ROWS = st.lists(st.sampled_from((*ODD, *PLAIN)), max_size=7)


@given(ROWS)
def test_whom_markdown_is_not_asked_about_is_shown_as_a_table(rows: list[str]) -> None:
    lines = blank_code("\n".join(rows)).split("\n")
    for number in range(1, len(lines)):
        row, above = lines[number], lines[number - 1]
        looks = is_row(row) and "|" in row and "|" in above and not is_row(above)
        html = any(line.lstrip().startswith("<") for line in lines)
        if looks and not may_be_no_table(lines, number, html=html):
            whole = "\n".join([*rows[: number - 1], f"\ue0f0{rows[number - 1]}", *rows[number:]])
            found = show(whole.replace("\ue0f0|", "|\ue0f0"))
            assert "table" in found.names
            assert not re.search("\ue0f0[^\n]*\n *\\|? *:?-{2}", found.words)
