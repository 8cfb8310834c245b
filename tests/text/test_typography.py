"""Typography: the same as typogrify's own, whatever a text holds."""

import re
from dataclasses import replace
from typing import Any

import pytest
import smartypants
from hypothesis import assume, given
from hypothesis import strategies as st
from typogrify.filters import typogrify

from tests.conftest import ROOT
from wellspring.text.apostrophes import with_apostrophes
from wellspring.text.render import render_markdown
from wellspring.text.typography import DASHES, Typography

PIECES = (
    *"\"'`\\-.<>& \nax1",
    *("--", "---", "...", ". . .", "&quot;", "&#8212;", "``", "''", "it's", '"So"'),
    *("<b>", "</b>", '<a href="x">', "<code>", "</code>", "<kbd>", "</kbd>", "<!-- a -->"),
    *("<!-- a -- b -->", "<p>", "</p>", "<style>", "</style>", "NIH", " & ", "<"),
)
ASKED = Typography(asked=True, ignored_tags=("title",))
OMITTED = ("amp", "caps", "initial_quotes", "widont")


def of_the_library(text: str, asked: Typography) -> str:
    smartypants.Attr.default = DASHES.get(asked.dashes, smartypants.Attr.set1) | smartypants.Attr.w
    left_out = dict.fromkeys(asked.left_out, False)
    return str(typogrify(text, list(asked.ignored_tags), **left_out))


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["default", "oldschool", "oldschool_inverted"]),
    st.sampled_from([[], list(OMITTED), ["smartypants"]]),
)
def test_any_text_is_set_as_typogrify_sets_it(text: str, dashes: str, omitted: list[str]) -> None:
    asked = replace(ASKED, dashes=dashes, left_out=tuple(omitted))
    assume(with_apostrophes(text) == text)
    assert asked.set(text) == (of_the_library(text, asked) if text else "")


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.md")), ids=lambda f: f.stem)
def test_the_blogs_texts_too(file: Any) -> None:  # noqa: ANN401 - a path
    html = render_markdown(file.read_text(encoding="utf-8")).html
    asked = replace(ASKED, left_out=OMITTED)
    assert asked.set(html) == of_the_library(html, asked)


def test_a_lone_quote_looks_across_tags() -> None:
    text = '<p>She said <b>yes</b>"<i>no</i> "</p>'
    assert ASKED.set(text) == of_the_library(text, ASKED)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("He said 'so' and 'no'.", "He said ‘so’ and ‘no’."),
        ("'69 people came,' he said.", "‘69 people came,’ he said."),
        ("An 'em dash' is long.", "An ‘em dash’ is long."),
        ("the '90s and the 1990's", "the ’90s and the 1990’s"),
        ("<p>'80s <em>'70s</em></p>", "<p>’80s <em>’70s</em></p>"),
        ("in '96, class of '04", "in ’96, class of ’04"),
        (
            "'Twas late, get 'em, 'til then, rock 'n' roll",
            "’Twas late, get ’em, ’til then, rock ’n’ roll",
        ),
        ("I am 5'10\", she 5' 2\".", "I am 5′10″, she 5′ 2″."),
        ("<a title=\"5'10\">5'10&quot;</a>", '<a title="5\'10">5′10″</a>'),
    ],
)
def test_apostrophes_are_no_quotes(text: str, now: str) -> None:
    asked = replace(ASKED, left_out=OMITTED)
    shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), asked.set(text))
    assert shown == now


@pytest.mark.parametrize("text", ["`'90s`", "<code>5'10\"</code> '90s"])
def test_code_keeps_its_marks(text: str) -> None:
    html = render_markdown(text).html
    assert "'" in ASKED.set(html)


def test_none_where_it_is_not_asked_for() -> None:
    assert replace(ASKED, asked=False).set('"So"') == '"So"'
