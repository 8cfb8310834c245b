"""Footnotes: marks and notes that belong together pass; others are named where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.checking.footnotes import check_footnotes
from wellspring.text.source import parse_source

PATH = "content/posts/x.md"


def complaints(body: str) -> list[str]:
    source, _ = parse_source(f"Title: One\n\n{body}\n", PATH)
    return [str(finding) for finding in check_footnotes(source)]


@pytest.mark.parametrize(
    "body",
    [
        "One[^1], two[^b c] and one[^1] again.\n\n[^1]: A note.\n[^b c]: Another.",
        "One[^1]: a colon.\n\n[^1]:\n    A note with [an address](https://x.example).",
        "## One[^1]\n\n| a |\n|---|\n| b[^1] |\n\n> c[^2]\n\n[^1]: A note[^2].\n[^2]: Another.",
        "- one[^1]\n\n    [^1]: A note.",
        "> one[^1]\n>\n> [^1]: A note.",
        "1. [^1]: A note.\n\none[^1]",
        "`[^q]`, `` [^q]` `` and \\[^q].",
        "```\n[^q]\n[^u]: x\n```",
        "    [^q]",
        "    [^u]: x",
        "<pre>\n[^q]\n</pre>",
        "<!-- [^q] -->",
        "[^q](https://x.example)",
        "No note [here] ^ or [ ^x].",
    ],
)
def test_good_footnotes_pass(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        (
            "A note[^q] and again[^q].",
            "3:7",
            "there is no note for `[^q]`, and readers would see it as it is. Add a line "
            "`[^q]: …`, or remove it.",
        ),
        (
            "Words.\n\n[^unused]: x",
            "5:1",
            "nothing refers to this note. Remove it, or put `[^unused]` into the text where it "
            "belongs.",
        ),
        (
            "Words[^1].\n\n[^1]: x\n[^1]: y",
            "6:1",
            "the note `[^1]` stands in line 5 already, and only one would be shown. Give one of "
            "the two another name.",
        ),
        (
            "Words and `[^1]`.\n\n[^1]: x",
            "5:1",
            "nothing refers to this note. Remove it, or put `[^1]` into the text where it belongs.",
        ),
    ],
)
def test_a_wrong_footnote_is_named_where_it_stands(body: str, where: str, message: str) -> None:
    assert complaints(body) == [f"{PATH}:{where}: {message}"]


PIECES = [
    "a[^1] ",
    "[^2]",
    "`[^3]` ",
    "\n[^1]: x\n",
    "\n\n[^4]: y\n\n",
    "\\[^5]",
    "[",
    "`",
    "^",
    "\n",
    "- ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_each_finding_points_at_its_footnote(pieces: list[str]) -> None:
    text = f"Title: One\n\n{''.join(pieces)}\n"
    source, _ = parse_source(text, PATH)
    findings = list(check_footnotes(source))
    for finding in findings:
        place = finding.place
        assert text.split("\n")[place.line - 1][place.column - 1 :].startswith("[^")
    assert len({finding.place for finding in findings}) == len(findings)
