"""Counts of comments and marks of notes at the ends of paragraphs; called by story before all else.

Some pages put them beside every paragraph, and a copied paragraph then ends in “… home. 11”.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from wellspring.importing.line import Line, Note, ends_sentence

MARKS = {
    "plus": re.compile(r"\s?\+$"),
    "count": re.compile(r" \d{1,4}$"),
    "part": re.compile(r" (?P<at>\d{1,2})/(?P<of>\d{1,2})$"),
    "note": re.compile(r" ?(?:\[[a-z]{1,2}\])+$"),
    "back": re.compile(r" ?[↩⤴]\ufe0e?$"),
}
# So many lines with a mark, and such a share of all that are long enough for a sentence, are no
# chance.
LEAST, SHARE, PROSE = 3, 0.3, 25
NOTED = re.compile(r"\[[a-z]{1,2}\]\s*\w")
# A document's comments have their marks behind the words that they are on, and stand below all
# else, each right behind its mark.
WITHIN = re.compile(r"(?<=\S)\[[a-z]{1,2}\]")
COMMENT = re.compile(r"(?P<mark>\[[a-z]{1,2}\])(?=\S)")


def without_counters(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Return lines without what a page counts at their ends, and notes on that."""
    marked = defaultdict[str, dict[int, str]](dict)
    for line in lines:
        for kind, pattern in MARKS.items():
            found = pattern.search(line.text)
            if found and ends_sentence(line.text[: found.start()]):
                marked[kind][line.number] = found[0]
    prose = {line.number for line in lines if len(line.text) > PROSE}
    noted = any(NOTED.match(line.text) for line in lines)
    gone: dict[int, str] = {}
    for kind, ends in marked.items():
        long = len(prose & ends.keys())
        many = long >= LEAST and long >= SHARE * len(prose) and (kind != "part" or is_count(ends))
        if many or kind == "back" or (kind == "note" and noted):
            gone |= ends
    kept = [
        replace(line, text=line.text.removesuffix(gone[line.number]).rstrip())
        if line.number in gone
        else line
        for line in lines
    ]
    notes = [Note(number, "aside", mark.strip()) for number, mark in gone.items()]
    kept, within = without_comment_marks(kept)
    return kept, [*notes, *within]


def without_comment_marks(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Return lines without the comments of a document and their marks, and notes on both.

    Comments may be other people's words, and answers to them: none is repeated.
    """
    first = next((at for at, line in enumerate(lines) if line.text.startswith("[a]")), None)
    if first is None or not COMMENT.match(lines[first].text):
        return list(lines), []
    defined = {found["mark"] for line in lines[first:] if (found := COMMENT.match(line.text))}
    if not any(mark in line.text for line in lines[:first] for mark in defined):
        return list(lines), []
    notes = [Note(line.number, "comments") for line in lines[first:] if line.text]

    def leave(found: re.Match[str]) -> str:
        return "" if found[0] in defined else found[0]

    kept = [replace(line, text=WITHIN.sub(leave, line.text)) for line in lines[:first]]
    for line, left in zip(lines, kept, strict=False):
        if line.text != left.text:
            marks = [mark for mark in WITHIN.findall(line.text) if mark in defined]
            notes.append(Note(line.number, "aside", " ".join(marks)))
    return [*kept, *(replace(line, text="") for line in lines[first:])], notes


def is_count(ends: Mapping[int, str]) -> bool:
    """Tell whether parts such as “2/8” count up to the same number."""
    found = [MARKS["part"].search(ends[number]) for number in sorted(ends)]
    parts = [(int(each["at"]), each["of"]) for each in found if each]
    return len({of for _, of in parts}) == 1 and all(a[0] < b[0] for a, b in pairwise(parts))
