"""A text's body within the files that show it: found there, and put in the place of the old one.

Called by the amending of a build. A body stands in a file as the reader made it, but for some tags:
links to the site's own files lead from there, photos offer copies, anchors in feeds lead to the
page. These are holes in it: while both bodies have the same, what fills them stays as it is.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

from selectolax.lexbor import LexborHTMLParser

CLASSES = re.compile(r'class="([^"]*)"')
HOLE = re.compile(r'<img\b[^<>]*>|<[^<>]*(?:[{|]|href="#)[^<>]*>')


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of file writes HTML, and what fills a hole in it."""

    write: Callable[[str], str]
    filling: re.Pattern[str]


HTML = Form(str, re.compile(r"<picture\b.*?</picture>|<[^<>]*>", re.DOTALL))
FORMS = {
    ".html": HTML,
    ".xml": Form(partial(escape, quote=False), re.compile(r"&lt;.*?&gt;", re.DOTALL)),
    ".json": Form(lambda html: json.dumps(html, ensure_ascii=False)[1:-1], re.compile(r"<[^<>]*>")),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a body stands in a file, from the first character to after the last; its fillings."""

    start: int
    end: int
    fillings: tuple[str, ...]


def put_body(text: str, old: str, new: str, form: Form) -> str | None:
    """Return a file's text with another body, both as HTML.

    None where the old one does not stand there just once, or the new one has other holes.
    """
    if HOLE.findall(old) != HOLE.findall(new):
        return None
    before, after = ([form.write(piece) for piece in HOLE.split(html)] for html in (old, new))
    found = list(find(text, before, form))
    if len(found) != 1:
        return None
    place = found[0]
    parts = [after[0]]
    for filling, piece in zip(place.fillings, after[1:], strict=True):
        parts += (filling, piece)
    return "".join((text[: place.start], *parts, text[place.end :]))


def find(text: str, pieces: list[str], form: Form) -> Iterator[Found]:
    """Yield every place where pieces follow one another with a filling between any two."""
    start = text.find(pieces[0])
    while start >= 0:
        found = match(text, start, pieces, form)
        if found:
            yield found
        start = text.find(pieces[0], start + 1)


def match(text: str, start: int, pieces: list[str], form: Form) -> Found | None:
    """Return the place that begins at an offset with the first of some pieces, if all follow."""
    end = start + len(pieces[0])
    fillings: list[str] = []
    for piece in pieces[1:]:
        filled = form.filling.match(text, end)
        if filled is None or not text.startswith(piece, filled.end()):
            return None
        fillings.append(filled[0])
        end = filled.end() + len(piece)
    return Found(start, end, tuple(fillings))


def as_on_page(html: str) -> str:
    """Return a body as a page writes it: one with pictures is parsed and written anew."""
    if "<img" not in html:
        return html
    return LexborHTMLParser(html, is_fragment=True).html or ""


def classes_in(html: str) -> frozenset[str]:
    """Return the classes of a body's elements: a page's styles are cut down to those in it."""
    return frozenset(name for value in CLASSES.findall(html) for name in value.split())
