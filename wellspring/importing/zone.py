"""Which first lines of a source stand above its story, and what each is; called by head."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from wellspring.importing.dateline import Dateline, read_dateline
from wellspring.importing.full_names import CREDITED
from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line, ends_sentence, ends_with_mark, is_prose, next_filled
from wellspring.importing.names import DEGREES, INITIAL, is_name, match_form
from wellspring.model.importing import HEAD, TAIL, ImportStyle

MOST_LINES, MOST_FREE, SENTENCE = 60, 5, 40
# A menu has short lines; so many of them say nothing against a head.
MENU_WORDS, MOST_MENU = 3, 30
# A standfirst may be prose, if a byline follows so closely.
BYLINE_BELOW = 3
# Lines that can only stand around a byline, so that all above them is head.
BYLINES = frozenset({"byline", "dated", "changed", "unclear", "minutes", "follow", "label"})
ABOVE = BYLINES | {"menu", "logo", "award", "beneath"}
CREDIT = "credit"
# What may stand between the lines of a head and of a body alike.
ASIDES = frozenset({CREDIT, "aside"})
MENUS = frozenset({"menu", "logo"})
# What only stands below a story.
BELOW = frozenset({"author", "closed", "profile"})
# What makes the line above it a name.
BESIDE_NAME = BYLINES | {"count", "share"}
# How somebody is called who has signed in, below when that was: “tired_heron”.
LOGIN = re.compile(r"u/[\w-]{2,30}|(?=.*[a-z])(?=.*[\d_])[\w-]{3,30}")
STAMPS = frozenset({"minutes", "dated"})
HANDLE = re.compile(r"@[\w.]{2,30}")
NAME_WORDS = 4
# Fewer words stand in a page's foot by chance.
SITE_WORDS = 3
# Words that titles have, and names of people have not.
TITLE_WORD = re.compile(
    r"\b(?:i|my|me|you|your|we|our|us|it|its|is|are|was|how|why|what|when|where|who|not|no|to|in|on"
    r"|at|for|with|from|a|an|the|and|or|but|after|before)\b|^\w{3,}ing\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{3,}")
# No part of an address.
PLAIN_WORD = re.compile(r"(?<![^\s\"'“‘(—-])[a-zß-ÿ]{3,}(?=[\s,.;:!?\"'’”)—-]|$)")
# Platforms that show a site's name and no subtitle above a story.
SITES = ("blogspot", "wordpress")
Kinds = frozenset[str]
Zone = list[tuple[Line, Kinds]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of a page says of the site, and the author's name if it gives one.

    `titles` are texts that the page names elsewhere as a title does: in a trail, above comments.
    `bio` are the lines that its box on the author has.
    `twice` are the lines that stand more than once.
    `small` are the words that the page writes small somewhere, which no name is made of.
    """

    site_words: str = ""
    author: str = ""
    titles: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    bio: frozenset[str] = frozenset()
    twice: frozenset[str] = frozenset()

    def is_site(self, text: str) -> bool:
        """Tell whether a line of some words is the site's name, as the page's foot says it."""
        several = len(text.split()) >= SITE_WORDS and not ends_with_mark(text)
        return several and text.casefold() in self.site_words.casefold()


def repeated(lines: Sequence[Line]) -> frozenset[str]:
    """Return the lines that a page has more than once."""
    counts = Counter(line.text for line in lines if line.text)
    return frozenset(text for text, count in counts.items() if count > 1)


