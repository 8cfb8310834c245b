"""Footnotes: each mark has its note, and each note its mark; called by check_source."""

import re
from collections.abc import Iterator

from wellspring.checking.shown import Shown, show
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.prose import blank_code

MARK = re.compile(r"(?<!\\)\[\^(?P<name>[^\[\]\n]++)\]")
# A note may stand in a list or a quotation.
NOTE = re.compile(r"^[ \t>*+-]*+(?P<mark>\[\^(?P<name>[^\[\]\n]++)\]):", re.MULTILINE)


MESSAGES = {
    "missing": (
        "there is no note for `[^{name}]`, and readers would see it as it is. Add a line "
        "`[^{name}]: …`, or remove it."
    ),
    "unused": (
        "nothing refers to this note. Remove it, or put `[^{name}]` into the text where it belongs."
    ),
    "again": (
        "the note `[^{name}]` stands in line {line} already, and only one would be shown. Give one "
        "of the two another name."
    ),
}


def check_footnotes(source: Source) -> Iterator[Finding]:
    """Report marks without a note, notes without a mark, and notes that share one."""
    if "[^" not in source.body:
        return
    body = blank_code(source.body)
    suspects = list(find_suspects(body))
    if not suspects:
        return
    shown = show(source.body)
    for kind, name, offset, other in suspects:
        if is_so(kind, name, shown, body):
            place = place_at(source, body, offset)
            line = place_at(source, body, other).line
            yield Finding(place, MESSAGES[kind].format(name=name[:60], line=line))


def find_suspects(body: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield what looks wrong with footnotes: its kind, the name, where, and where the first is."""
    notes: dict[str, int] = {}
    starts: set[int] = set()
    for match in NOTE.finditer(body):
        start = match.start("mark")
        first = notes.setdefault(match["name"], start)
        starts.add(start)
        if first != start:
            yield "again", match["name"], start, first
    marks: dict[str, int] = {}
    for match in MARK.finditer(body):
        if match.start() not in starts:
            marks.setdefault(match["name"], match.start())
    for name, start in marks.items():
        if name not in notes:
            yield "missing", name, start, start
    for name, start in notes.items():
        if name not in marks:
            yield "unused", name, start, start


def is_so(kind: str, name: str, shown: Shown, body: str) -> bool:
    """Tell whether Markdown sees the footnotes of a name likewise."""
    if kind == "missing":
        mark = f"[^{name}]"
        return shown.words.count(mark) > body.count(f"\\{mark}")
    noted = f"fn:{name}" in shown.ids
    return noted and (kind == "again" or f"fnref:{name}" not in shown.ids)


def place_at(source: Source, body: str, offset: int) -> Place:
    """Return where an offset of a body stands in its file."""
    line = source.body_line + body.count("\n", 0, offset)
    return Place(source.path, line, offset - body.rfind("\n", 0, offset))
