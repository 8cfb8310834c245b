"""A story of an export or a feed, before its HTML is read; made by wxr, feed, substack and docx."""

import html
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.tree import read_tree, words_of

COMMENTS = "comments"
# Nothing that stands on one line is longer.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Exported:
    """A story's HTML with its first line in the file, and what the export says of it.

    `change` makes the HTML plain first; `stripped` and `unsure` are notes that lie outside of it.
    """

    facts: Facts
    text: str
    line: int = 1
    slug: str = ""
    change: Callable[[Tag], list[Note]] | None = None
    stripped: list[Note] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Export:
    """The stories of an export, and notes on what in it is none."""

    stories: list[Exported]
    rest: list[Note] = field(default_factory=list)
    base: str = ""


def plain(text: str) -> str:
    """Return a title or a name without HTML, on one line."""
    text = text[:LONGEST]
    if "<" in text or "&" in text:
        text = words_of(read_tree(html.unescape(text), ""))
    return " ".join(text.split())


def rest_of(kinds: Iterable[tuple[str, int]]) -> list[Note]:
    """Return notes on what is no post, given by kinds and lines: one a kind, one a comment."""
    found = list(kinds)
    counts = Counter(kind for kind, _ in found)
    notes = [Note(line, kind) for kind, line in found if kind == COMMENTS]
    del counts[COMMENTS]
    for kind, line in found:
        if counts[kind]:
            notes.append(Note(line, kind, f"{counts.pop(kind)} in all"))
    return sorted(notes)
