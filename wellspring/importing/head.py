"""Read what stands above a story: title, subtitle, byline, day; called by read_story."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from wellspring.importing.below_day import card_above, is_below_day
from wellspring.importing.dateline import plain_byline, read_dateline
from wellspring.importing.first_lines import first_lines, next_filled
from wellspring.importing.full_names import CREDITED
from wellspring.importing.furniture import Furniture
from wellspring.importing.head_found import Head
from wellspring.importing.head_tags import tags_above
from wellspring.importing.line import Line, Note, ends_sentence, straight
from wellspring.importing.names import match_form, original
from wellspring.importing.title_line import BENEATH, title_index
from wellspring.importing.titles import Titled, parted, read_title, unmarked, unquoted
from wellspring.importing.zone import (
    BYLINES,
    CREDIT,
    SITES,
    Kinds,
    Known,
    Surveyor,
    Zone,
)
from wellspring.model.importing import ImportStyle

LONGEST_TITLE = 160
# What may stand between the title and the first words.
STARTS = frozenset({"aside", "count", CREDIT, "share", "minutes", "award", "byline"})
HASHTAG = re.compile(r"#([\w-]{2,40})")
HASHTAGS = re.compile(r"(?:#(?=[\w-]*[^\W\d])[\w-]{2,40}[ ,]*)+")


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
    reader.head.day = reader.head.day or reader.changed
    title, name = parted(reader.head.title)
    if name and not reader.head.author and reader.surveyor.is_person(name):
        reader.head.title, reader.head.author = title, name
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
        self.changed: date | None = None

    def read_zone(self) -> None:
        """Read title, subtitle, author and day from the zone, or from the first lines alone."""
        zone = self.surveyor.zone(self.lines)
        if not zone:
            self.read_first_lines()
            return
        free = [line for line, kinds in self.named(zone) if not kinds]
        if is_below_day(self.surveyor, zone, self.lines):
            self.take_site(zone)
            free = []
        self.take_free(free, zone)
        if not self.head.title:
            self.read_first_lines()

    def take_site(self, zone: Zone) -> None:
        """Note the lines above a title below the day; a name right above the day is the author."""
        card = card_above(self.surveyor, zone)
        self.head.author = self.head.author or "".join(line.text for line in card[:1])
        bio = [line for line in card[1:] if line.text not in self.known.twice]
        self.head.bio += bio
        noted = {note.line for note in self.head.notes} | {line.number for line in bio}
        for (line, kinds), (_, below) in pairwise([*zone, (zone[-1][0], frozenset())]):
            if kinds:
                continue
            named = self.head.author or self.known.author
            if not named and below & BYLINES and self.surveyor.is_person(line.text):
                self.head.author, self.head.guessed = line.text, True
            kind = "byline" if line.text == self.head.author else "site"
            if line.number not in noted:
                self.head.notes.append(Note(line.number, kind, line.text))

    def named(self, zone: Zone) -> Iterator[tuple[Line, Kinds]]:
        """Yield the zone's lines; the site's name above a menu, and the author, are taken out."""
        authors = self.surveyor.people(zone)
        start = title_index(self.surveyor, zone, authors)
        tags = tags_above(zone, start, self.style.forms["tags"])
        for index, (line, kinds) in enumerate(zone):
            self.head.start = line.number
            if index in tags:
                self.head.tags += tags[index]
                self.head.notes.append(Note(line.number, "tags", line.text))
            elif kinds:
                self.take_mark(line, kinds)
            elif line.text in authors or line.text == self.head.author:
                self.head.guessed = self.head.guessed or not self.head.author
                self.head.author = self.head.author or line.text
                self.head.notes.append(Note(line.number, "byline", line.text))
            elif index < start:
                self.head.notes.append(Note(line.number, "site", line.text))
            else:
                yield line, kinds

    def take_mark(self, line: Line, kinds: Kinds) -> None:
        """Read a line of furniture: a byline, a day, a label, the name of a community."""
        found = read_dateline(line, self.style)
        label = match_form(self.style.forms["label"], line)
        if found and "byline" in kinds and not self.head.author:
            self.head.author = unmarked(found.name)
        elif line.text == self.known.author or (kinds == {"byline"} and not found):
            self.head.author = self.head.author or line.text.removeprefix("u/")
        if found:
            self.head.day = self.head.day or found.day
            self.changed = self.changed or found.changed
        if "unclear" in kinds:
            self.head.unsure.append(Note(line.number, "unclear day", line.text))
        if label:
            self.take_label(line, label["key"].casefold(), original(line, label, "value"))
        if "logo" in kinds:
            self.head.community = line.text.rsplit(" ", 1)[0]
        if "award" in kinds:
            self.head.labels.append(line.text)
        self.head.notes.append(Note(line.number, min(kinds), line.text))

    def take_label(self, line: Line, key: str, value: str) -> None:
        """Read a line such as “Title: …”."""
        if key in {"title", "headline", "subject", "betreff"}:
            self.take_title(read_title(value, self.style), line.number)
        elif key in {"category", "community", "section"}:
            self.head.community = value
        else:
            self.head.subtitle, self.head.labelled = unquoted(value), True

    def take_title(self, found: Titled, number: int) -> None:
        """Keep a title, and the labels that a platform has put behind it."""
        self.head.title = found.title
        self.head.labels += found.labels
        self.head.notes += [Note(number, "label", label) for label in found.labels]

    def take_free(self, free: list[Line], zone: Zone) -> None:
        """Read title and subtitle from the lines that are no furniture, in this order."""
        last_by = max((line.number for line, kinds in zone if kinds & BYLINES), default=0)
        asked = any(BENEATH in kinds for _, kinds in zone)
        for line in free:
            below_by = self.is_below_by(line, zone)
            text = unquoted(line.text)
            if not self.head.title and len(line.text) <= LONGEST_TITLE:
                self.take_title(read_title(line.text, self.style), line.number)
            elif self.is_title(text):
                self.head.notes.append(Note(line.number, "repeated title", line.text))
            elif self.head.tells_of_author(text):
                self.head.bio.append(line)
            elif CREDITED.match(line.text) and line.number < last_by:
                self.head.notes.append(Note(line.number, "credit", line.text))
            elif self.known.is_site(line.text):
                self.head.notes.append(Note(line.number, "site", line.text))
            elif not (self.head.subtitle or below_by or asked) and line.number < last_by:
                self.head.subtitle = text
            elif line.number < last_by and (asked or not ends_sentence(line.text)):
                self.head.notes.append(Note(line.number, "byline", line.text))
            else:
                self.head.kept.append(line)

    def is_below_by(self, line: Line, zone: Zone) -> bool:
        """Tell whether the author's name stands above a short line, right above what one is."""
        near = [it.text for it, _ in zone if it.number < line.number][-1:]
        named = self.head.author and any(text.endswith(self.head.author) for text in near)
        if named and match_form(self.style.forms["role"], line):
            return True
        above = [it.text for it, kinds in zone if it.number < line.number and not kinds]
        return self.head.author in above and not ends_sentence(line.text)

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
            below = self.filled(first.line)
            furniture = below and self.surveyor.kinds(below)
            named = not self.head.author and self.signs(first.subtitle)
            self.head.author = first.subtitle if named else self.head.author
            self.head.subtitle = "" if furniture or named else first.subtitle
            self.head.start = first.line if furniture else first.end

    def signs(self, text: str) -> bool:
        """Tell whether a line below a title, with no page around it, is who wrote it."""
        return "'s " not in straight(text) and self.surveyor.is_person(text)

    def is_picture(self, line: Line) -> bool:
        """Tell whether a line is the first part of the title, as a picture's description has it."""
        below = self.filled(line.number)
        credited = below is not None and CREDIT in self.surveyor.kinds(below)
        return credited and self.head.title.casefold().startswith(f"{line.text.casefold()}:")

    def filled(self, number: int) -> Line | None:
        """Return the first filled line behind a line's number."""
        return next_filled(self.lines, number)

    def read_start(self) -> None:
        """Take credits, counts and the repeated title out of the first lines of the body."""
        for line in self.lines[self.head.start :]:
            if not line.text:
                continue
            kinds = self.surveyor.kinds(line) & STARTS
            if HASHTAGS.fullmatch(line.text):
                self.head.tags += HASHTAG.findall(line.text)
                kinds = frozenset({"tags"})
            elif self.is_title(unmarked(line.text).strip()) or self.is_picture(line):
                kinds = frozenset({"repeated title"})
            elif not kinds and not self.head.author and self.surveyor.is_person(line.text):
                self.head.author = line.text
                kinds = frozenset({"byline"})
            if not kinds:
                break
            self.take_mark(line, kinds)
            self.head.start = line.number
