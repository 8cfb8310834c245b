"""Which of the lines above a story is its title; called by head.

Menus, rubrics and the site's name stand above it as well. Each free line is weighed by its form,
by where it stands, and by what the rest of the page says.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.first_lines import LONGEST_TITLE
from wellspring.importing.headings import is_titled
from wellspring.importing.line import Line, ends_sentence, is_prose
from wellspring.importing.names import match_form
from wellspring.importing.titles import read_title
from wellspring.importing.zone import MENUS, SITES, Surveyor, Zone, first_byline
from wellspring.model.importing import HEAD

# “12:40 The first Sunday”, a chapter of what is listened to.
TIMED = re.compile(r"\d{1,2}:\d\d(?::\d\d)? ")
# What stands right below a title, and nowhere else.
BENEATH = "beneath"
# A forum's name may stand between the two.
NEAR = 4
# A rubric has so many words at most, and a word of a menu so many.
RUBRIC, NAV = 3, 2
# Longer titles are no better ones.
ENOUGH_WORDS = 5
RUN = 3
SHOUTED = 6.0
SHORT_SUBTITLE = 24
# The site's name, what it is about, and the title.
MOST_SITE = 3


def title_index(surveyor: Surveyor, zone: Zone, names: Sequence[str]) -> int:
    """Return the index of the title in a zone; its end if there is none. `names` are people."""
    free = [i for i, (line, kinds) in enumerate(zone) if not kinds and line.text not in names]
    free = [i for i in free if not TIMED.match(zone[i][0].text)] or free
    titled = [i for i in free if zone[i][0].plain.casefold() in surveyor.known.titles]
    if titled:
        return titled[-1]
    beneath = next((i for i, (_, kinds) in enumerate(zone) if BENEATH in kinds), 0)
    if above := [i for i in free if i < beneath][-NEAR:]:
        return max(above, key=lambda i: (weigh_form(zone[i][0], []), i))
    dated = [i for i, (_, kinds) in enumerate(zone) if "dated" in kinds]
    if surveyor.furniture.platform == "blogspot" and dated:
        free = [i for i in free if i > dated[0]] or free
    free = below_series(surveyor, zone, free)
    weights = {index: weigh(surveyor, zone, free, index) for index in free}
    return max(free, key=lambda index: (weights[index], -index), default=len(zone))


def below_series(surveyor: Surveyor, zone: Zone, free: list[int]) -> list[int]:
    """Return the lines that can be a title without those above it that name a series.

    “Walking Home, Part 2” is a title as well, with a subtitle below that is no title.
    """
    lines = [zone[index][0] for index in free]
    form = surveyor.style.forms["series"]
    at = next((i for i, line in enumerate(lines[:MOST_SITE]) if match_form(form, line)), None)
    if at is None or at + 1 >= len(lines):
        return free
    below = [index for index in free[at + 1 :] if index < first_byline(zone)]
    several = len(below) > 1 or any(is_titled(zone[i][0].text.split()) for i in below)
    return free[at + 1 :] if several else free


def weigh(surveyor: Surveyor, zone: Zone, free: Sequence[int], index: int) -> float:
    """Return how much speaks for a line as the title."""
    line, by = zone[index][0], first_byline(zone)
    line = replace(line, text=read_title(line.text, surveyor.style).title)
    score = weigh_form(line, [zone[i][0] for i in free])
    own = [i for i in free if i < by]
    at = free.index(index)
    # A menu is a run of short lines.
    near = [zone[i][0].text for i in free[max(at - RUN, 0) : at + RUN + 1]]
    if is_nav(line.text) and sum(map(is_nav, near)) >= RUN:
        score -= 3.0
    if line.text in surveyor.known.site_words:
        score -= 4.0
    below = zone[index + 1][1] if index + 1 < len(zone) else frozenset()
    if below & MENUS and any(i > index for i in free):
        score -= 3.0
    if any(kinds & MENUS for _, kinds in zone[index + 1 :]) and index != max(free):
        score -= 2.0
    site = len(own) <= MOST_SITE and any(
        kinds & MENUS and surveyor.furniture.is_of(above, SITES, HEAD) for above, kinds in zone[:by]
    )
    if index < by:
        distance = len([i for i in own if i > index])
        alone = distance and surveyor.furniture.platform in SITES and site
        alone = alone and not is_below_menu(zone, index + 1)
        score += 2.0 - (2.0 if alone else max(distance - 1, 0))
    # What stands right below a line that can be a title is rather its subtitle.
    apart = not (surveyor.furniture.platform in SITES and site) or is_below_menu(zone, index)
    if is_shouted_title(zone, own, index):
        score += SHOUTED
    if index - 1 in free and apart:
        above = replace(line, text=read_title(zone[index - 1][0].text, surveyor.style).title)
        pair = len(own) == len("ab") and is_pair(zone, index, above)
        score -= 2.0 if is_title_like(surveyor, above, short=pair) else 0.0
    return score


def is_below_menu(zone: Zone, index: int) -> bool:
    """Tell whether a line and the one above it stand below a menu that is below the site's name."""
    kinds = [marks for _, marks in zone[: index - 1]]
    site = next((i for i, marks in enumerate(kinds) if not marks), len(kinds))
    return any(marks & MENUS for marks in kinds[site:])


def is_shouted_title(zone: Zone, own: Sequence[int], index: int) -> bool:
    """Tell whether a text begins with a title in capitals, and a subtitle in small letters."""
    if index or len(own) != len("ab") or any(kinds & MENUS for _, kinds in zone):
        return False
    title, below = zone[0][0].text, zone[own[1]][0].text
    # A word alone is a rubric.
    shouted = title.isupper() and not is_word(title)
    return shouted and not below.isupper() and not is_titled(below.split())


def is_pair(zone: Zone, index: int, above: Line) -> bool:
    """Tell whether two lines alone can be a short title and its subtitle."""
    text = zone[index][0].text
    if len(text) <= SHORT_SUBTITLE:
        return index == 1
    menu = index > 1 and bool(zone[index - 2][1] & MENUS - {"logo"})
    # Two words above a title in capitals are rather its rubric.
    return not (menu or is_word(above.text) or is_titled(text.split()))


def is_word(text: str) -> bool:
    """Tell whether a line is a word alone."""
    return len(text.split()) == 1


def is_title_like(surveyor: Surveyor, line: Line, *, short: bool) -> bool:
    """Tell whether a line can be a title, and is no menu's word, rubric, person or site."""
    return (
        (short or not is_nav(line.text))
        and not (line.text.isupper() and len(line.text.split()) <= RUBRIC)
        and not ends_sentence(line.text.rstrip("?!"))
        and not surveyor.is_person(line.text)
        and line.text not in surveyor.known.site_words
    )


def weigh_form(line: Line, others: Sequence[Line]) -> float:
    """Return how much a line by itself looks like a title."""
    words = line.text.split()
    score = min(len(words), ENOUGH_WORDS) * 0.5
    if len(line.text) > LONGEST_TITLE or is_prose(line.text):
        score -= 6.0
    if ends_sentence(line.text) and not line.text.endswith(("?", "!")):
        score -= 2.0
    shouted = line.text.isupper() and len(words) <= RUBRIC
    if shouted and not all(other.text.isupper() for other in others):
        score -= 3.0
    return score


def is_nav(text: str) -> bool:
    """Tell whether a line is as short as the words of a menu are."""
    return sum(any(map(str.isalpha, word)) for word in text.split()) <= NAV
