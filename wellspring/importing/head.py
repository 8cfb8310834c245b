"""Read what stands above a story: title, subtitle, byline, day; called by read_story."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wellspring.importing.first_lines import first_lines, next_filled
from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line, Note, ends_with_mark, is_prose
from wellspring.importing.names import match_byline, match_form, original, read_day
from wellspring.importing.titles import Titled, read_title, unmarked, unquoted
from wellspring.importing.zone import (
    BYLINES,
    CREDIT,
    MENUS,
    SITES,
    Kinds,
    Known,
    Surveyor,
    Zone,
    authors_in,
)
from wellspring.model.importing import ImportStyle

LONGEST_TITLE = 160
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ITALIC = re.compile(r"(?P<mark>[*_]{1,3})[^*_]+(?P=mark)")


@dataclass(slots=True)
class Head:
    """What the head says, where the body starts, and notes on what goes nowhere."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    day: date | None = None
    labels: list[str] = field(default_factory=list)
    community: str = ""
    start: int = 0
    kept: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)


def plain_byline(line: Line) -> Line:
    """Return a line without the marks of Markdown, if it stands in italics as a whole."""
    return replace(line, text=line.text.strip("*_")) if ITALIC.fullmatch(line.text) else line


def read_head(
    lines: Sequence[Line],
    furniture: Furniture,
    style: ImportStyle,
    known: Known,
) -> Head:
    """Return the head of a source, with an eye on what its tail says."""
    reader = Reader(lines, furniture, style, known)
    reader.read_zone()
    reader.read_start()
    return reader.head


class Reader:
    """Goes down the first lines of a source."""

    def __init__(
        self, lines: Sequence[Line], furniture: Furniture, style: ImportStyle, known: Known
    ) -> None:
        self.lines = [plain_byline(line) for line in lines]
        self.furniture = furniture
        self.style = style
        self.known = known
        self.surveyor = Surveyor(furniture, style, known)
        self.head = Head()

    def read_zone(self) -> None:
        """Read title, subtitle, author and day from the zone, or from the first lines alone."""
        zone = self.surveyor.zone(self.lines)
        if not zone:
            self.read_first_lines()
            return
        free = [line for line, kinds in self.named(zone) if not kinds]
        if self.is_below_day(zone):
            self.head.notes += [Note(line.number, "site", line.text) for line in free]
            free = []
        self.take_free(free, zone)
        if not self.head.title:
            self.read_first_lines()

    def is_below_day(self, zone: Zone) -> bool:
        """Tell whether the title stands below the day, as on blogs that begin with a weekday."""
        last, kinds = zone[-1]
        below = self.filled(last.number)
        weekday = "dated" in kinds and last.plain[:3].casefold() in WEEKDAYS
        menu = kinds & MENUS and not any(marks & BYLINES for _, marks in zone)
        if not (weekday or menu) or below is None:
            return False
        if menu and (after := self.filled(below.number)) and not ends_with_mark(after.text):
            return False
        return not is_prose(below.text) and not ends_with_mark(below.text.rstrip("?!"))

    def named(self, zone: Zone) -> Iterator[tuple[Line, Kinds]]:
        """Yield the zone's lines; the site's name above a menu, and the author, are taken out."""
        start = self.surveyor.after_menu(zone)
        authors = list(authors_in(zone[start:]))
        for index, (line, kinds) in enumerate(zone):
            self.head.start = line.number
            if kinds:
                self.take_mark(line, kinds)
            elif index < start:
                self.head.notes.append(Note(line.number, "site", line.text))
            elif line.text in authors or line.text == self.head.author:
                self.head.author = self.head.author or line.text
                self.head.notes.append(Note(line.number, "byline", line.text))
            else:
                yield line, kinds

    def take_mark(self, line: Line, kinds: Kinds) -> None:
        """Read a line of furniture: a byline, a day, a label, the name of a community."""
        byline = match_byline(self.style.forms["byline"], line) if "byline" in kinds else None
        dated = match_form(self.style.forms["dated"], line)
        label = match_form(self.style.forms["label"], line)
        if byline and not self.head.author:
            self.head.author = unmarked(original(line, byline, "name"))
        elif line.text == self.known.author:
            self.head.author = self.head.author or line.text
        for found in (byline, dated):
            if found and found.groupdict().get("date"):
                self.head.day = self.head.day or read_day(found["date"])
        if label:
            self.take_label(line, label["key"].casefold(), original(line, label, "value"))
        if "logo" in kinds:
            self.head.community = line.text.rsplit(" ", 1)[0]
        if "award" in kinds:
            self.head.labels.append(line.text)
        self.head.notes.append(Note(line.number, min(kinds), line.text))

    def take_label(self, line: Line, key: str, value: str) -> None:
        """Read a line such as “Title: …”."""
        if key in {"title", "headline"}:
            self.take_title(read_title(value, self.style), line.number)
        elif key in {"category", "community", "section"}:
            self.head.community = value
        else:
            self.head.subtitle = unquoted(value)

    def take_title(self, found: Titled, number: int) -> None:
        """Keep a title, and the labels that a platform has put behind it."""
        self.head.title = found.title
        self.head.labels += found.labels
        self.head.notes += [Note(number, "label", label) for label in found.labels]

    def take_free(self, free: list[Line], zone: Zone) -> None:
        """Read title and subtitle from the lines that are no furniture, in this order."""
        last_by = max((line.number for line, kinds in zone if kinds & BYLINES), default=0)
        for line in free:
            text = unquoted(line.text)
            if not self.head.title and len(line.text) <= LONGEST_TITLE:
                self.take_title(read_title(line.text, self.style), line.number)
            elif self.is_title(text):
                self.head.notes.append(Note(line.number, "repeated title", line.text))
            elif not self.head.subtitle and line.number < last_by:
                self.head.subtitle = text
            else:
                self.head.kept.append(line)

    def is_title(self, text: str) -> bool:
        """Tell whether a text is the title once more."""
        again = read_title(text, self.style).title.casefold()
        return bool(again) and again == self.head.title.casefold()

    def read_first_lines(self) -> None:
        """Read title and subtitle where there is no furniture, or none above them."""
        has_subtitle = self.furniture.platform not in SITES or self.head.day is None
        first = first_lines(self.lines, self.head.start, self.style, subtitle=has_subtitle)
        if first:
            self.take_title(first.titled, first.line)
            self.head.subtitle, self.head.start = first.subtitle, first.end

    def filled(self, number: int) -> Line | None:
        """Return the first filled line behind a line's number."""
        return next_filled(self.lines, number)

    def read_start(self) -> None:
        """Take credits, counts and the repeated title out of the first lines of the body."""
        for line in self.lines[self.head.start :]:
            if not line.text:
                continue
            kinds = self.surveyor.kinds(line) & {
                "count",
                CREDIT,
                "share",
                "minutes",
                "award",
                "byline",
            }
            if self.is_title(unmarked(line.text).strip()):
                kinds = frozenset({"repeated title"})
            if not kinds:
                break
            if "award" in kinds:
                self.head.labels.append(line.text)
            self.head.notes.append(Note(line.number, min(kinds), line.text))
            self.head.start = line.number
