"""Bylines and days that stand as words at the beginning of a story; called by write_story.

Word documents and pages of one's own name author and day so, and nowhere else.
"""

import re

from bs4 import Tag

from wellspring.importing.dateline import Dateline, read_dateline
from wellspring.importing.line import Line, Note
from wellspring.importing.names import NAME, is_name
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.tree import line_of, words_of
from wellspring.model.importing import ImportStyle

# So many first blocks may name them.
MOST = 4
# “03/04/2015”: in March or in April.
UNCLEAR = "unclear"
# A name, a day, and then the story.
MOST_HEAD = 2
FULL_NAME = re.compile(NAME)


def take_datelines(  # noqa: PLR0913 - what is known, and what there is to say
    blocks: list[Tag],
    facts: Facts,
    style: ImportStyle,
    notes: list[Note],
    unsure: list[Note],
    *,
    named: bool = False,
) -> list[Tag]:
    """Return blocks without those that only name author or day, which the facts have then.

    They stand together, above all else; at least one block stays. With `named`, one that names
    nobody stays too.
    """
    kept = [block for block in blocks if not is_empty(block)]
    for _ in range(MOST):
        if len(kept) <= 1:
            break
        found = dateline_of(kept[0], style) or name_above_day(kept, style)
        if found is None or not agrees(found, facts) or (named and not found.name):
            break
        take(found, facts)
        block = kept.pop(0)
        kind = "byline" if "byline" in found.kinds else "dated"
        notes.append(Note(line_of(block), kind, words_of(block)))
        if UNCLEAR in found.kinds and facts.day is None:
            unsure.append(Note(line_of(block), "unclear day", words_of(block)))
    return kept


def is_empty(block: Tag) -> bool:
    """Tell whether a paragraph holds nothing, as Word has them for a gap."""
    return block.name == "p" and not words_of(block) and block.find(True) is None


def dateline_of(block: Tag, style: ImportStyle) -> Dateline | None:
    """Return what a block says of author and day, if it says nothing else."""
    if block.name != "p" or block.find("img") is not None:
        return None
    return read_dateline(Line(1, words_of(block)), style)


def name_above_day(blocks: list[Tag], style: ImportStyle) -> Dateline | None:
    """Return what a name alone says where a day alone stands below it."""
    below = dateline_of(blocks[1], style) if len(blocks) > MOST_HEAD else None
    name = words_of(blocks[0])
    is_whole = blocks[0].name == "p" and FULL_NAME.fullmatch(name) is not None and is_name(name)
    if not is_whole or not below or not below.day or below.name:
        return None
    return Dateline(frozenset({"byline"}), name)


def agrees(found: Dateline, facts: Facts) -> bool:
    """Tell whether a line names nobody else than is known, and something at all."""
    is_same = not found.name or not facts.author or same(found.name, facts.author)
    is_same = is_same or "author" in facts.weak
    says = found.name or found.day or found.changed or UNCLEAR in found.kinds
    return is_same and bool(says)


def same(one: str, other: str) -> bool:
    """Tell whether two names are the same person's, one perhaps with a degree or a first name."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return shorter in longer


def take(found: Dateline, facts: Facts) -> None:
    """Add to the facts what a line says."""
    for name, said in (("author", found.name), ("day", found.day)):
        if said and (name in facts.weak or not getattr(facts, name)):
            setattr(facts, name, said)
            facts.weak.discard(name)
