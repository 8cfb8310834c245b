"""Which first lines of a source stand above its story, and what each is; called by head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line, ends_sentence, is_prose
from wellspring.importing.names import is_name, match_byline, match_form
from wellspring.model.importing import HEAD, TAIL, ImportStyle

MOST_LINES, MOST_FREE, SENTENCE = 45, 5, 40
# Lines that can only stand around a byline, so that all above them is head.
BYLINES = frozenset({"byline", "dated", "minutes", "follow", "label"})
ABOVE = BYLINES | {"menu", "logo", "award"}
CREDIT = "credit"
MENUS = frozenset({"menu", "logo"})
# A rubric has so many words at most.
RUBRIC = 3
# What only stands below a story.
BELOW = frozenset({"author", "closed", "profile"})
# Platforms that show a site's name and no subtitle above a story.
SITES = ("blogspot", "wordpress")
Kinds = frozenset[str]
Zone = list[tuple[Line, Kinds]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a tail says of the site, and the author's name if it gives one.

    `titles` are texts that the page names elsewhere as a title does: in a trail, above comments.
    """

    site_words: str = ""
    author: str = ""
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Surveyor:
    """Tells what lines are as parts of a head."""

    furniture: Furniture
    style: ImportStyle
    known: Known

    def kinds(self, line: Line) -> Kinds:
        """Return what a line would be as a part of the head."""
        forms = self.style.forms
        names = [
            name for name in ("byline", "dated", "label", CREDIT) if match_form(forms[name], line)
        ]
        if "byline" in names and ("dated" in names or not match_byline(forms["byline"], line)):
            names.remove("byline")
        named = {"byline"} if line.text and line.text == self.known.author else frozenset()
        return self.furniture.kinds(line, HEAD) | frozenset(names) | named

    def zone(self, lines: Sequence[Line]) -> Zone:
        """Return the filled lines down to the last mark that can only stand above a story."""
        zone: Zone = []
        last = free = sentences = 0
        for line in lines:
            if not line.text:
                continue
            kinds = self.kinds(line)
            # A subtitle may be a sentence; the second one is the body's.
            sentences += not kinds and len(line.text) >= SENTENCE and ends_sentence(line.text)
            prose = not kinds and (is_prose(line.text) or sentences > 1)
            by = any(marks & BYLINES for _, marks in zone)
            below = by and not kinds and self.furniture.kinds(line, TAIL) & BELOW
            if prose or below or len(zone) == MOST_LINES:
                break
            zone.append((line, kinds))
            named = free == 1 and is_name(zone[-1][0].text)
            above = bool(kinds & ABOVE) or (bool(kinds - {CREDIT}) and (free == 0 or named))
            free = 0 if above else free + (not kinds)
            if free == 0:
                last = len(zone)
            if free > MOST_FREE:
                break
        return zone[:last]

    def after_menu(self, zone: Zone) -> int:
        """Return the index in the zone behind the site's menu, which stands above the title."""
        named = set(authors_in(zone))
        free = [i for i, (line, kinds) in enumerate(zone) if not kinds and line.text not in named]
        titled = [i for i in free if zone[i][0].plain.casefold() in self.known.titles]
        if titled:
            return titled[-1]
        first_by = first_byline(zone)
        menus = [i for i, (_, kinds) in enumerate(zone) if kinds & MENUS]
        dated = [i for i, (_, kinds) in enumerate(zone) if "dated" in kinds]
        if self.furniture.platform == "blogspot" and dated and any(i > dated[0] for i in free):
            return dated[0]
        behind = [m for m in menus if any(m < index < first_by for index in free)]
        start = max(behind, default=-1) + 1
        own = [index for index in free if start <= index < first_by]
        site = any(self.furniture.is_of(zone[m][0], SITES, HEAD) for m in menus)
        if self.furniture.platform in SITES and site and len(own) > 1:
            below_title = ends_sentence(zone[own[-1]][0].text)
            return own[-2] if below_title else own[-1]
        later = [i for i in free if i > first_by and "dated" in zone[i - 1][1] | zone[i - 2][1]]
        if len(own) > 1 and later and all(is_nav(zone[i][0].text) for i in own):
            return later[0]
        if len(own) > 1 and zone[own[0]][0].text in self.known.site_words:
            return own[1]
        return own[1] if len(own) > 1 and is_rubric(*(zone[i][0].text for i in own[:2])) else start


def first_byline(zone: Zone) -> int:
    """Return the index of the first line of the byline; a button to follow may stand in a menu."""
    sure = (i for i, (_, kinds) in enumerate(zone) if kinds & (BYLINES - {"follow"}))
    follow = (i for i, (_, kinds) in enumerate(zone) if kinds & BYLINES)
    return next(sure, next(follow, len(zone)))


def is_nav(text: str) -> bool:
    """Tell whether a line is as short as the words of a menu are."""
    return len(text.split()) <= 2  # noqa: PLR2004 - a word, or two


def is_rubric(text: str, below: str) -> bool:
    """Tell whether a line is the rubric above a title: a few capitals, and the title has others."""
    return text.isupper() and len(text.split()) <= RUBRIC and not below.isupper()


def authors_in(zone: Zone) -> Iterator[str]:
    """Yield lines that name the author, because a button or a day stands right below."""
    if any("byline" in kinds for _, kinds in zone):
        return
    free = [line for line, kinds in zone if not kinds]
    for (line, kinds), (_, below) in pairwise(zone):
        near = below & (BYLINES | {"count", "share"}) and "byline" not in below
        if not kinds and line is not free[0] and near and is_name(line.text):
            yield line.text
