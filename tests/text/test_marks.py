"""Links and pictures: their words, addresses and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.marks import find_marks


def marks(body: str) -> list[tuple[str, str, str]]:
    return [(mark.kind, mark.words, mark.address) for mark in find_marks(body)]


@pytest.mark.parametrize(
    "body",
    [
        "`[words](https://x.example)`",
        "```\n![words](a.png)\n```",
        "<!-- [words](a.html) -->",
        "[words] (a.html)",
        "A footnote[^1] here.",
        "[^1]: A note.",
        "(words)[a.html]",
        "<b>words</b>",
    ],
)
def test_what_is_no_link_is_none(body: str) -> None:
    assert marks(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[words](a.html)", ("link", "words", "a.html")),
        ("[two\nlines](a.html)", ("link", "two\nlines", "a.html")),
        ('[words](a.html "A title")', ("link", "words", "a.html")),
        ("[words][1]", ("link", "words", "")),
        ("[words][]", ("link", "words", "")),
        ("[**bold** words](a.html)", ("link", "**bold** words", "a.html")),
        ("[a [b] c](a.html)", ("link", "a [b] c", "a.html")),
        ("![words](a.png)", ("picture", "words", "a.png")),
        ("![](a.png)", ("picture", "", "a.png")),
        ('![]({static}/images/a.png "A title")', ("picture", "", "{static}/images/a.png")),
        ("<https://x.example/a>", ("link", "https://x.example/a", "https://x.example/a")),
    ],
)
def test_links_and_pictures_are_found(body: str, found: tuple[str, str, str]) -> None:
    assert marks(body) == [found]


def test_a_mark_knows_where_it_stands() -> None:
    body = "One `code` [words](a.html) and ![](b.png)."
    assert [body[mark.start : mark.end] for mark in find_marks(body)] == [
        "[words](a.html)",
        "![](b.png)",
    ]


@given(st.text(alphabet="[]()!<>`ab \nhtps:/."))
def test_any_text_has_marks_within_it(body: str) -> None:
    for mark in find_marks(body):
        assert 0 <= mark.start < mark.end <= len(body)
        assert mark.words in body[mark.start : mark.end]
