"""Tell whether a title stands below the day, and what is above it is the site's; called by head."""

import re
from collections.abc import Sequence

from wellspring.importing.first_lines import is_paragraph, next_filled
from wellspring.importing.line import Line, ends_sentence, ends_with_mark, is_prose
from wellspring.importing.title_line import is_nav
from wellspring.importing.zone import BYLINES, MENUS, Surveyor, Zone

# A weekday in any language has a comma behind it.
WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)|[^\W\d_]+, ")


def is_below_day(surveyor: Surveyor, zone: Zone, lines: Sequence[Line]) -> bool:
    """Tell whether the title stands below the day, as on blogs that begin with a weekday."""
    last, kinds = zone[-1]
    below = next_filled(lines, last.number)
    if below is None:
        return False
    title = below.plain.casefold()
    if title in surveyor.known.titles and all(line.plain.casefold() != title for line, _ in zone):
        return any(marks & BYLINES for _, marks in zone)
    if any(not marks and it.plain.casefold() in surveyor.known.titles for it, marks in zone):
        return False
    weekday = "dated" in kinds and WEEKDAY.match(last.plain.casefold()) is not None
    menu = kinds & MENUS and not any(marks & BYLINES for _, marks in zone)
    site = any(marks & BYLINES for _, marks in zone) and has_only_site(surveyor, zone)
    named = menu and is_named_site(surveyor, zone)
    card = bool(card_above(surveyor, zone))
    after = next_filled(lines, below.number)
    wrong = (
        (menu and not named and after and not ends_with_mark(after.text))
        or (card and not (after and is_paragraph(after.text)))
        or (site and (is_nav(below.text) or after is None))
    )
    if wrong or not (weekday or menu or site or card):
        return False
    return not is_prose(below.text) and not ends_with_mark(below.text.rstrip("?!"))


def has_only_site(surveyor: Surveyor, zone: Zone) -> bool:
    """Tell whether no line of a zone is a title: they are a menu, the site's name, a person."""
    names = surveyor.people(zone)
    free = [line.text for line, marks in zone if not marks and line.text not in names]
    menu = any(marks & MENUS for _, marks in zone) or len(free) != 1 or bool(names)
    site = [
        text in surveyor.known.site_words or text in surveyor.known.bio or surveyor.is_person(text)
        for text in free
    ]
    return (menu and all(map(is_nav, free))) or all(site)


def is_named_site(surveyor: Surveyor, zone: Zone) -> bool:
    """Tell whether the only line of a zone that is no furniture is the site's name."""
    free = [line.text for line, marks in zone if not marks]
    return len(free) == 1 and free[0] in surveyor.known.site_words


def card_above(surveyor: Surveyor, zone: Zone) -> list[Line]:
    """Return the lines of a card on the author above a title: a name, and what the author is.

    The name stands on the page once more, in the box on the author or below an answer.
    """
    first, known = zone[0][0], surveyor.known
    named = first.text in known.twice and surveyor.is_person(first.text)
    if not any(kinds & BYLINES for _, kinds in zone[1:]) or not (
        named or first.text == known.author
    ):
        return []
    free = [line for line, kinds in zone[1:] if not kinds]
    told = all(it.text in known.twice or ends_sentence(it.text) for it in free)
    return [first, *free] if told else []
