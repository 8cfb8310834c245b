"""Counts of comments and marks of notes at the ends of paragraphs; called by story before all else.

Some pages put them beside every paragraph, and a copied paragraph then ends in “… home. 11”.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.line import Line, Note

MARKS = {
    "plus": re.compile(r"(?<=[.!?…\"'”’)])\s?\+$"),
    "count": re.compile(r"(?<=[.!?…\"'”’)]) \d{1,4}$"),
    "part": re.compile(r"(?<=[.!?…\"'”’)]) (?P<at>\d{1,2})/\d{1,2}$"),
    "note": re.compile(r"(?<=[.!?…\"'”’)]) ?(?P<letters>\[[a-z]{1,2}\])+$"),
    "back": re.compile(r"(?<=[.!?…\"'”’)]) ?[↩⤴]\ufe0e?$"),
}
# So many lines with a mark, and such a share of all that end a sentence, are no chance.
LEAST, SHARE, PROSE = 3, 0.3, 25
NOTED = re.compile(r"\[[a-z]{1,2}\]\s*\w")


def without_counters(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Return lines without what a page counts at their ends, and notes on that."""
    marked = defaultdict[str, dict[int, str]](dict)
    for line in lines:
        for kind, pattern in MARKS.items():
            if found := pattern.search(line.text):
                marked[kind][line.number] = found[0]
    prose = sum(len(line.text) > PROSE for line in lines)
    noted = any(NOTED.match(line.text) for line in lines)
    gone: dict[int, str] = {}
    for kind, ends in marked.items():
        many = len(ends) >= LEAST and len(ends) >= SHARE * prose
        if many or kind == "back" or (kind == "note" and noted):
            gone |= ends
    kept = [
        replace(line, text=line.text.removesuffix(gone[line.number]).rstrip())
        if line.number in gone
        else line
        for line in lines
    ]
    return kept, [Note(number, "aside", mark.strip()) for number, mark in gone.items()]
