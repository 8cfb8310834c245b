"""Which first lines of a source stand above its story, and what each is; called by head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line, ends_sentence, is_prose
from wellspring.importing.names import is_name, match_form, original
from wellspring.model.importing import HEAD, TAIL, ImportStyle

MOST_LINES, MOST_FREE, SENTENCE = 45, 5, 40
# Lines that can only stand around a byline, so that all above them is head.
BYLINES = frozenset({"byline", "dated", "minutes", "follow", "label"})
ABOVE = BYLINES | {"menu", "logo", "award"}
CREDIT = "credit"
# What only stands below a story.
BELOW = frozenset({"author", "closed", "profile"})
# Platforms that show a site's name and no subtitle above a story.
SITES = ("blogspot", "wordpress")
Kinds = frozenset[str]
Zone = list[tuple[Line, Kinds]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a tail says of the site, and the author's name if it gives one."""

    site_words: str = ""
    author: str = ""


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
        found = match_form(forms["byline"], line)
        if found and ("dated" in names or not is_name(original(line, found, "name"))):
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

    def after_menu(self, zone: Zone) -> int:
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


def authors_in(zone: Zone) -> Iterator[str]:
    """Yield lines that name the author, because a button or a day stands right below."""
    free = [line for line, kinds in zone if not kinds]
    for (line, kinds), (_, below) in pairwise(zone):
        near = below & (BYLINES | {"count", "share"}) and "byline" not in below
        if not kinds and line is not free[0] and near and is_name(line.text):
            yield line.text
