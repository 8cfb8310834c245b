"""Lists that have lost their bullets, and numbers that are headings; called by blocks."""

import re
from collections.abc import Sequence

from wellspring.importing.block import Block
from wellspring.importing.headings import SURE, is_titled, look
from wellspring.importing.line import Line, ends_sentence, is_prose
from wellspring.importing.names import match_form
from wellspring.model.importing import ImportStyle

LONGEST_ITEM, LONGEST_HEADING, LEAST, LEAST_SAID = 120, 80, 2, 3
# In a text of paragraphs with blank lines between nearly all: how many there are, and their share.
LEAST_APART, APART, LONGEST_SAID = 5, 0.8, 300
TERM = re.compile(r"[^.:!?]{2,40}(?::| [-–—]) \S")
Entries = list[Block | Line]


def find_lists(entries: Entries, gaps: Sequence[bool], style: ImportStyle) -> set[int]:
    """Return the indexes of lines that are items of a list without bullets."""
    found: set[int] = set()
    bulleted = any(isinstance(entry, Block) and entry.kind == "item" for entry in entries)
    for index, entry in enumerate(entries):
        if not isinstance(entry, Line) or index in found:
            continue
        if match_form(style.forms["heading"], entry):
            found |= set(below_sources(index, entries, style))
        elif entry.text.endswith(":"):
            run = run_below(index, entries, gaps, style)
            sentences = any(is_sentence(line_at(entries, at).text) for at in run)
            if len(run) >= LEAST and not (bulleted and sentences):
                found |= set(run)
        elif look(entry, style) == SURE:
            found |= set(bare_run(index, entries, style))
    return found


def line_at(entries: Entries, index: int) -> Line:
    """Return a line; that of a block if it is one."""
    entry = entries[index]
    return entry if isinstance(entry, Line) else entry.line


def below_sources(index: int, entries: Entries, style: ImportStyle) -> list[int]:
    """Return the lines below a heading such as “Sources”, down to the next heading."""
    run: list[int] = []
    for place in range(index + 1, len(entries)):
        entry = entries[place]
        if not isinstance(entry, Line) or (
            look(entry, style) == SURE and is_followed(place, entries)
        ):
            break
        run.append(place)
    return run


def is_followed(index: int, entries: Entries) -> bool:
    """Tell whether prose stands below a line."""
    below = entries[index + 1] if index + 1 < len(entries) else None
    return isinstance(below, Line) and is_prose(below.text)


def lists_apart(entries: Entries, gaps: Sequence[bool]) -> set[int]:
    """Return the indexes of lines that are certainly items: they stand together below a colon."""
    leads = (
        index
        for index, entry in enumerate(entries)
        if isinstance(entry, Line) and entry.text.endswith(":")
    )
    total = sum(gaps[1:])
    return {at for index in leads for at in block_below(index, entries, gaps, total)}


def block_below(index: int, entries: Entries, gaps: Sequence[bool], total: int) -> list[int]:
    """Return the lines that stand together below a colon where all else stands apart: a list.

    `total` is above how many lines there are gaps.
    """
    end = index + 1
    while end < len(entries) and (end == index + 1 or not gaps[end]):
        end += 1
    run = range(index + 1, end)
    if len(run) < LEAST_SAID:
        return []
    others = len(entries) - 1 - len(run)
    apart = total - sum(gaps[at] for at in run)
    free = others >= LEAST_APART and apart >= APART * others
    lines = all(isinstance(entries[at], Line) and fits(line_at(entries, at)) for at in run)
    small = {line_at(entries, at).text[0].islower() for at in run}
    return list(run) if free and lines and len(small) == 1 else []


def fits(line: Line) -> bool:
    """Tell whether a line can be an item, however much it says."""
    return "\n" not in line.text and len(line.text) <= LONGEST_SAID and line.text[-1] not in ":,—"


def run_below(index: int, entries: Entries, gaps: Sequence[bool], style: ImportStyle) -> list[int]:
    """Return the lines below a line that ends in a colon and are alike: its items."""
    first = index + 1
    if first >= len(entries) or not is_item(entries[first]):
        return []
    kind = features(line_at(entries, first))
    run: list[int] = []
    for place in range(first, len(entries)):
        if not is_item(entries[place]) or features(line_at(entries, place)) != kind:
            break
        # The items stand together; a gap where they had none ends them.
        if len(run) > 1 and gaps[place] != gaps[run[1]]:
            break
        if len(run) == 1 and gaps[place] and not gaps[first]:
            break
        run.append(place)
    return drop_heading(run, entries, style)


def is_item(entry: Block | Line) -> bool:
    """Tell whether a line is short enough for an item, or names a term and explains it."""
    if not isinstance(entry, Line) or entry.text.endswith(":"):
        return False
    if entry.text[0] in '"“':
        return False
    return len(entry.text) <= LONGEST_ITEM and (
        not is_prose(entry.text) or bool(TERM.match(entry.text))
    )


def is_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence and has the words of one: “Slept.” has not."""
    return ends_sentence(text) and len(text.split()) >= LEAST_SAID


def features(line: Line) -> tuple[bool, bool, bool]:
    """Return what items of one list have in common: whether they end, ask, and explain a term."""
    return ends_sentence(line.text), line.text.endswith("?"), bool(TERM.match(line.text))


def drop_heading(run: list[int], entries: Entries, style: ImportStyle) -> list[int]:
    """Return a run of items without its last line if that is the heading of what follows."""
    if (
        len(run) < LEAST
        or run[-1] + 1 >= len(entries)
        or ends_sentence(line_at(entries, run[0]).text)
    ):
        return run
    last = line_at(entries, run[-1])
    titles = [is_titled(line_at(entries, place).text.split()) for place in run]
    return run[:-1] if look(last, style) == SURE and not any(titles[:-1]) else run


def bare_run(index: int, entries: Entries, style: ImportStyle) -> list[int]:
    """Return short lines without an end below a sure heading, two or more, that are no titles."""
    run: list[int] = []
    for place in range(index + 1, len(entries)):
        entry = entries[place]
        if not isinstance(entry, Line) or not is_item(entry) or ends_sentence(entry.text):
            break
        if look(entry, style) == SURE or entry.text.endswith(","):
            break
        run.append(place)
    return run if len(run) > 1 else []


def heads_section(index: int, entries: Entries) -> bool:
    """Tell whether a numbered line is a heading: short, alone, with prose below it."""
    entry, below = entries[index], entries[index + 1 : index + 2]
    above = entries[index - 1] if index else None
    if (
        not isinstance(entry, Block)
        or len(entry.line.text) > LONGEST_HEADING
        or is_prose(entry.text)
    ):
        return False
    beside = [other for other in (above, *below) if isinstance(other, Block)]
    if any(other.kind == "number" for other in beside) or not below:
        return False
    if isinstance(above, Line) and above.text.endswith(":"):
        return False
    return not isinstance(below[0], Block) or below[0].kind in {"item", "quote"}
