"""What rules made of each line of a source; called by story before it looks a second time."""

from collections.abc import Iterator, Sequence

from wellspring.importing.line import Line
from wellspring.importing.second_look import BODY
from wellspring.importing.titles import unmarked, unquoted
from wellspring.importing.told import Told

BYLINES = frozenset({"byline", "name", "author"})
NOTED = {"tags": "tag"}
KINDS = {"heading": "heading", "item": "item", "number": "item"}


def fates_of(told: Told, lines: Sequence[Line]) -> dict[int, str]:
    """Return the role that each filled line has by rules, by its number."""
    found = dict(placed(told))
    title, subtitle = told.head.title.casefold(), told.head.subtitle
    last = "page"
    for line in lines:
        if not line.text or line.number in found:
            last = found.get(line.number, last)
        elif title and unmarked(line.text).casefold().startswith(title):
            found[line.number] = last = "title"
        elif subtitle and unquoted(line.text) == subtitle:
            found[line.number] = last = "subtitle"
        else:
            # The second line of a paragraph that was broken to a width.
            found[line.number] = last = last if last in BODY else "page"
    return found


def placed(told: Told) -> Iterator[tuple[int, str]]:
    """Yield the numbers of lines that have a place of their own, and their roles."""
    for note in told.stripped():
        yield note.line, "byline" if note.kind in BYLINES else NOTED.get(note.kind, "page")
    for block in told.blocks:
        yield block.line.number, KINDS.get(block.kind, "paragraph")
    for line in told.bio():
        yield line.number, "bio"
    for link in told.links():
        yield link.line, "link"
