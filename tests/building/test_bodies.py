"""A body within a file: found there only if it is there once, and put there as a template would."""

import json
import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.building.bodies import FORMS, HTML, as_on_page, classes_in, put_body

LINK = '<a href="{filename}/posts/x.md">'
THERE = '<a href="../posts/x.html">'
WORDS = st.sampled_from(["<p>", "</p>", "One", " two & three", "\n", '"so"', "<b>", "</b>"])
HOLES = st.sampled_from([LINK, '<img src="{static}/images/a.png" alt="">', '<a href="#fn:1">'])
BODIES = st.lists(st.one_of(WORDS, HOLES), min_size=1, max_size=12)


def filled(html: str, form: str) -> str:
    """Return a body as a file of some form shows it."""
    html = html.replace(LINK, THERE).replace('href="#', 'href="https://x.example/y#')
    if form == ".html":
        return re.sub("<img[^>]*>", '<picture><source srcset="b"><img src="a"></picture>', html)
    return escape(html) if form == ".xml" else json.dumps(html, ensure_ascii=False)[1:-1]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("<p>Words.</p><main><p>Words.</p></main>", "<p>Words.</p>", "<p>More.</p>"),
        ("<main><p>Other.</p></main>", "<p>Words.</p>", "<p>More.</p>"),
        (f"<main>{THERE}x</a></main>", f"{LINK}x</a>", "x"),
        ("<main>x</main>", "x", f"{LINK}x</a>"),
        ("<main><p>One <b>x</b></p></main>", f"<p>One {LINK}x</a></p>", f"<p>1 {LINK}x</a></p>"),
        ("<main><p>One plain x</p></main>", f"<p>One {LINK}x</p>", f"<p>Two {LINK}x</p>"),
    ],
)
def test_nothing_is_put_where_it_cannot_be_told(text: str, old: str, new: str) -> None:
    assert put_body(text, old, new, HTML) is None


def test_what_fills_holes_stays() -> None:
    text = f"<main><p>{THERE}Read</a> and {THERE}again</a>.</p></main>"
    old = f"<p>{LINK}Read</a> and {LINK}again</a>.</p>"
    new = f"<p>So {LINK}read</a>, {LINK}now</a>!</p>"
    assert put_body(text, old, new, HTML) == f"<main>{new.replace(LINK, THERE)}</main>"


@given(BODIES, BODIES, st.sampled_from(sorted(FORMS)))
def test_any_body_is_put_as_it_would_be_shown(old: list[str], new: list[str], suffix: str) -> None:
    before, after = "".join(["<p>start</p>", *old]), "".join(["<p>start</p>", *new])
    text = f"<<<{filled(before, suffix)}>>>"
    put = put_body(text, before, after, FORMS[suffix])
    holes = [[part for part in parts if part[:2] in {"<a", "<i"}] for parts in (old, new)]
    if holes[0] != holes[1]:
        assert put is None
    else:
        assert put == f"<<<{filled(after, suffix)}>>>"


def test_a_body_with_pictures_is_written_as_a_browser_reads_it() -> None:
    assert as_on_page("<p>a &rsquo; b") == "<p>a &rsquo; b"
    assert as_on_page('<p>a &rsquo; b<img src="x">') == '<p>a ’ b<img src="x"></p>'


def test_classes_are_those_of_elements() -> None:
    assert classes_in('<p class="a b">class="c"</p><i class="">') == {"a", "b", "c"}
