"""Typography: the same as typogrify's own, whatever a text holds."""

from types import MappingProxyType
from typing import Any

import pytest
import smartypants
from hypothesis import given
from hypothesis import strategies as st
from typogrify.filters import typogrify

from tests.conftest import ROOT
from wellspring.plugins.typography import ASKED, DASHES, typeset
from wellspring.text.render import render_markdown

PIECES = (
    *"\"'`\\-.<>& \nax1",
    *("--", "---", "...", ". . .", "&quot;", "&#8212;", "``", "''", "'80s", "it's", '"So"'),
    *("<b>", "</b>", '<a href="x">', "<code>", "</code>", "<kbd>", "</kbd>", "<!-- a -->"),
    *("<!-- a -- b -->", "<p>", "</p>", "<style>", "</style>", "NIH", " & ", "<"),
)
SETTINGS: MappingProxyType[str, Any] = MappingProxyType(
    {
        ASKED: True,
        "TYPOGRIFY_DASHES": "default",
        "TYPOGRIFY_OMIT_FILTERS": [],
        "TYPOGRIFY_IGNORE_TAGS": ["title"],
    }
)
OMITTED = ("amp", "caps", "initial_quotes", "widont")


def of_the_library(text: str, settings: dict[str, Any]) -> str:
    smartypants.Attr.default = (
        DASHES.get(settings["TYPOGRIFY_DASHES"], smartypants.Attr.set1) | smartypants.Attr.w
    )
    left_out = dict.fromkeys(settings["TYPOGRIFY_OMIT_FILTERS"], False)
    return str(typogrify(text, settings["TYPOGRIFY_IGNORE_TAGS"], **left_out))


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["default", "oldschool", "oldschool_inverted"]),
    st.sampled_from([[], list(OMITTED), ["smartypants"]]),
)
def test_any_text_is_set_as_typogrify_sets_it(text: str, dashes: str, omitted: list[str]) -> None:
    settings = {**SETTINGS, "TYPOGRIFY_DASHES": dashes, "TYPOGRIFY_OMIT_FILTERS": omitted}
    assert typeset(text, settings) == (of_the_library(text, settings) if text else "")


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.md")), ids=lambda f: f.stem)
def test_the_blogs_texts_too(file: Any) -> None:  # noqa: ANN401 - a path
    html = render_markdown(file.read_text(encoding="utf-8")).html
    settings = {**SETTINGS, "TYPOGRIFY_OMIT_FILTERS": list(OMITTED)}
    assert typeset(html, settings) == of_the_library(html, settings)


def test_a_lone_quote_looks_across_tags() -> None:
    text = '<p>She said <b>yes</b>"<i>no</i> "</p>'
    assert typeset(text, dict(SETTINGS)) == of_the_library(text, dict(SETTINGS))


def test_none_where_it_is_not_asked_for() -> None:
    assert typeset('"So"', {**SETTINGS, ASKED: False}) == '"So"'
