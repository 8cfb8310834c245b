"""What stands in a body and is no part of it: credits, ways to other texts, a bio at the end.

Called by read_story between head and tail.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from wellspring.importing.contents_list import contents_in
from wellspring.importing.know_more import LONGEST_TITLE, Link, read_links
from wellspring.importing.line import Line, Note, is_prose, straight
from wellspring.importing.names import (
    bare_bio,
    is_told,
    is_told_on,
    match_byline,
    match_form,
    original,
)
from wellspring.importing.pull_quotes import pulled_in
from wellspring.importing.titles import unmarked
from wellspring.importing.wrapped import knows_none, unwrapped
from wellspring.model.importing import ImportStyle

HASHTAGS = re.compile(r"(?:#[\w-]{2,40}[ ,]*)+")
DIVIDER = re.compile(r"(?P<mark>[*_-])(?: ?(?P=mark)){2,}")
# Buttons that a platform puts between paragraphs.
BUTTONS = {"substack": frozenset({"subscribe", "share", "leave a comment", "upgrade to paid"})}
# What a box to subscribe has, with words of its own around it.
TO_SUBSCRIBE = frozenset({"subscribe", "sign up", "join", "submit", "subscribe now", "sign me up"})
MOST_BOX, LONGEST_BOX = 8, 120


@dataclass(slots=True)
class Body:
    """The lines of a body, and what was taken out of them."""

    lines: list[Line]
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    bio: list[Line] = field(default_factory=list)
    stripped: list[Note] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)


def read_body(lines: Sequence[Line], style: ImportStyle, author: str, platform: str) -> Body:
    """Return a body without what is no part of it; `author` is the name, if it is known."""
    body = Body([])
    contents, boxes = contents_in(lines, style), boxes_in(lines, style)
    pulled = pulled_in(lines)
    for line in lines:
        if line.number in contents:
            body.stripped.append(Note(line.number, "contents", line.text))
        elif line.number in pulled:
            body.stripped.append(Note(line.number, "pull quote", line.text))
            body.unsure.append(Note(line.number, "pull quote", line.text))
        elif line.number in boxes or line.plain.casefold() in BUTTONS.get(platform, ()):
            body.stripped.append(Note(line.number, "aside", line.text))
        elif author and names_again(line, author, style):
            body.stripped.append(Note(line.number, "byline", line.text))
        elif not line.text or not take_out(line, body, style):
            body.lines.append(line)
    drop_divider(body)
    body.lines = unwrapped(body.lines, style.lines.knows if style.lines else knows_none)
    take_bio(body, author)
    name_claims(body, style)
    return body


def names_again(line: Line, author: str, style: ImportStyle) -> bool:
    """Tell whether a line is the byline once more, as cards of recipes have it."""
    found = match_byline(style.forms["byline"], line)
    return found is not None and original(line, found, "name") == author


def drop_divider(body: Body) -> None:
    """Take the divider out that stood between the text and what followed it."""
    filled = [line for line in body.lines if line.text]
    if len(filled) > 1 and DIVIDER.fullmatch(filled[-1].text):
        body.lines.remove(filled[-1])
        body.stripped.append(Note(filled[-1].number, "divider", filled[-1].text))


def boxes_in(lines: Sequence[Line], style: ImportStyle) -> frozenset[int]:
    """Return the numbers of lines of boxes to subscribe: short lines together, with a button."""
    found: set[int] = set()
    for filled, group in groupby(lines, key=lambda line: bool(line.text)):
        box = list(group)
        short = len(box) <= MOST_BOX and all(len(line.text) <= LONGEST_BOX for line in box)
        button = any(line.plain.casefold() in TO_SUBSCRIBE for line in box)
        asides = sum(match_form(style.forms["aside"], line) is not None for line in box)
        if filled and short and button and asides:
            found |= {line.number for line in box}
    return frozenset(found)


def take_out(line: Line, body: Body, style: ImportStyle) -> bool:
    """Take a line out of the body if it is no part of it; tell whether it was."""
    if HASHTAGS.fullmatch(line.text) and " " in line.text:
        body.tags += re.findall(r"#([\w-]+)", line.text)
        body.stripped.append(Note(line.number, "tags", line.text))
        return True
    for kind in ("credit", "aside"):
        if match_form(style.forms[kind], line):
            body.stripped.append(Note(line.number, kind, line.text))
            return True
    found = match_form(style.forms["know-more"], line)
    rest = original(line, found, "rest") if found else ""
    if not rest or is_prose(rest) or len(rest) > LONGEST_TITLE:
        return False
    body.links += read_links(line, style.forms["know-more"])
    return True


def take_bio(body: Body, author: str) -> None:
    """Take last paragraphs that say who the author is out of the body: one, or two."""
    filled = [line for line in body.lines if line.text]
    if not author or len(filled) <= 1:
        return
    told = filled[-2:] if is_told_on(filled[-1].text) else filled[-1:]
    if len(filled) == len(told) or not is_told(told[0].text, author):
        return
    for line in told:
        body.lines.remove(line)
        body.bio.append(Line(line.number, unmarked(bare_bio(line.text))))
        body.unsure.append(Note(line.number, "bio", line.text))


def name_claims(body: Body, style: ImportStyle) -> None:
    """Note words that promise too much; they stay as they are."""
    for line in body.lines:
        for pattern in style.forms["claim"].patterns:
            if found := pattern.search(straight(line.text)):
                body.unsure.append(Note(line.number, "claim", line.text, found.start() + 1))
