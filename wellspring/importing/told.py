"""What rules tell of a source: its head, its body, its tail; called by story.

Head and tail are each read with an eye on the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wellspring.importing.addresses import sites_of
from wellspring.importing.block import Block
from wellspring.importing.blocks import blocks_of
from wellspring.importing.body import Body, read_body
from wellspring.importing.echoes import echoes_of
from wellspring.importing.ending import is_ending, read_ending
from wellspring.importing.explicit import is_markdown
from wellspring.importing.furniture import Furniture, find_furniture
from wellspring.importing.head import read_head
from wellspring.importing.head_found import Head
from wellspring.importing.know_more import Link
from wellspring.importing.line import Line, Note
from wellspring.importing.sections import Found, read_tail
from wellspring.importing.tail import Tail, cut_tail
from wellspring.importing.zone import Known, repeated, small_words
from wellspring.model.importing import ImportStyle

# Parts of a tail that may name the site.
SITE_PARTS = frozenset({"subscribe", "footer"})


@dataclass(slots=True)
class Told:
    """A head, a body in blocks, a tail, and what is to be said of them."""

    platform: str
    head: Head
    body: Body
    found: Found
    author: str
    blocks: list[Block]
    markdown: bool
    doubts: list[Note]

    def stripped(self) -> list[Note]:
        """Return notes on all lines that go nowhere."""
        return sorted([*self.head.notes, *self.body.stripped, *self.found.notes])

    def bio(self) -> list[Line]:
        """Return what is said of the author."""
        return [*self.head.bio, *self.body.bio, *self.found.bio]

    def links(self) -> list[Link]:
        """Return what else to read."""
        return [*self.body.links, *self.found.links]

    def tags(self) -> list[str]:
        """Return the tags, each once."""
        return list(dict.fromkeys([*self.head.tags, *self.body.tags, *self.found.tags]))

    def unsure(self) -> list[Note]:
        """Return notes on what a person should look at."""
        return [*self.head.unsure, *self.body.unsure, *self.doubts]


def tell(lines: Sequence[Line], style: ImportStyle) -> Told:
    """Return what rules tell of the lines of a source."""
    furniture = find_furniture(lines, style)
    head, tail = cut(lines, furniture, style)
    if is_ending(lines[tail.start :], style):
        tail = Tail(len(lines), tail.kinds)
    found = read_tail(lines, tail, style, head.author)
    ending = read_ending(lines[head.start : tail.start], style)
    found.notes += ending.notes
    days = [day for day in (head.day, ending.day) if day]
    head.day = min(days) if ending.is_first and days else head.day or ending.day or ending.changed
    author = head.author or found.name or ending.author
    kept = [*head.kept, *ending.lines]
    body = read_body(kept, style, author, furniture.platform)
    markdown = is_markdown(lines[: tail.start])
    blocks, doubts = blocks_of(body.lines, style, markdown=markdown)
    return Told(furniture.platform, head, body, found, author, blocks, markdown, doubts)


def cut(lines: Sequence[Line], furniture: Furniture, style: ImportStyle) -> tuple[Head, Tail]:
    """Return head and tail; each is read with an eye on the other."""
    twice = repeated(lines)
    known = Known(titles=echoes_of(lines), small=small_words(lines), twice=twice)
    first = read_head(lines, furniture, style, known)
    tail = cut_tail(lines, furniture, style, first.start, replace(known, author=first.author))
    site = " ".join(
        line.text
        for line, kinds in zip(lines[tail.start :], tail.kinds[tail.start :], strict=True)
        if kinds & SITE_PARTS
    )
    site = " ".join((site, *sites_of(lines)))
    told = read_tail(lines, tail, style, "")
    again = any(line.text == first.author for line in lines[tail.start :])
    other = " " in told.name and told.name.casefold() not in first.author.casefold()
    sure = "" if first.guessed and other and not again else first.author
    bio = frozenset(line.text for line in told.bio)
    known = Known(site, sure or told.name, known.titles, known.small, bio, twice)
    head = read_head(lines[: tail.start], furniture, style, known)
    if head.author != first.author or head.start != first.start:
        tail = cut_tail(lines, furniture, style, head.start, replace(known, author=head.author))
    return head, tail
