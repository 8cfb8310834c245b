"""Titles and subtitles of texts that were broken to a width, joined again; called by read_story.

They are known by the byline or the day that stands below them. Large letters break earlier than the
text, so what a line ends in and what the next one begins with tell that they belong together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from wellspring.importing.dateline import read_dateline
from wellspring.importing.full_names import is_full_name
from wellspring.importing.line import Line
from wellspring.importing.names import match_form
from wellspring.importing.wrapped import MARKED, text_width
from wellspring.model.importing import HEAD, ImportStyle

# A head has so many filled lines at most; so long are they if they were broken, and so if they fill
# their line; as long may the end be that was broken off; so many lines below it the byline stands.
MOST, SHORTEST, FULL, LONGEST_END, NEAR = 16, 20, 45, 60, 2
# What no title ends in, unlike “for” and “in”.
ENDS_OPEN = re.compile(
    r"\b(?:an?|and|but|how|into|its|my|of|or|our|that|the|their|when|who|why|your)$", re.IGNORECASE
)
# Lines of a page's head or foot are wider than its text.
WIDE = re.compile(r"\S {3,}\S")
OPEN = re.compile(r"[\w,’'”\"]$")
BARS = re.compile(r"[|»›]|^(?:[-*+•>#]|\d+[.)]) ")
BY = re.compile(r"(?:by|from|words|posted|written)\b", re.IGNORECASE)
SAYS_WHEN_OR_WHO = frozenset({"byline", "dated", "changed"})


def with_heads_joined(lines: Sequence[Line], style: ImportStyle) -> list[Line]:
    """Return the lines, those of a title or subtitle that a narrow page has broken as one."""
    filled = [at for at, line in enumerate(lines) if line.text][:MOST]
    text = [line for line in lines[filled[-1] if filled else 0 :] if not WIDE.search(line.text)]
    if not (text_width(lines) or text_width(text)):
        return list(lines)
    signed = {at for at in filled if says_when_or_who(lines[at], style)}
    gone, found = set[int](), list(lines)
    first = -1
    for at, below in pairwise(filled):
        first = first if at in gone else at
        near = [it for it in filled if it > below][:NEAR]
        apart = below != at + 1 or not signed.isdisjoint((at, below)) or signed.isdisjoint(near)
        if not apart and is_broken(found[first], found[below], style):
            found[first] = replace(found[first], text=f"{found[first].text} {found[below].text}")
            gone.add(below)
    return [line for at, line in enumerate(found) if at not in gone]


def says_when_or_who(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line is a byline or a day."""
    said = read_dateline(line, style)
    return said is not None and not said.kinds.isdisjoint(SAYS_WHEN_OR_WHO)


def is_broken(line: Line, below: Line, style: ImportStyle) -> bool:
    """Tell whether a line of a head goes on with the one below it."""
    if len(line.text) < SHORTEST or not OPEN.search(line.text) or is_apart(below, style):
        return False
    if len(below.text) > LONGEST_END or MARKED.match(below.text) or BARS.search(line.text):
        return False
    if below.text[0].islower():
        # A word alone, or two in a text without capitals, may be who has written it.
        named = len(below.text.split()) == 1 or line.text.islower()
        return not named or len(line.text) >= FULL
    named = is_full_name(below.text) and len(line.text) < FULL
    return ENDS_OPEN.search(line.text) is not None and not named


def is_apart(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line is a credit, a button or the like."""
    several = " " in line.text
    if BY.match(line.text) or (several and style.zones[HEAD].fullmatch(line.plain)):
        return True
    return any(match_form(style.forms[name], line) for name in ("aside", "credit", "tags"))
