"""Cut what a platform puts below a story, from the end on; called by read_story.

A line is only taken for furniture if it is one as a whole and more furniture, or the end, follows.
So a body may hold a heading “Comments”, or a sentence with “Subscribe”.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellspring.importing.evidence import HINT, above_labels, find_start, is_hint
from wellspring.importing.furniture import Furniture
from wellspring.importing.letters import below_signature
from wellspring.importing.line import Line, ends_sentence, is_prose
from wellspring.importing.marking import (
    KNOW_MORE,
    LEADS,
    NEAR,
    SIGNED,
    THREAD,
    TOLD_OF,
    kinds_of,
    mark_author,
    mark_cards,
    mark_signatures,
    mark_signs,
)
from wellspring.importing.names import is_name
from wellspring.importing.tag_lines import is_tag, mark_runs, tag_run
from wellspring.importing.zone import Known
from wellspring.model.importing import ImportStyle

# Below an author's name alone on its line, so many lines of a bio may stand.
MOST_SIGNED = 3
# Parts that no platform has below the readers' comments.
BEFORE_COMMENTS = frozenset({"author", "insights", "tags", KNOW_MORE})
# How many lines that are no furniture may stand below a line of a kind, before other furniture.
SPANS = {
    "author": 8,
    "profile": 8,
    "more": 40,
    "insights": 12,
    KNOW_MORE: 12,
    "original": 0,
    "tags": 12,
}
LOOSE = frozenset({"share", "subscribe", "footer", "count", "follow", "tags"})
MOST_LOOSE, LONGEST_LOOSE = 3, 40
LONG = 250
# A day or a time to read, as teasers of other stories have.
STAMP = re.compile(r"^.{0,30}(?:\b\d{4}\b|\bmin(?:ute)?s? read|\bago\b).{0,30}$")
Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the tail starts, and what each line from there on is."""

    start: int
    kinds: tuple[Kinds, ...]


def is_long(text: str, kinds: Kinds) -> bool:
    """Tell whether a line is longer than what a platform has below a line of some kinds.

    Readers' insights are a few words each.
    """
    return is_prose(text) if "insights" in kinds else len(text) >= LONG


