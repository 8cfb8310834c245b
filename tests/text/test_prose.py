"""Prose: only what a reader reads is left, and it stays where it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from wellspring.text.prose import blank_code, prose_of
from wellspring.text.render import render_markdown


@pytest.mark.parametrize(
    "body",
    [
        "`ketamine`",
        "``a ketamine``",
        "```\nketamine\n```",
        "~~~\nketamine\n~~~",
        "```\n```\n\n``ketamine``",
        "<https://x.example/ketamine>",
        "https://x.example/ketamine",
        "[words](https://x.example/ketamine)",
        '![words]({static}/images/ketamine.svg "title")',
        "[words]: https://x.example/ketamine",
        '<img src="ketamine.png">',
        "<!-- ketamine\nketamine -->",
        "## Words {: #ketamine }",
    ],
)
def test_what_is_not_prose_is_blanked(body: str) -> None:
    assert "ketamine" not in prose_of(body)


@pytest.mark.parametrize(
    "body",
    [
        "ketamine",
        "**ketamine**",
        "[ketamine](https://x.example)",
        "> ketamine",
        "- ketamine (a drug)",
        "[^1]: A note on ketamine.",
        "| ketamine | b |",
        "words `code` ketamine",
        "```\ncode\n```\nketamine",
        "a < b and ketamine > c",
        "~~~\nketamine",
        "```\nketamine\n~~~",
        "  ```\nketamine",
        "One ` here.\n\nketamine\n\nTwo ` there.",
        "a <!-- b\n\nketamine\n\n--> c",
        "if x <y\n\nketamine\n\nz> w",
        "\\`ketamine\\`",
    ],
)
def test_prose_stays(body: str) -> None:
    assert "ketamine" in prose_of(body)


def shown(body: str) -> str:
    """Return the words that Markdown makes of a body and shows, without code and addresses."""
    tree = LexborHTMLParser(f"<body>{render_markdown(body).html}")
    assert tree.body is not None
    for node in tree.body.css("code, pre, script, style"):
        node.decompose()
    return tree.body.text(separator=" ")


PIECES = st.sampled_from(
    ["ketamine", " ", "\n", "\n\n", "`", "``", "```\n", "~~~\n", "<!--", "-->", "\\", "a "]
)


@settings(derandomize=True, max_examples=1000, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_word_that_readers_see_is_blanked(body: str) -> None:
    assert prose_of(body).count("ketamine") >= shown(body).count("ketamine")


@given(st.text(alphabet="a`~\n[]()<>!-{}:/ h", max_size=200))
def test_nothing_moves(body: str) -> None:
    prose = prose_of(body)
    assert len(prose) == len(body)
    assert [i for i, c in enumerate(prose) if c == "\n"] == [
        i for i, c in enumerate(body) if c == "\n"
    ]


def test_ticks_of_any_lengths_take_no_time() -> None:
    rising = "".join("`" * length + "a" for length in range(1, 300))
    for odd in (rising, "`" * 50_000, "` " * 20_000, "\\`a" * 20_000, "`a\n" * 20_000):
        assert len(blank_code(odd)) == len(odd)


def test_ticks_of_several_lengths_pair_up() -> None:
    assert blank_code("Write `` `x` `` or `<tag>`.") == f"Write {' ' * 9} or {' ' * 7}."
