"""The lines of a source as they are read: without pages, whole, parted; called by read_story."""

from collections.abc import Sequence
from dataclasses import dataclass

from wellspring.importing.broken_heads import with_heads_joined
from wellspring.importing.counters import without_counters
from wellspring.importing.footnotes import take_footnotes
from wellspring.importing.glued import with_gaps, with_tags_apart
from wellspring.importing.letterhead import without_letterhead
from wellspring.importing.line import Line, Note
from wellspring.importing.paging import without_pages
from wellspring.model.importing import ImportStyle


@dataclass(frozen=True, slots=True)
class Prepared:
    """Lines to read, footnotes by their numbers, and notes on the lines that are gone."""

    lines: list[Line]
    footnotes: dict[int, Line]
    gone: list[Note]


def prepare(source: Sequence[Line], style: ImportStyle) -> Prepared:
    """Return the lines of a source as they are read."""
    lines, paged = without_pages(source)
    lines, headed = without_letterhead(with_tags_apart(with_gaps(lines), style.tags))
    lines, counted = without_counters(lines)
    lines, footnotes = take_footnotes(with_heads_joined(lines, style), style)
    return Prepared(lines, footnotes, [*paged, *headed, *counted])
