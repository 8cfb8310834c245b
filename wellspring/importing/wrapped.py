"""Paragraphs that were broken into lines of a window's width, joined again; called by read_body."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wellspring.importing.line import Line, ends_sentence

NARROWEST, WIDEST, LEAST = 45, 100, 3
MARKED = re.compile(r"(?:[-*+•>|#]|\d+[.)]) |```|~~~|\|")


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, joined within each paragraph if the text was broken to a width."""
    groups = [list(group) for _, group in groupby(lines, key=lambda line: bool(line.text))]
    long = [group for group in groups if len(group) >= LEAST and group[0].text]
    if not long or not all(is_broken(group) for group in long):
        return list(lines)
    return [line for group in groups for line in joined(group)]


def is_broken(group: Sequence[Line]) -> bool:
    """Tell whether lines are one paragraph: nearly all of a width, few ending sentences."""
    widths = [len(line.text) for line in group[:-1]]
    ends = sum(ends_sentence(line.text) for line in group[:-1])
    marked = any(MARKED.match(line.text) for line in group)
    small = any(line.text[0].islower() for line in group[1:])
    alike = min(widths) >= NARROWEST and max(widths) <= WIDEST
    return alike and small and not marked and ends <= len(widths) / 2


def joined(group: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a group, those of a paragraph as one."""
    if len(group) < LEAST - 1 or not group[0].text or any(MARKED.match(i.text) for i in group):
        yield from group
        return
    yield Line(group[0].number, " ".join(line.text for line in group), group[0].indent)
