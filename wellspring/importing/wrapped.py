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
    plain = [group for group in groups if group[0].text and not is_marked(group)]
    long = [group for group in plain if len(group) >= LEAST]
    if not long or not all(is_broken(group) for group in long):
        return list(lines)
    return [line for group in groups for line in joined(group)]


def is_broken(group: Sequence[Line]) -> bool:
    """Tell whether lines are one paragraph: nearly all of a width, few ending sentences."""
    widths = [len(line.text) for line in group[:-1]]
    ends = sum(ends_sentence(line.text) for line in group[:-1])
    small = any(line.text[0].islower() for line in group[1:])
    alike = min(widths) >= NARROWEST and max(widths) <= WIDEST
    return alike and small and ends <= len(widths) / 2


def joined(group: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a group, those of a paragraph as one."""
    if len(group) < LEAST - 1 or not group[0].text:
        yield from group
        return
    if is_marked(group):
        yield from joined_items(group)
        return
    yield Line(group[0].number, " ".join(line.text for line in group), group[0].indent)


def joined_items(group: Sequence[Line]) -> Iterator[Line]:
    """Yield the items of a list, each with the lines that lie deeper than its mark."""
    held: Line | None = None
    for line in group:
        if held and line.indent > held.indent and not MARKED.match(line.text):
            held = Line(held.number, f"{held.text} {line.text}", held.indent)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def is_marked(group: Sequence[Line]) -> bool:
    """Tell whether a line of a group says itself what it is, such as an item of a list."""
    return any(MARKED.match(line.text) for line in group)
