"""Furniture that only its words tell, at both ends of a story, and the author's own last lines.

Called by write_story; the words are those that tell it in plain texts.
"""

from bs4 import Tag

from wellspring.importing.body import Body, take_bio
from wellspring.importing.line import LONGEST_MARK, Line, Note
from wellspring.importing.pages.tree import line_of, words_of
from wellspring.model.importing import HEAD, TAIL, ImportStyle

# A heading such as “About the author” stands above so many last blocks at most.
LONGEST_BIO = 4
# What only an author writes.
OWN = frozenset({"blockquote", "dl", "pre", "table"})
NOTES = frozenset({"footnotes", "notes", "footnote"})


def kind_of(block: Tag, zone: str, style: ImportStyle) -> str:
    """Return what a block is as furniture of a zone, or nothing."""
    text = words_of(block)
    plain = Line(1, text).plain.casefold()
    if (
        block.name in OWN
        or not text
        or len(text) > LONGEST_MARK
        or not style.zones[zone].fullmatch(plain)
    ):
        return ""
    found = (
        mark.kind
        for platform in style.platforms
        for mark in platform.marks
        if mark.zone == zone and not mark.weak and mark.pattern.fullmatch(plain)
    )
    return next(found, "")


def trim(blocks: list[Tag], style: ImportStyle, notes: list[Note]) -> list[Tag]:
    """Return blocks without the furniture at both ends; at least one stays."""
    kept = list(blocks)
    while len(kept) > 1 and (kind := kind_of(kept[0], HEAD, style)):
        drop(kept.pop(0), kind, notes)
    while len(kept) > 1 and (kind := last_kind(kept[-1], style)):
        drop(kept.pop(), kind, notes)
    return kept


def last_kind(block: Tag, style: ImportStyle) -> str:
    """Return what a last block is that is none of the story, or nothing."""
    if block.name == "hr":
        return "rule"
    if words_of(block).casefold().strip(":") in NOTES:
        return "footnotes"
    return "" if block.find("img") else kind_of(block, TAIL, style)


def drop(block: Tag, kind: str, notes: list[Note]) -> None:
    """Note a block that goes nowhere; a line between parts has no words."""
    if kind != "rule":
        notes.append(Note(line_of(block), kind, words_of(block)))


def take_author(
    blocks: list[Tag], author: str, style: ImportStyle, notes: list[Note]
) -> tuple[list[Tag], list[str], list[Note]]:
    """Return the blocks without those on the author, the bio, and what to look at."""
    for index in range(max(1, len(blocks) - LONGEST_BIO - 1), len(blocks)):
        if kind_of(blocks[index], TAIL, style) == "author":
            drop(blocks[index], "author", notes)
            bio = [words for block in blocks[index + 1 :] if (words := words_of(block))]
            return blocks[:index], [text for text in bio if text != author], []
    lines = [Line(line_of(block), words_of(block)) for block in blocks]
    body = Body(list(lines))
    take_bio(body, author)
    if not body.bio or not blocks or blocks[-1].name != "p":
        return blocks, [], []
    return blocks[:-1], [body.bio[0].text], body.unsure
