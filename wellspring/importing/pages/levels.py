"""Headings of a story, from level 2 on and without gaps, and its title out of it.

Called by write_story.
"""

from collections.abc import Sequence

from bs4 import Tag

from wellspring.importing.line import Note, straight
from wellspring.importing.pages.tree import HEADINGS, take_out, words_of

FIRST, LAST = 2, 6
# Among so many first blocks the title may stand once more.
FIRST_BLOCKS = 3


def drop_title(blocks: list[Tag], title: str, notes: list[Note]) -> list[Tag]:
    """Return the blocks without the title, which the page shows by itself."""
    kept: list[Tag] = []
    for index, block in enumerate(blocks):
        if block.name in HEADINGS and index < FIRST_BLOCKS and same(words_of(block), title):
            take_out(block, "repeated title", notes)
        else:
            kept.append(block)
    return kept


def same(text: str, other: str) -> bool:
    """Tell whether two titles differ in no word."""
    return bool(text) and straight(text).casefold().strip(" .") == straight(other).casefold().strip(
        " ."
    )


def level_headings(blocks: Sequence[Tag]) -> None:
    """Give the headings the levels from 2 on; those that lie within quotes and lists as well."""
    headings = [
        tag
        for block in blocks
        for tag in (block, *block.find_all(list(HEADINGS)))
        if tag.name in HEADINGS
    ]
    used = sorted({tag.name for tag in headings})
    names = {name: f"h{min(LAST, FIRST + index)}" for index, name in enumerate(used)}
    for tag in headings:
        tag.name = names[tag.name]
