"""Lines that stay lines: verses, a farewell above its name; called by wrapped and blocks.

A paragraph that was broken to a width is none: there a line ends where the next word has no place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from wellspring.importing.explicit import is_apart
from wellspring.importing.line import Line, ends_sentence

LONGEST, MOST, LEAST, SIGNED_LONGEST = 64, 14, 4, 34
# From such a share of lines on, they end for want of place; of lines that a program broke, all do.
BROKEN = 0.85
# Who breaks lines by hand leaves some letters free; texts are broken to such widths.
FREE, NARROWEST, WIDEST = 4, 45, 100
# Printed columns are narrower: how many lines one has at least, and the share that ends with marks.
COLUMN, MANY, AT_ENDS, END = 28, 8, 0.35, re.compile(r"[.,;:!?…—–][\"'”’)]*$")
SAID_BY = re.compile(r"(?:[-–]|— ?)(?=[A-Z])")
GOES_ON = re.compile(r"[,;:—–-]$")


def verses_in(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the stanzas of a body, and the farewells and other pairs that are set like them."""
    groups = [
        list(group) for filled, group in groupby(lines, key=lambda line: bool(line.text)) if filled
    ]
    lengths = [len(line.text) for group in groups if len(group) > 1 for line in group]
    width = max((length for length in lengths if length <= WIDEST), default=0)
    flags = [is_broken(group, width) for group in groups]
    broken = [group for group, flag in zip(groups, flags, strict=True) if flag]
    if width < NARROWEST and not is_column(broken):
        flags = [False] * len(groups)
    free = [group for group, flag in zip(groups, flags, strict=True) if not flag]
    stanzas = [group for group in free if is_stanza(group)]
    poems = [run for run in runs_of(free) if is_told_in(run, stanzas)]
    found = [group for run in poems for group in run]
    return [*found, *(group for group in free if is_pair(group) and group not in found)]


def is_close(group: Sequence[Line]) -> bool:
    """Tell whether lines are few and short, none of them an item or a heading."""
    texts = [line.text for line in group]
    if not 1 < len(group) <= MOST or max(map(len, texts)) > LONGEST or texts[0].endswith(":"):
        return False
    return not any(map(is_apart, texts))


def is_stanza(group: Sequence[Line]) -> bool:
    """Tell whether lines may be a stanza: short ones, of which some go on in the next."""
    texts = [line.text for line in group]
    if not is_close(group):
        return False
    ends = [ends_sentence(text) for text in texts]
    return (ends[-1] or GOES_ON.search(texts[-1]) is not None) and not all(ends[:-1])


def is_broken(group: Sequence[Line], width: int) -> bool:
    """Tell whether lines end where the next word had no place, in a text of some width."""
    pairs = list(pairwise(group))
    if width < NARROWEST:
        # In a column, paragraphs end without blank lines between them.
        pairs = [pair for pair in pairs if not ends_sentence(pair[0].text)]
    full = sum(had_to_break(line, below, width - FREE) for line, below in pairs)
    return width >= COLUMN and bool(pairs) and full >= BROKEN * len(pairs)


def had_to_break(line: Line, below: Line, width: int) -> bool:
    """Tell whether the first word of a line had no place any more at the end of that above it."""
    return len(line.text) + len(below.text.split(maxsplit=1)[0]) + 1 > width


def is_column(groups: Sequence[Sequence[Line]]) -> bool:
    """Tell whether groups of narrow lines are a printed column: verses have more marks at ends."""
    lines = [line.text for group in groups for line in group[:-1]]
    marked = sum(END.search(text) is not None for text in lines)
    return len(lines) >= MANY and marked <= AT_ENDS * len(lines)


def runs_of(groups: Sequence[list[Line]]) -> Iterator[list[list[Line]]]:
    """Yield the groups of short lines that stand right below each other."""
    for close, run in groupby(groups, key=is_close):
        if close:
            yield list(run)


def is_told_in(run: Sequence[list[Line]], stanzas: Sequence[list[Line]]) -> bool:
    """Tell whether a run of groups is a poem: most are stanzas, or the only one is clearly one."""
    some = [group for group in run if group in stanzas and len(group) > len("ab")]
    return bool(some) and (2 * len(some) >= len(run) > 1 or is_poem(some[0]))


def is_poem(group: Sequence[Line]) -> bool:
    """Tell whether one stanza alone is a poem: half of its lines go on in the next."""
    goes = [GOES_ON.search(line.text) or below.text[0].islower() for line, below in pairwise(group)]
    return len(group) >= LEAST and 2 * sum(map(bool, goes)) >= len(goes)


def is_pair(group: Sequence[Line]) -> bool:
    """Tell whether two lines are a farewell and a name, or words and who said them."""
    if len(group) != len("ab"):
        return False
    first, last = (line.text for line in group)
    farewell = first.endswith(",") and max(len(first), len(last)) <= SIGNED_LONGEST
    said = len(last) <= LONGEST and SAID_BY.match(last) is not None and last[1:].strip() != ""
    return (farewell and not is_apart(last)) or (said and ends_sentence(first))
