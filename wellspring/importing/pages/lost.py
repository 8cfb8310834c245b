"""What a page shows and Markdown has no words for, so that it is named; called by write_story."""

from collections.abc import Iterator

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.tree import attribute, line_of, words_of

SPANS = ("rowspan", "colspan")
# What these say in their title is a caption, or is read elsewhere.
NO_TOOLTIP = frozenset({"iframe", "img", "link", "video", "audio"})


def lost_marks(article: Tag) -> list[Note]:
    """Return notes on cells that stand over several, and on words that are shown on pointing."""
    return [*spanning_cells(article), *tooltips(article)]


def spanning_cells(article: Tag) -> Iterator[Note]:
    """Yield a note for each cell of a table that stands over several rows or columns."""
    for cell in article.find_all(["td", "th"]):
        if any(attribute(cell, name).strip() not in {"", "0", "1"} for name in SPANS):
            yield Note(line_of(cell), "cells", words_of(cell))


def tooltips(article: Tag) -> Iterator[Note]:
    """Yield a note for each tooltip that says more than the words it belongs to."""
    for tag in article.find_all(title=True):
        said, words = attribute(tag, "title").strip(), words_of(tag)
        if tag.name not in NO_TOOLTIP and said and said.casefold() != words.casefold():
            yield Note(line_of(tag), "tooltip", f"{words}: {said}" if words else said)
