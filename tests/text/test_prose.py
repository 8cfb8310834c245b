"""Prose: only what a reader reads is left, and it stays where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.prose import prose_of


@pytest.mark.parametrize(
    "body",
    [
        "`ketamine`",
        "``a ` ketamine``",
        "```\nketamine\n```",
        "~~~\nketamine",
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
    ],
)
def test_prose_stays(body: str) -> None:
    assert "ketamine" in prose_of(body)


@given(st.text(alphabet="a`~\n[]()<>!-{}:/ h", max_size=200))
def test_nothing_moves(body: str) -> None:
    prose = prose_of(body)
    assert len(prose) == len(body)
    assert [i for i, c in enumerate(prose) if c == "\n"] == [
        i for i, c in enumerate(body) if c == "\n"
    ]
