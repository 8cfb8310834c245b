"""Lists, tables and code that Markdown does not see; called by check_source.

Readers would see their signs, run together in one paragraph. Markdown itself is asked whether they
do, and only about what looks like it: so no code, no dialogue whose lines are ended on purpose and
no name below a quotation is taken for a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellspring.checking.shown import show
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.prose import blank_code

ITEM = re.compile(r"(?P<indent>[> ]*)(?P<sign>[-*+]|\d{1,3}[.)])[ \t]+(?P<words>\S)")
CELL = re.compile(r"[ >]*\|?")
ROW = re.compile(r"[ >]*\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)*\|?[ ]*")
FENCE = re.compile(r"^[ ]{0,3}(?P<mark>`{3,}|~{3,})", re.MULTILINE)
SHOWN_FENCE = re.compile(r"^\s*(?:`{3}|~{3})", re.MULTILINE)
# Lines that end so are meant to stand alone, such as those of a dialogue.
ENDED = ("  ", "\\")
# Stands in what is asked about; no text holds it.
MARK = "\ue0f1"
SHOWN_ITEM = re.compile(rf"(?:[-*+]|\d[.)])[ \t]+{MARK}(\d+){MARK}")
SHOWN_ROW = re.compile(rf"{MARK}(\d+){MARK}[^\n]*\n[ ]*\|?[ ]*:?-{{2}}")
# By how much an item is set in that is meant to stand below the one above; from four blanks on it
# does (https://python-markdown.github.io/#differences).
SET_IN, DOES = 2, 4
LIST = (
    "readers would see the signs of this list, all in one line. Leave a blank line above its first "
    "item, and begin each with `- ` or `1. `."
)
INNER = (
    "readers would not see that this item belongs below the one above. Begin it with four blanks."
)
TABLE = (
    "readers would see the lines of this table as they are written. Leave a blank line above its "
    "first row, and give the row of dashes as many parts as that has."
)
CODE = "this code has no end, and readers would see its signs. Close it with a line `{mark}`."


@dataclass(frozen=True, slots=True)
class Suspect:
    """What may be shown as it is written: its line, the offset to mark, what would be wrong.

    `flat`: what is wrong shows in no sign, only beside what the item stands.
    """

    line: int
    offset: int
    message: str
    flat: bool = False


def check_as_written(source: Source) -> Iterator[Finding]:
    """Report the lists, tables and code of which readers would see the signs."""
    lines = blank_code(source.body).split("\n")
    suspects = [*suspects_in(lines)]
    fence = last_fence("\n".join(lines))
    if not suspects and not fence:
        return
    words = show(marked(source.body, suspects)).words
    raw = {int(number) for shown in (SHOWN_ITEM, SHOWN_ROW) for number in shown.findall(words)}
    told = -1
    for number, suspect in enumerate(suspects):
        is_wrong = number in raw or (suspect.flat and f"{MARK}{number}{MARK}" in words)
        # Of one list, its first line is enough.
        if is_wrong and suspect.line > told:
            yield Finding(Place(source.path, source.body_line + suspect.line), suspect.message)
            told = end_of_block(lines, suspect.line)
    if fence and SHOWN_FENCE.search(words):
        line = source.body_line + source.body.count("\n", 0, fence.start("mark"))
        yield Finding(Place(source.path, line), CODE.format(mark=fence["mark"]))


def suspects_in(lines: list[str]) -> Iterator[Suspect]:
    """Yield what may be a list or a table to its author and is none to Markdown."""
    offset = 0
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        item = ITEM.match(line)
        if item and not above.strip() and item["sign"].endswith(")") and following(lines, number):
            yield Suspect(number, offset + item.start("words"), LIST)
        elif above.strip() and not above.endswith(ENDED):
            if item:
                yield from suspect_items(lines, number, item, offset)
            elif ROW.fullmatch(line) and "|" in above and "|" in line:
                cell = CELL.match(above)
                start = offset - len(above) - 1 + (cell.end() if cell else 0)
                yield Suspect(number - 1, start, TABLE)
        offset += len(line) + 1


def suspect_items(
    lines: list[str], number: int, item: re.Match[str], offset: int
) -> Iterator[Suspect]:
    """Yield an item that stands below words, or set in below another item."""
    above, below = ITEM.match(lines[number - 1]), following(lines, number)
    start = offset + item.start("words")
    if above and len(item["indent"]) - len(above["indent"]) >= SET_IN:
        flat = not above["indent"] and len(item["indent"]) < DOES
        yield Suspect(number, start, INNER, flat)
    elif not above and below and below["indent"].startswith(item["indent"]):
        yield Suspect(number, start, LIST)


def following(lines: list[str], number: int) -> re.Match[str] | None:
    """Return the next line as an item, if it is one."""
    return ITEM.match(lines[number + 1]) if number + 1 < len(lines) else None


def marked(body: str, suspects: list[Suspect]) -> str:
    """Return a body in which each suspect bears its number."""
    parts: list[str] = []
    last = 0
    for number, suspect in enumerate(suspects):
        parts += (body[last : suspect.offset], f"{MARK}{number}{MARK}")
        last = suspect.offset
    return "".join((*parts, body[last:]))


def end_of_block(lines: list[str], number: int) -> int:
    """Return the number of the last line before the next blank one."""
    while number + 1 < len(lines) and lines[number + 1].strip():
        number += 1
    return number


def last_fence(body: str) -> re.Match[str] | None:
    """Return the last line that begins or ends code and has no other."""
    return max(FENCE.finditer(body), key=re.Match.start, default=None)