class Cutter:
    """Goes up from the end, and takes line after line for furniture as long as that is sure."""

    def __init__(self, lines: Sequence[Line], kinds: Sequence[Kinds], end: int) -> None:
        self.lines = lines
        self.kinds = kinds
        self.cut = end
        self.taken: list[Kinds] = []

    def run(self, start: int) -> int:
        """Return where the tail starts, at or after `start`."""
        for index in range(self.cut - 1, start - 1, -1):
            if self.kinds[index] and self.accepts(index):
                self.cut = index
                self.taken.append(self.kinds[index])
        return self.cut

    def between(self, index: int) -> list[Line]:
        """Return the lines below a line that are no furniture, down to the tail found so far."""
        return [
            line
            for line, kinds in zip(
                self.lines[index + 1 : self.cut], self.kinds[index + 1 : self.cut], strict=True
            )
            if line.text and not kinds
        ]

    def accepts(self, index: int) -> bool:
        """Tell whether a line with the looks of furniture is some."""
        kinds, between = self.kinds[index], self.between(index)
        if kinds & {"comments", "commenter"}:
            return self.is_thread(index, between)
        if kinds == {"thread"}:
            return False
        if not between:
            return True
        span = (
            0
            if LEADS in kinds
            else max((SPANS[kind] for kind in kinds if kind in SPANS), default=0)
        )
        if 0 < len(between) <= span:
            return self.spans(kinds, between)
        return self.is_loose(kinds, between)

    def spans(self, kinds: Kinds, between: Sequence[Line]) -> bool:
        """Tell whether lines can be what stands below a line of a kind: a bio, other stories."""
        if KNOW_MORE in kinds:
            return all(is_entry(line.text) for line in between)
        if (
            "author" in kinds
            and TOLD_OF not in kinds
            and any("author" in taken for taken in self.taken)
        ):
            return False
        if SIGNED in kinds:
            return len(between) <= MOST_SIGNED
        if kinds == {"tags"}:
            return all(is_tag(line.text) for line in between)
        if "more" in kinds:
            dated = sum(bool(STAMP.search(line.text)) for line in between)
            prose = sum(is_prose(line.text) for line in between)
            return prose <= 1 + dated and sum(len(line.text) >= LONG for line in between) <= 1
        long = sum(is_long(line.text, kinds) for line in between)
        return "author" in kinds or long <= (0 if "insights" in kinds else 1)

    def is_loose(self, kinds: Kinds, between: Sequence[Line]) -> bool:
        """Tell whether a few short lines stand among much furniture, such as names of buttons."""
        few = len(between) <= MOST_LOOSE and len(self.taken) > 1
        short = all(
            len(line.text) <= LONGEST_LOOSE and not ends_sentence(line.text) for line in between
        )
        return bool(kinds & LOOSE) and few and short

    def is_thread(self, index: int, between: Sequence[Line]) -> bool:
        """Tell whether comments by readers begin at a line."""
        if any(kinds & BEFORE_COMMENTS and not kinds & THREAD for kinds in self.taken):
            return False
        if not between:
            return True
        # What stands in a thread that was found already says nothing of one above it.
        filled = [i for i in range(index + 1, self.cut) if self.lines[i].text][:NEAR]
        near = [self.kinds[place] for place in filled]
        told = any("commenter" in kinds for kinds in (self.kinds[index], *near[: NEAR - 2]))
        if told or any(kinds & THREAD for kinds in near[:1]):
            return True
        evidence = any(kinds & THREAD for kinds in near)
        first = between[0].text
        named = is_name(first)
        counted = any(letter.isdigit() for letter in self.lines[index].text)
        if counted or named:
            return named or evidence or not is_prose(first)
        return evidence and not is_prose(first)


def is_entry(text: str) -> bool:
    """Tell whether a line can be one of several that lead elsewhere."""
    return len(text) < LONG and ("http" in text or not ends_sentence(text) or text.endswith("?"))


def lone_tag(body: Sequence[Line], author: str) -> frozenset[str]:
    """Return the words of the last line of a body, if that is not the author who signs."""
    last = next((line.text.casefold() for line in reversed(body) if line.text), "")
    words = frozenset(last.split())
    return words - frozenset(author.casefold().split())


def cut_tail(
    lines: Sequence[Line],
    furniture: Furniture,
    style: ImportStyle,
    start: int,
    known: Known,
) -> Tail:
    """Return the tail of a source whose body starts at `start`; the author may be known."""
    kinds = kinds_of(lines, furniture, style)
    mark_signatures(lines, kinds, style, start)
    mark_signs(lines, kinds, start)
    mark_cards(lines, kinds, style, start)
    mark_author(lines, kinds, start, known.author)
    cutter = Cutter(lines, kinds, len(lines))
    cutter.run(start)
    for index in range(start, len(lines)):
        if not kinds[index] and is_hint(lines[index], style):
            kinds[index] = frozenset({HINT})
    cutter.cut = find_start(lines, kinds, start, cutter.cut)
    claps = furniture.platform == "medium" and any(
        "count" in marks for marks in kinds[cutter.cut : cutter.cut + 1]
    )
    sure = known.small | (lone_tag(lines[start : cutter.cut], known.author) if claps else set())
    tagged = tag_run(lines, cutter.cut, start, sure)
    if tagged < cutter.cut:
        kinds[tagged : cutter.cut] = [
            frozenset({"tags"}) if line.text else frozenset() for line in lines[tagged : cutter.cut]
        ]
        cutter.cut = tagged
        cutter.run(start)
        cutter.cut = find_start(lines, kinds, start, cutter.cut)
    cut = above_labels(lines, kinds, style, start, cutter.cut)
    cut = below_signature(lines, start, cut)
    mark_runs(lines, kinds, cut)
    return Tail(cut, tuple(kinds))
