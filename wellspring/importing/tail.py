"""Cut what a platform puts below a story, from the end on; called by read_story.

A line is only taken for furniture if it is one as a whole and more furniture, or the end, follows.
So a body may hold a heading “Comments”, or a sentence with “Subscribe”.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line, ends_sentence, is_prose
from wellspring.importing.names import is_name, is_told, match_form, tells_of
from wellspring.model.importing import TAIL, ImportStyle

# A line that leads elsewhere; LEADS if it names what it leads to.
# An author's name alone on its line, with so many lines of a bio below it at most.
TOLD_OF = "told of"
SIGNED, MOST_SIGNED = "signed", 3
KNOW_MORE, LEADS, POSTED = "know-more", "leads", "posted"
# What readers wrote, and what stands around it.
THREAD = frozenset({"comments", "closed", "commenter", "thread"})
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
MOST_LOOSE, LONGEST_LOOSE, NEAR = 3, 40, 6
LONG = 250
# A day or a time to read, as teasers of other stories have.
STAMP = re.compile(r"^.{0,30}(?:\b\d{4}\b|\bmin(?:ute)?s? read|\bago\b).{0,30}$")
Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the tail starts, and what each line from there on is."""

    start: int
    kinds: tuple[Kinds, ...]


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
        return "author" in kinds or sum(len(line.text) >= LONG for line in between) <= 1

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


def opens_list(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line stands above others that lead elsewhere, and names nothing itself."""
    found = match_form(style.forms["know-more"], line)
    return found is not None and not found["rest"]


def kinds_of(lines: Sequence[Line], furniture: Furniture, style: ImportStyle) -> list[Kinds]:
    """Return what each line would be as a part of the tail."""
    kinds: list[Kinds] = []
    for line in lines:
        found = furniture.kinds(line, TAIL)
        if match_form(style.forms["know-more"], line) and not found & {"comments", "closed"}:
            found = frozenset({KNOW_MORE} if opens_list(line, style) else {KNOW_MORE, LEADS})
        elif match_form(style.forms["tags"], line):
            found |= {"tags"}
        elif is_posted(line, style):
            found |= {POSTED}
        kinds.append(found)
    return kinds


def is_posted(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line says who posted the story, as some platforms do below it."""
    found = match_form(style.forms["byline"], line)
    return found is not None and line.plain.casefold().startswith(("posted by", "published by"))


def cut_tail(
    lines: Sequence[Line], furniture: Furniture, style: ImportStyle, start: int, author: str
) -> Tail:
    """Return the tail of a source whose body starts at `start`; `author` is the name, if known."""
    kinds = kinds_of(lines, furniture, style)
    mark_author(lines, kinds, start, author)
    cutter = Cutter(lines, kinds, len(lines))
    cut = cutter.run(start)
    tagged = tag_run(lines, cut, start) if cutter.taken else cut
    if tagged < cut:
        kinds[tagged:cut] = [
            frozenset({"tags"}) if line.text else frozenset() for line in lines[tagged:cut]
        ]
        cutter.cut = tagged
        cut = cutter.run(start)
    return Tail(cut, tuple(kinds))


def mark_author(lines: Sequence[Line], kinds: list[Kinds], start: int, author: str) -> None:
    """Mark where the author is named or told of below the body, but not among the comments."""
    if not author:
        return
    for index in range(start, len(lines)):
        if kinds[index] & (THREAD - {"thread"}):
            return
        below = next((kinds[i] for i in range(index + 1, len(lines)) if lines[i].text), frozenset())
        if below and is_told(lines[index].text, author):
            kinds[index] = kinds[index] | {"author", TOLD_OF}
        elif tells_of(lines[index].text, author):
            kinds[index] = kinds[index] | {"author"}
        elif lines[index].text == author:
            kinds[index] = kinds[index] | {"author", SIGNED}


LONGEST_TAG, TAG_WORDS, MOST_TAGS = 28, 3, 6


def tag_run(lines: Sequence[Line], cut: int, start: int) -> int:
    """Return where a run of tags right above the tail starts; the tail's start if there is none."""
    first = cut
    count = 0
    for index in range(cut - 1, start - 1, -1):
        text = lines[index].text
        if not text:
            continue
        if not (is_tag(text) or is_tag_line(text)) or count == MOST_TAGS:
            break
        first, count = index, count + 1
    above = next((line.text for line in reversed(lines[start:first]) if line.text), "")
    return cut if not above or above.endswith(":") or above.startswith(("- ", "•", "* ")) else first


def is_tag_line(text: str) -> bool:
    """Tell whether a line can be several tags with commas between them."""
    parts = text.split(", ")
    return len(parts) > MOST_LOOSE - 1 and all(is_tag(part) for part in parts)


def is_tag(text: str) -> bool:
    """Tell whether a line can be a tag: a word or three, and no mark."""
    plain = text.removeprefix("#")
    words = plain.split()
    return (
        len(plain) <= LONGEST_TAG
        and 0 < len(words) <= TAG_WORDS
        and all(
            word.replace("-", "").replace("'", "").replace("&", "n").isalnum() for word in words
        )
    )