def small_words(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that a page writes small somewhere."""
    return frozenset(word for line in lines for word in PLAIN_WORD.findall(line.text))


@dataclass(frozen=True, slots=True)
class Surveyor:
    """Tells what lines are as parts of a head."""

    furniture: Furniture
    style: ImportStyle
    known: Known
    seen: dict[str, Kinds] = field(default_factory=dict, compare=False)

    def kinds(self, line: Line) -> Kinds:
        """Return what a line would be as a part of the head."""
        if line.text not in self.seen:
            self.seen[line.text] = self.look(line)
        return self.seen[line.text]

    def look(self, line: Line) -> Kinds:
        """Return what a line is that was not looked at before."""
        forms = self.style.forms
        dateline = read_dateline(line, self.style)
        kinds = (dateline.kinds - {"beside"}) if dateline else frozenset()
        if dateline and self.is_doubtful(line, dateline):
            kinds = frozenset()
        others = frozenset(name for name in ("label", *ASIDES) if match_form(forms[name], line))
        named = {"byline"} if line.text and line.text == self.known.author else frozenset()
        return self.furniture.kinds(line, HEAD) | kinds | others | named

    def is_doubtful(self, line: Line, dateline: Dateline) -> bool:
        """Tell whether a line is rather a title such as “By Morning Light” than a byline."""
        alone = dateline.kinds == {"byline"} and line.text.endswith(dateline.name)
        named = ":" in line.text or INITIAL.search(dateline.name)
        return alone and not named and self.is_plain(dateline.name)

    def is_plain(self, name: str) -> bool:
        """Tell whether all words of a name are words that the page writes small elsewhere."""
        words = [word.casefold() for word in WORD.findall(name)]
        return bool(words) and all(word in self.known.small for word in words)

    def is_person(self, text: str) -> bool:
        """Tell whether a line is a name of words that the page does not use otherwise."""
        words = [word.casefold() for word in WORD.findall(text)]
        return (
            1 < len(text.split()) <= NAME_WORDS
            and not CREDITED.match(text)
            and is_name(text)
            and not TITLE_WORD.search(text)
            and not match_form(self.style.forms["contents"], Line(0, text))
            and not any(word in self.known.small for word in words)
        )

    def zone(self, lines: Sequence[Line]) -> Zone:
        """Return the filled lines down to the last mark that can only stand above a story."""
        zone: Zone = []
        last = free = menu = sentences = 0
        for index, line in enumerate(lines):
            if not line.text:
                continue
            kinds = self.kinds(line)
            if not kinds and zone and zone[-1][1] & STAMPS and LOGIN.fullmatch(line.text):
                kinds = frozenset({"byline"})
            # A subtitle may be a sentence; the second one is the body's.
            sentences += not kinds and len(line.text) >= SENTENCE and ends_sentence(line.text)
            by = any(marks & BYLINES for _, marks in zone)
            prose = not kinds and (is_prose(line.text) or sentences > 1)
            if prose and not by and zone and self.is_by_below(lines, index):
                prose, sentences = False, 1
            below = by and not kinds and bool(self.furniture.kinds(line, TAIL) & BELOW)
            below = below and not self.is_by_below(lines, index)
            if prose or below or len(zone) == MOST_LINES:
                break
            zone.append((line, kinds))
            named = free == 1 and is_name(zone[-1][0].text)
            above = bool(kinds & ABOVE) or (bool(kinds - ASIDES) and (free == 0 or named))
            short = not kinds and not by and len(line.text.split()) <= MENU_WORDS
            menu += short
            free = 0 if above else free + (not kinds and not (short and menu <= MOST_MENU))
            if above:
                last = len(zone)
            if free > MOST_FREE:
                break
        return self.with_name(lines, zone[:last])

    def with_name(self, lines: Sequence[Line], zone: Zone) -> Zone:
        """Return a zone with the name that stands between it and a title that the page repeats."""
        at = next_filled(lines, zone[-1][0].number) if zone else len(lines)
        below = next_filled(lines, at + 1)
        if below >= len(lines) or lines[below].plain.casefold() not in self.known.titles:
            return zone
        named = self.is_person(lines[at].text)
        return [*zone, (lines[at], frozenset({"byline"}))] if named else zone

    def is_by_below(self, lines: Sequence[Line], index: int) -> bool:
        """Tell whether a byline or a day stands closely below a line."""
        for _ in range(BYLINE_BELOW):
            index = next_filled(lines, index + 1)
            if index == len(lines) or is_prose(lines[index].text):
                return False
            if self.kinds(lines[index]) & {"byline", "dated", "changed"}:
                # What ends a text stands below it.
                return any(it.text and not self.kinds(it) for it in lines[index + 1 :])
        return False

    def people(self, zone: Zone) -> list[str]:
        """Return lines that name the author, because a button or a day stands right beside."""
        if self.known.author or any("byline" in kinds for _, kinds in zone):
            return []
        free = [line.text for line, kinds in zone if not kinds]
        # A picture of somebody has the name as well.
        texts = [line.text for line, _ in zone]
        if twice := [a for a, b in pairwise(texts) if a == b and a in free and self.is_person(a)]:
            return twice[:1]
        # A day or a button says more than a count does.
        found = list(self.named_in(zone, free, BYLINES)) or list(
            self.named_in(zone, free, BESIDE_NAME)
        )
        rest = [text for text in free if text not in found]
        return found if any(len(text.split()) > 1 for text in rest) else found[len(free) - 1 :]

    def named_in(self, zone: Zone, free: Sequence[str], beside: Kinds) -> Iterator[str]:
        """Yield the free lines of a zone that stand where names do, beside marks of some kinds."""
        for (line, kinds), (below, marks) in pairwise(it for it in zone if not is_credit(*it)):
            if kinds:
                continue
            near = marks & beside and "byline" not in marks
            person = self.is_person(line.text)
            first = line.text == free[0]
            handle = HANDLE.fullmatch(below.text) is not None
            titled = first or TITLE_WORD.search(line.text)
            degree = DEGREES.search(line.text) and not line.text.isupper()
            signed = person and (near or handle or degree)
            if signed or (near and not titled and is_name(line.text)):
                yield line.text


def is_credit(line: Line, kinds: Kinds) -> bool:
    """Tell whether a line between a name and a day says whose the pictures are."""
    return kinds == {CREDIT} or CREDITED.match(line.text) is not None


def first_byline(zone: Zone) -> int:
    """Return the index of the first line of the byline; a button to follow may stand in a menu."""
    sure = (i for i, (_, kinds) in enumerate(zone) if kinds & (BYLINES - {"follow"}))
    follow = (i for i, (_, kinds) in enumerate(zone) if kinds & BYLINES)
    return next(sure, next(follow, len(zone)))
