"""Paragraphs that were broken into lines of a window's width, joined again; called by read_body."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wellspring.importing.line import Line, ends_sentence

NARROWEST, WIDEST, LEAST = 45, 100, 3
MARKED = re.compile(r"(?:[-*+•>|#]|\d+[.)]) |```|~~~|\|")
# So many of the paragraphs of a broken text look broken; the others are verse, or lists.
BROKEN = 0.6


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, joined within each paragraph if the text was broken to a width."""
    groups = [list(group) for _, group in groupby(lines, key=lambda line: bool(line.text))]
    plain = [group for group in groups if group[0].text and not is_marked(group)]
    long = [group for group in plain if len(group) >= LEAST]
    broken = [group for group in long if is_broken(group)]
    if not broken or len(broken) < BROKEN * len(long):
        return list(lines)
    width = max(len(line.text) for group in broken for line in group)
    return [line for group in groups for line in joined(group, width)]


def is_broken(group: Sequence[Line]) -> bool:
    """Tell whether lines are one paragraph: nearly all of a width, few ending sentences."""
    widths = [len(line.text) for line in group[:-1]]
    ends = sum(ends_sentence(line.text) for line in group[:-1])
    small = any(line.text[0].islower() for line in group[1:])
    alike = min(widths) >= NARROWEST and max(widths) <= WIDEST
    return alike and small and ends <= len(widths) / 2


def joined(group: Sequence[Line], width: int) -> Iterator[Line]:
    """Yield the lines of a group, those of a paragraph or of an item as one."""
    if not group[0].text:
        yield from group
        return
    held = group[0]
    last = held
    for line in group[1:]:
        deeper = line.indent > last.indent and MARKED.match(held.text) is not None
        if not MARKED.match(line.text) and (deeper or had_to_break(last, line, width)):
            held = Line(held.number, f"{held.text} {line.text}", held.indent)
        else:
            yield held
            held = line
        last = line if not deeper else last
    yield held


def had_to_break(line: Line, below: Line, width: int) -> bool:
    """Tell whether the first word of a line had no place any more at the end of that above it."""
    return len(line.text) + len(below.text.split(maxsplit=1)[0]) + 1 > width


def is_marked(group: Sequence[Line]) -> bool:
    """Tell whether a line of a group says itself what it is, such as an item of a list."""
    return any(MARKED.match(line.text) for line in group)
