"""Read what stands above a story: title, subtitle, byline, day; called by read_story."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from wellspring.importing.first_lines import first_lines, next_filled
from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line, Note, ends_sentence, ends_with_mark, is_prose
from wellspring.importing.names import is_name, match_form, original, read_day
from wellspring.importing.titles import Titled, read_title, unmarked, unquoted
from wellspring.model.importing import HEAD, TAIL, ImportStyle

MOST_LINES, MOST_FREE, LONGEST_TITLE, SENTENCE = 45, 5, 160, 40
# Lines that can only stand around a byline, so that all above them is head.
BYLINES = frozenset({"byline", "dated", "minutes", "follow", "label"})
ABOVE = BYLINES | {"menu", "logo", "award"}
CREDIT = "credit"
# What only stands below a story.
BELOW = frozenset({"author", "closed", "profile"})
# Platforms that show a site's name and no subtitle above a story.
SITES = ("blogspot", "wordpress")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ITALIC = re.compile(r"(?P<mark>[*_]{1,3})[^*_]+(?P=mark)")
Kinds = frozenset[str]


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


@dataclass(frozen=True, slots=True)
class Known:
    """What a tail says of the site, and the author's name if it gives one."""

    site_words: str = ""
    author: str = ""


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
        self.head = Head()

    def kinds(self, line: Line) -> Kinds:
        """Return what a line would be as a part of the head."""
        forms = self.style.forms
        names = [
            name for name in ("byline", "dated", "label", CREDIT) if match_form(forms[name], line)
        ]
        found = match_form(forms["byline"], line)
        if found and ("dated" in names or not is_name(original(line, found, "name"))):
            names.remove("byline")
        named = {"byline"} if line.text and line.text == self.known.author else frozenset()
        return self.furniture.kinds(line, HEAD) | frozenset(names) | named

    def zone(self) -> list[tuple[Line, Kinds]]:
        """Return the filled lines down to the last mark that can only stand above a story."""
        zone: list[tuple[Line, Kinds]] = []
        last = free = sentences = 0
        for line in self.lines:
            if not line.text:
                continue
            kinds = self.kinds(line)
            # A subtitle may be a sentence; the second one is the body's.
            sentences += not kinds and len(line.text) >= SENTENCE and ends_sentence(line.text)
            prose = not kinds and (is_prose(line.text) or sentences > 1)
            below = not kinds and self.furniture.kinds(line, TAIL) & BELOW
            if prose or below or len(zone) == MOST_LINES:
                break
            zone.append((line, kinds))
            named = free == 1 and is_name(zone[-1][0].text)
            above = bool(kinds & ABOVE) or (bool(kinds - {CREDIT}) and (free == 0 or named))
            free = 0 if above else free + 1
            if free == 0:
                last = len(zone)
            if free > MOST_FREE:
                break
        return zone[:last]

    def read_zone(self) -> None:
        """Read title, subtitle, author and day from the zone, or from the first lines alone."""
        zone = self.zone()
        if not zone:
            self.read_first_lines()
            return
        free = [line for line, kinds in self.named(zone) if not kinds]
        if self.is_below_day(free, zone):
            self.head.notes += [Note(line.number, "site", line.text) for line in free]
            free = []
        self.take_free(free, zone)
        if not self.head.title:
            self.read_first_lines()

    def is_below_day(self, free: list[Line], zone: list[tuple[Line, Kinds]]) -> bool:
        """Tell whether the title stands below the day, as on blogs that begin with a weekday."""
        last, kinds = zone[-1]
        below = self.filled(last.number)
        weekday = "dated" in kinds and last.plain[:3].casefold() in WEEKDAYS
        if not weekday or below is None or any(line.number > last.number for line in free):
            return False
        return not is_prose(below.text) and not ends_with_mark(below.text.rstrip("?!"))

    def named(self, zone: list[tuple[Line, Kinds]]) -> Iterator[tuple[Line, Kinds]]:
        """Yield the zone's lines; the site's name above a menu, and the author, are taken out."""
        start = self.after_menu(zone)
        authors = list(self.authors(zone[start:]))
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

    def after_menu(self, zone: list[tuple[Line, Kinds]]) -> int:
        """Return the index in the zone behind the site's menu, which stands above the title."""
        free = [index for index, (_, kinds) in enumerate(zone) if not kinds]
        first_by = next((i for i, (_, kinds) in enumerate(zone) if kinds & BYLINES), len(zone))
        menus = [i for i, (_, kinds) in enumerate(zone) if kinds & {"menu", "logo"}]
        dated = [i for i, (_, kinds) in enumerate(zone) if "dated" in kinds]
        if self.furniture.platform == "blogspot" and dated and any(i > dated[0] for i in free):
            return dated[0]
        behind = [m for m in menus if any(m < index < first_by for index in free)]
        start = max(behind, default=-1) + 1
        own = [index for index in free if start <= index < first_by]
        site = any(self.furniture.is_of(zone[m][0], SITES, HEAD) for m in menus)
        if self.furniture.platform in SITES and site and len(own) > 1:
            return own[-1]
        if len(own) > 1 and zone[own[0]][0].text in self.known.site_words:
            return own[1]
        return start

    def authors(self, zone: list[tuple[Line, Kinds]]) -> Iterator[str]:
        """Yield lines that name the author, because a button or a day stands right below."""
        free = [line for line, kinds in zone if not kinds]
        for (line, kinds), (_, below) in pairwise(zone):
            near = below & (BYLINES | {"count", "share"}) and "byline" not in below
            if not kinds and line is not free[0] and near and is_name(line.text):
                yield line.text

    def take_mark(self, line: Line, kinds: Kinds) -> None:
        """Read a line of furniture: a byline, a day, a label, the name of a community."""
        byline = match_form(self.style.forms["byline"], line) if "byline" in kinds else None
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

    def take_free(self, free: list[Line], zone: list[tuple[Line, Kinds]]) -> None:
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
            kinds = self.kinds(line) & {"count", CREDIT, "share", "minutes", "award", "byline"}
            if self.is_title(unmarked(line.text).strip()):
                kinds = frozenset({"repeated title"})
            if not kinds:
                break
            if "award" in kinds:
                self.head.labels.append(line.text)
            self.head.notes.append(Note(line.number, min(kinds), line.text))
            self.head.start = line.number
