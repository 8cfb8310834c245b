"""Markdown to HTML, the same way for posts, bios and disclaimers; called by the plugins."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any, NamedTuple

from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup

from wellspring.model.words import ENGLISH, Words
from wellspring.text.callouts import HouseExtension

WORDS_A_MINUTE = 220


class Heading(NamedTuple):
    """An h2 of a body: its id and its words, for the table of contents."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML, and its headings."""

    html: str
    headings: tuple[Heading, ...]


def markdown_settings(words: Words = ENGLISH) -> dict[str, Any]:
    """Return the arguments for a Markdown instance; new objects each time, they keep state."""
    return {
        "extensions": ["extra", "toc", "sane_lists", HouseExtension(words)],
        "extension_configs": {
            "extra": {"footnotes": {"BACKLINK_TITLE": words.say("Back to the text")}}
        },
        "output_format": "html",
    }


def render_markdown(body: str, *more: Extension, words: Words = ENGLISH) -> Rendered:
    """Render a body. Raw HTML passes through; the audit judges what comes out."""
    settings = markdown_settings(words)
    settings["extensions"] += more
    md = Markdown(**settings)
    html = md.convert(body)
    tokens: list[dict[str, Any]] = getattr(md, "toc_tokens", [])
    return Rendered(html, tuple(Heading(token["id"], plain(token["name"])) for token in tokens))


def render_short(text: str) -> str:
    """Render a short Markdown text, such as a disclaimer, without heading ids or footnotes."""
    return Markdown(extensions=["sane_lists"], output_format="html").convert(text)


def plain(html: str) -> str:
    """Return HTML as plain text: tags dropped, entities resolved, white space single."""
    return str(Markup(html).striptags())  # noqa: S704 - only to take the tags off


def reading_minutes(html: str) -> int:
    """Return how long a reader needs, in whole minutes, at least one."""
    words = len(re.findall(r"\w+(?:[’'-]\w+)*", plain(html)))
    return max(1, round(words / WORDS_A_MINUTE))


def first_words(html: str, limit: int = 200) -> str:
    """Return the start of a body as plain text of at most `limit` characters, at a word's end."""
    paragraph = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    text = plain(paragraph[1] if paragraph else html)
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:—–-") + "…"


def as_text(html: str) -> str:
    """Return a title or summary as the text that pages show, without typogrify's HTML in it."""
    return unescape(plain(html))
