"""The author's whole name, where a byline has a part of it or none: beside the bio, above a page.

Called by overrule.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from wellspring.importing.bylines import name_of_bio
from wellspring.importing.full_names import is_full_name, may_be_name
from wellspring.importing.line import Line
from wellspring.importing.names import NAME
from wellspring.importing.second_look import SecondLook

BEGINS = re.compile(rf"(?P<name>{NAME})\b")
# As bios begin that use the first name: “Robin is a nurse”.
FIRST = re.compile(r"(?P<name>[A-Z][\w’'-]+) (?:is|was|has|lives|works|writes|runs|teaches|grew)\b")
OPENS = re.compile(
    r"(?:(?:written|words|story|text) )?by:?|(?:authors?|words|writers?):?", re.IGNORECASE
)
LONGEST, NEAR = 60, 3
# Whom a label names that is nobody's name.
POSTS = frozenset(
    {"admin", "counsellor", "editor", "headteacher", "principal", "staff", "webmaster"}
)


def fuller_name(author: str, lines: Sequence[Line], look: SecondLook) -> str:
    """Return an author's name, or the whole one that other lines outside the story have of it."""
    if " " in author:
        return with_next(author, lines, look)
    short = [line for line in around_story(lines, look) if len(line.text) <= LONGEST]
    if author and author.casefold() not in POSTS:
        found = [line.text for line in short if is_full_name(line.text)]
        found += filter(None, [name_of_bio(lines, look)])
        same = (name for name in found if author.casefold() in parts_of(name))
        return next(same, author)
    named = name_of_bio(lines, look) or name_above_bio(lines, look)
    return named or name_of_first(short, lines, look)


def around_story(lines: Sequence[Line], look: SecondLook) -> list[Line]:
    """Return the lines above a story and right above a bio: readers’ names stand elsewhere."""
    filled = [line for line in lines if line.text]
    above = list(takewhile(lambda line: not look.is_body(line), filled))
    return [*above, *(line for line in above_bio(filled, look, NEAR) if not look.is_body(line))]


def above_bio(filled: Sequence[Line], look: SecondLook, most: int) -> Sequence[Line]:
    """Return the lines right above a bio, up to so many."""
    bio = {line.number for line in look.all_of("bio", filled)[:1]}
    at = next((at for at, line in enumerate(filled) if line.number in bio), 0)
    return filled[max(0, at - most) : at]


def parts_of(name: str) -> tuple[str, str]:
    """Return what people call themselves instead of their name: the first word, or all in one."""
    small = name.casefold()
    return small.split()[0], "".join(small.split())


def with_next(author: str, lines: Sequence[Line], look: SecondLook) -> str:
    """Return an author with those named in the lines right below, if a line above says of whom."""
    around = [line for line in lines if line.text]
    bylines = {line.number for line in look.all_of("byline", lines)}
    for at, line in enumerate(around[1:], 1):
        if line.text == author and OPENS.fullmatch(around[at - 1].text):
            below = takewhile(lambda it: is_full_name(it.text), around[at + 1 :])
            return " and ".join((author, *(it.text for it in below if it.number in bylines)))
    return author


def name_above_bio(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the full name that stands right above a bio."""
    above = above_bio([line for line in lines if line.text], look, 1)
    return next((line.text for line in above if is_full_name(line.text)), "")


def name_of_first(short: Sequence[Line], lines: Sequence[Line], look: SecondLook) -> str:
    """Return the full name that a line begins with, of whom a bio says only the first name."""
    bios = (FIRST.match(line.text) for line in look.all_of("bio", lines))
    firsts = {found["name"] for found in bios if found}
    for line in short:
        found = BEGINS.match(line.text)
        # Degrees are no part of it: “Robin Example MBACP”.
        words = [word for word in found["name"].split() if not word[1:].isupper()] if found else []
        name = " ".join(words)
        if len(words) > 1 and words[0] in firsts and may_be_name(name):
            return name
    return ""
