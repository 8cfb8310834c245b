"""Pages that nobody made, for a network to learn from: the head of one, the body of another.

Called by teach_lines. What stands around a story differs from site to site more than a few hundred
pages can show; most of it could stand around any other story.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.importing.line_lessons import BODY, Page
from wellspring.importing.line import Line

# How often a part is taken from another page, blank lines go or come, and lines go or come.
ANOTHER, BARE, AIRY, DROPPED, INSERTED, SHOUTED, BULLETS = 0.6, 0.12, 0.12, 0.08, 0.3, 0.05, 0.25
# What stands before the items of a page: a sign, or nothing.
MARKS = ("", "", "", "• ", "- ", "✅ ", "→ ", "🌿 ", "★ ", "➤ ", "☑ ", "✨ ", "o ", "🔸 ", "❌ ")
LENGTHS, MOST_INSERTED = (4, 10, 20, 40, 40), 3


@dataclass(frozen=True, slots=True)
class Row:
    """A filled line with what it is, and how many blank lines stand above it."""

    text: str
    role: str
    blank: int
    indent: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands above a story, the story, and what stands below it."""

    head: list[Row]
    body: list[Row]
    tail: list[Row]


def parts_of(page: Page) -> Parts:
    """Return the parts of a page."""
    above = [0, *(line.number for line in page.lines)]
    rows = [
        Row(line.text, role, line.number - before - 1, line.indent)
        for line, role, before in zip(page.lines, page.roles, above, strict=False)
    ]
    inside = [at for at, row in enumerate(rows) if row.role in BODY]
    first, last = (inside[0], inside[-1]) if inside else (len(rows), len(rows))
    return Parts(rows[:first], rows[first : last + 1], rows[last + 1 :])


def retitled(rows: Sequence[Row], other: Parts, own: Parts) -> list[Row]:
    """Return rows of another page with the title of one’s own: its story has the title’s words."""
    theirs, ours = title_of(other), title_of(own)
    if not theirs or not ours or theirs == ours:
        return list(rows)
    return [replace(row, text=row.text.replace(theirs, ours)) for row in rows]


def title_of(parts: Parts) -> str:
    """Return the title of a page; nothing if there is none, or several lines of it."""
    found = [row.text for row in parts.head if row.role == "title"]
    return found[0] if len(set(found)) == 1 else ""


class PageMixer:
    """Makes pages of the parts of others."""

    def __init__(self, pages: Sequence[Page], chance: random.Random) -> None:
        self.parts = [parts_of(page) for page in pages]
        self.chance = chance
        self.between = [row for each in self.parts for row in each.body if row.role not in BODY] + [
            row for each in self.parts for row in (*each.head, *each.tail) if row.role == "page"
        ]

    def mix(self) -> Page:
        """Return a new page."""
        own = self.chance.choice(self.parts)
        above, below = (self.another() if self.happens(ANOTHER) else own for _ in "ab")
        head, tail = retitled(above.head, above, own), retitled(below.tail, below, own)
        rows = [*self.thinned(head), *self.story(own.body), *self.thinned(tail)]
        mark = self.chance.choice(MARKS) if self.happens(BULLETS) else None
        return page_of(self.spaced([self.dressed(row, mark) for row in rows]))

    def another(self) -> Parts:
        """Return the parts of any page."""
        return self.chance.choice(self.parts)

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does so with a share of all pages or lines."""
        return self.chance.random() < share

    def thinned(self, rows: Sequence[Row]) -> list[Row]:
        """Return what stands around a story, without some of it."""
        return [row for row in rows if row.role != "page" or not self.happens(DROPPED)]

    def story(self, body: Sequence[Row]) -> list[Row]:
        """Return a stretch of a story, with something of a page in it now and then."""
        length = self.chance.choice(LENGTHS)
        start = self.chance.randrange(max(1, len(body) - length + 1))
        found = list(body[start : start + length])
        if self.happens(INSERTED):
            for _ in range(self.chance.randint(1, MOST_INSERTED)):
                inserted = replace(self.chance.choice(self.between), role="page")
                found.insert(self.chance.randrange(len(found) + 1), inserted)
        return found

    def dressed(self, row: Row, mark: str | None) -> Row:
        """Return a line, now and then in capitals, or an item with another mark or without any."""
        if row.role in {"title", "heading"} and self.happens(SHOUTED):
            return replace(row, text=row.text.upper())
        if row.role == "item" and mark is not None:
            bare = row.text.lstrip("-*•·▪‣●○◦–—+✓✔ ")
            return replace(row, text=f"{mark}{bare or row.text}")
        return row

    def spaced(self, rows: Sequence[Row]) -> list[Row]:
        """Return lines as they are, all close together, or all apart."""
        way = self.chance.random()
        if way < BARE:
            return [replace(row, blank=0) for row in rows]
        if way < BARE + AIRY:
            return [replace(row, blank=max(1, row.blank)) for row in rows]
        return list(rows)


def page_of(rows: Sequence[Row]) -> Page:
    """Return a page of lines."""
    lines, number = list[Line](), 0
    for row in rows:
        number += 1 + row.blank
        lines.append(Line(number, row.text, row.indent))
    return Page("mixed", tuple(lines), tuple(row.role for row in rows))
