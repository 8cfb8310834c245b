"""Every visible word of a page ends in the post, the author's file or a note; no reader's does."""

import html
import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.score import GIVEN, STYLE
from wellspring.checking.html import check_html
from wellspring.errors import ContentError
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.page import read_fragment, read_page
from wellspring.importing.pages.source import Page
from wellspring.importing.story import Story
from wellspring.text.post import read_post
from wellspring.text.render import render_markdown
from wellspring.text.source import parse_source

BLOCKS = [
    *(
        "p",
        "div",
        "section",
        "blockquote",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h4",
        "pre",
        "table",
        "tr",
    ),
    *(
        "td",
        "th",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "header",
        "footer",
        "aside",
        "nav",
        "form",
    ),
    *("center", "details", "summary", "main", "article", "unknown"),
]
INLINE = [
    "b",
    "strong",
    "em",
    "i",
    "a href='/x'",
    "a href='#n'",
    "a",
    "span",
    "code",
    "sup",
    "s",
    "q",
]
VOID = ["br", "hr", "img src='x.png' alt=''", "img src='https://x.example/a.png' alt='{word}'"]
MARKS = [
    "",
    "",
    "# ",
    "- ",
    "1. ",
    "* ",
    "> ",
    "| ",
    "_",
    "`",
    "[",
    "](",
    "~~~",
    ": ",
    "{: .x} ",
    "&lt;b&gt;",
]
CLASSES = ["", " class='entry-content'", " class='sharedaddy'", " class='related'", " id='n'"]
READER = "qqzreader"


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> list[str]:
    """Return HTML as parts, in which `{word}` stands for a word of its own."""
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.integers(0, 5))
        if kind <= 1 or depth == 0:
            parts.append(draw(st.sampled_from(MARKS)) + "{word} and {word}. ")
        elif kind == 2:
            parts.append(f"<{draw(st.sampled_from(VOID))}>")
        else:
            name = draw(st.sampled_from(INLINE if kind == 3 else BLOCKS))
            end = f"</{name.split()[0]}>" if draw(st.integers(0, 6)) else ""
            inner = draw(trees(depth - 1))
            parts += [
                f"<{name}{draw(st.sampled_from(CLASSES)) if ' ' not in name else ''}>",
                *inner,
                end,
            ]
    return parts


def numbered(parts: list[str]) -> str:
    """Give each word a number of its own."""
    number = count(1)
    return re.sub(r"\{word\}", lambda _: f"word{next(number)}x", "\n".join(parts))


def unaccounted(source: str, story: Story) -> set[str]:
    """Return the words of a source that are nowhere."""
    texts = [post_text(story, GIVEN, STYLE.shelves), "".join(author_texts(story).values())]
    texts += [note.text for note in (*story.stripped, *story.unsure)]
    texts += [link.title for link in story.links]
    seen = re.sub(r"<[^>]*>", " ", source.replace("alt='word", ">word"))
    return set(re.findall(r"word\d+x", seen)) - set(
        re.findall(r"word\d+x", html.unescape(" ".join(texts)))
    )


@given(trees())
@settings(max_examples=400, deadline=None)
def test_no_word_of_any_page_is_lost(parts: list[str]) -> None:
    source = f"<html><body>{numbered(parts)}</body></html>"
    try:
        story = read_page(Page("x.html", source, lambda _: None), STYLE)
    except ContentError:
        return
    assert unaccounted(source, story) == set()


@given(trees())
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_part_of_an_export_is_lost(parts: list[str]) -> None:
    source = numbered(parts)
    try:
        story = read_fragment(Page("x.xml", source, lambda _: None), Facts("A Title"), STYLE)
    except ContentError:
        return
    assert unaccounted(source, story) == set()


@given(trees())
@settings(max_examples=300, deadline=None)
def test_a_post_can_be_read_and_holds_no_html_that_is_refused(parts: list[str]) -> None:
    try:
        story = read_fragment(
            Page("x.xml", numbered(parts), lambda _: None), Facts("A Title"), STYLE
        )
    except ContentError:
        return
    source, findings = parse_source(post_text(story, GIVEN, STYLE.shelves), "content/posts/x.md")
    assert not findings
    assert not read_post(source)[1]
    assert [it for it in check_html(source) if "no words between" not in it.message] == []
    assert "<h1" not in render_markdown(source.body).html


@given(trees(), st.sampled_from(["<div id='comments'>", "<section class='comments-area'>"]))
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_reader_gets_out(parts: list[str], thread: str) -> None:
    end = f"</{thread.split(maxsplit=1)[0].strip('<')}>"
    said = f"{thread}<article><h2>1 comment</h2><p>{READER} {READER}</p></article>{end}"
    body = f"<article><h1>A Walk</h1><p>My own words.</p></article>{said}{numbered(parts)}"
    try:
        story = read_page(Page("x.html", f"<html><body>{body}", lambda _: None), STYLE)
    except ContentError:
        return
    texts = post_text(story, GIVEN, STYLE.shelves) + "".join(author_texts(story).values())
    texts += "".join(note.text for note in (*story.stripped, *story.unsure))
    assert READER not in texts
