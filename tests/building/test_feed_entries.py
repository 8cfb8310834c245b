"""An entry of a feed with another title and summary: only where its form is the known one."""

import json
from collections.abc import Callable
from html import escape

import pytest

from wellspring.building.feed_entries import FeedEntry, put_entry

LINK = "https://x.example/posts/one.html"
OLD = FeedEntry("Rest & sleep", "What helps: <tea>?")
NEW = FeedEntry('Rest, “sleep” & "tea"', "What may help.")


def text_of(value: str) -> str:
    return escape(value, quote=False)


def atom(entry: FeedEntry, link: str = LINK) -> str:
    return (
        f"<entry><title>{text_of(entry.title)}</title>"
        f'<link href="{link}" rel="alternate"></link><id>tag</id>'
        f'<summary type="html">{text_of(entry.summary)}</summary>'
        '<content type="html">&lt;p&gt;Rest &amp;amp; sleep&lt;/p&gt;</content></entry>'
    )


def rss(entry: FeedEntry, link: str = LINK) -> str:
    return (
        f"<item><title>{text_of(entry.title)}</title><link>{link}</link>"
        "<description>&lt;p&gt;Rest &amp;amp; sleep&lt;/p&gt;</description></item>"
    )


def json_feed(entry: FeedEntry, link: str = LINK) -> str:
    item = {"id": link, "url": link, "title": entry.title, "summary": entry.summary, "tags": []}
    return json.dumps({"items": [item]}, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(("write", "suffix"), [(atom, ".xml"), (rss, ".xml"), (json_feed, ".json")])
def test_a_new_title_and_summary_are_as_the_feed_would_have_them(
    write: Callable[..., str], suffix: str
) -> None:
    other = write(OLD, "https://x.example/posts/two.html")
    before, after = (f"{other}\n{write(entry)}\n" for entry in (OLD, NEW))
    assert put_entry(before, suffix, LINK, OLD, NEW) == after


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (atom(NEW), ".xml"),
        (atom(OLD) * 2, ".xml"),
        (atom(OLD, "https://x.example/posts/two.html"), ".xml"),
        (atom(OLD).replace("<summary", "<about").replace("</summary", "</about"), ".xml"),
        (json_feed(NEW), ".json"),
        (atom(OLD), ".txt"),
    ],
)
def test_an_entry_that_is_not_there_just_once_is_left_alone(text: str, suffix: str) -> None:
    assert put_entry(text, suffix, LINK, OLD, NEW) is None
