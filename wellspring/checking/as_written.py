"""Lists, tables and code that Markdown does not see; called by check_source.

Readers would see their signs, run together in one paragraph. Markdown itself is asked whether they
do, and only about what looks like it: so no code, no dialogue whose lines are ended on purpose and
no name below a quotation is taken for a list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellspring.checking.shown import MARK, show, with_marks
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source

# Behind a plus, a digit is rather a number than an item.
ITEM = re.compile(
    r"(?P<quoted>(?:[ ]{0,3}>)*)(?P<indent>[ ]*)"
    r"(?P<sign>[-*]|\+(?![ \t]+\d)|(?P<number>\d{1,3})[.)])[ \t]+(?P<words>\S)"
)
LINE_BETWEEN = re.compile(r"[ >]*(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})")
ROW = re.compile(r"[ >]*\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)*\|?[ ]*")
ROW_SIGNS = frozenset(" >|:-")
CELL = re.compile(r"[ >]*\|?")
FENCE = re.compile(r"^[ ]{0,3}`{3,}", re.MULTILINE)
# Markdown sees a fence at the beginning of a line only.
SET_IN_FENCE = re.compile(r"^(?:[ \t]+|[ \t]*>[> \t]*)`{3,}", re.MULTILINE)
SHOWN_FENCE = re.compile(r"^\s*`{3}", re.MULTILINE)
# Lines that end so are meant to stand alone, such as those of a dialogue.
ENDED = re.compile(r"(?:[ ]{2}|<br[ ]?/?>)$")
SHOWN_ITEM = re.compile(rf"(?:[-*+]|\d[.)])[ \t]+{MARK}(\d+){MARK}")
BARRED = re.compile(r"\|(?:[^|\n]*\|){2,}[ ]*")
SHOWN_BAR = re.compile(rf"\|[ ]*{MARK}(\d+){MARK}")
SHOWN_ROW = re.compile(rf"{MARK}(\d+){MARK}[^\n]*\n[ ]*\|?[ ]*:?(?:-{{2}}|[—–])")
# An item stands one deeper for each four blanks
# (https://python-markdown.github.io/#differences); who writes two more means one deeper.
TAB, SET_IN = 4, 2
LIST = (
    "readers would see the signs of this list, all in one line. Leave a blank line above its first "
    "item, and begin each with `- ` or `1. `."
)
INNER = (
    "readers would not see that this item belongs below the one above. Begin it with four blanks "
    "more than that one."
)
TABLE = (
    "readers would see the lines of this table as they are written. Leave a blank line above its "
    "first row, and give the row of dashes as many parts as that has."
)
NO_DASHES = (
    "readers would see the bars of this table. Write a row of dashes below its first row, such as "
    "`|---|---|`, with as many parts as that has."
)
CODE = (
    "readers would see these signs of code. Write ``` alone at the beginning of a line, both above "
    "and below the code."
)


@dataclass(frozen=True, slots=True)
class Suspect:
    """What may be shown as it is written: its line, the offset to mark, what would be wrong.

    `flat`: what is wrong shows in no sign, only beside what the item stands.
    """

    line: int
    offset: int
    message: str
    flat: bool = False


def check_as_written(source: Source, body: str) -> Iterator[Finding]:
    """Report the lists, tables and code of which readers would see the signs.

    `body` is the text's, its code blanked.
    """
    lines = body.split("\n")
    suspects = [*suspects_in(lines)]
    fence = max(FENCE.finditer(body), key=re.Match.start, default=None)
    set_in = SET_IN_FENCE.search(body)
    if not suspects and not fence and not set_in:
        return
    shown = show(with_marks(source.body, (suspect.offset for suspect in suspects)))
    words = shown.words
    raw = {
        int(number) for form in (SHOWN_ITEM, SHOWN_ROW, SHOWN_BAR) for number in form.findall(words)
    }
    told = -1
    for number, suspect in enumerate(suspects):
        is_wrong = number in raw or (suspect.flat and f"{MARK}{number}{MARK}" in words)
        # Of one list, its first line is enough.
        if is_wrong and suspect.line > told:
            yield Finding(Place(source.path, source.body_line + suspect.line), suspect.message)
            told = end_of_block(lines, suspect.line)
    wrong = fence if fence and SHOWN_FENCE.search(words) else None
    if set_in and "```" not in shown.code:
        wrong = set_in
    if wrong:
        line = source.body_line + body.count("\n", 0, wrong.end())
        yield Finding(Place(source.path, line), CODE)


def suspects_in(lines: Sequence[str]) -> Iterator[Suspect]:
    """Yield what may be a list or a table to its author and is none to Markdown."""
    offset = 0
    html = any(line.lstrip().startswith("<") for line in lines)
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        is_item = not LINE_BETWEEN.fullmatch(line)
        if is_item and (item := ITEM.match(line)):
            yield from suspect_item(lines, number, item, offset + item.start("words"))
        elif may_be_no_table(lines, number, html=html):
            cell = CELL.match(above)
            start = offset - len(above) - 1 + (cell.end() if cell else 0)
            yield Suspect(number - 1, start, TABLE)
        elif begins_rows(lines, number):
            start = offset - len(above) - 1
            start += 1 + len(above[1:]) - len(above[1:].lstrip())
            yield Suspect(number - 1, start, NO_DASHES)
        offset += len(line) + 1


def may_be_no_table(lines: Sequence[str], number: int, *, html: bool = False) -> bool:
    """Tell whether a line is below a table's head, unless Markdown certainly sees the table.

    Within `html` it may see none.
    """
    line, above = lines[number], lines[number - 1] if number else ""
    # Word processors make one dash of two.
    dashed = line.replace("—", "--").replace("–", "--")
    if not (is_row(dashed) and "|" in line and "|" in above and not is_row(above)):
        return False
    stands_free = number == 1 or not lines[number - 2]
    borders = [(row[0] == "|", row.rstrip()[-1] == "|", row.count("|")) for row in (above, line)]
    has_cells = borders[0] == borders[1] and borders[0][2] > sum(borders[0][:2])
    is_plain = above[0] not in " \t>" and line[0] not in " >" and not set("`\\").intersection(above)
    certain = stands_free and has_cells and is_plain and dashed == line
    return html or not certain


def begins_rows(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line is the second row of a table without a row of dashes."""
    rows = lines[number - 1 : number + 1] if number else []
    above = lines[number - 2] if number > 1 else ""
    whole = bool(rows) and all(map(BARRED.fullmatch, rows)) and not any(map(is_row, rows))
    return whole and not above.startswith("|") and rows[0].count("|") == rows[1].count("|")


def is_row(line: str) -> bool:
    """Tell whether a line is the row of dashes below a table's head."""
    return ROW_SIGNS.issuperset(line) and ROW.fullmatch(line) is not None


def suspect_item(
    lines: Sequence[str], number: int, item: re.Match[str], start: int
) -> Iterator[Suspect]:
    """Yield an item that stands below words, or is set in by too little below another one."""
    above = lines[number - 1] if number else ""
    below_words = is_words(above) and not ENDED.search(above)
    parent = parent_of(lines, number, item)
    if parent is not None:
        inner, outer = depth_of(item), depth_of(parent)
        flat = inner // TAB == outer // TAB
        mixed = bool(parent["number"]) != bool(item["number"])
        if inner == outer and mixed and above.strip() and is_first(item):
            yield Suspect(number, start, LIST)
        elif inner - outer >= SET_IN and (flat or above.strip()) and is_first(item):
            yield Suspect(number, start, INNER, flat)
    elif is_first(item) and may_begin(lines, number, item, below_words=below_words):
        yield Suspect(number, start, LIST)


def is_words(line: str) -> bool:
    """Tell whether a line holds words that are no item."""
    return bool(line.strip(" >")) and not LINE_BETWEEN.fullmatch(line) and not ITEM.match(line)


def is_first(item: re.Match[str]) -> bool:
    """Tell whether an item may be a list's first: prose has other numbers at a line's start."""
    return item["number"] in {None, "1"}


def may_begin(lines: Sequence[str], number: int, item: re.Match[str], *, below_words: bool) -> bool:
    """Tell whether an item begins a list that Markdown does not see: below words, or with `1)`."""
    has_more = any_below(lines, number, item)
    if below_words:
        return has_more or lines[number - 1].rstrip().endswith(":")
    is_odd = item["sign"].endswith(")") and not ENDED.search(lines[number])
    return is_odd and has_more and not (number and lines[number - 1].strip(" >"))


def any_below(lines: Sequence[str], number: int, item: re.Match[str]) -> bool:
    """Tell whether another item follows in the same block, as deep or deeper."""
    for line in lines[number + 1 : end_of_block(lines, number) + 1]:
        found = ITEM.match(line)
        if found and depth_of(found) >= depth_of(item):
            return True
    return False


def depth_of(item: re.Match[str]) -> int:
    """Return how many blanks an item is set in by, without the one behind a quotation's sign."""
    return max(0, len(item["indent"]) - bool(item["quoted"]))


def parent_of(lines: Sequence[str], number: int, item: re.Match[str]) -> re.Match[str] | None:
    """Return the nearest item above, if only its own further lines or a blank one lie between."""
    for above in reversed(lines[max(0, number - TAB) : number]):
        found = None if LINE_BETWEEN.fullmatch(above) else ITEM.match(above)
        if found:
            return found if found["quoted"].strip() == item["quoted"].strip() else None
        if above.strip(" >") and not above.startswith((" ", ">")):
            return None
    return None


def end_of_block(lines: Sequence[str], number: int) -> int:
    """Return the number of the last line before the next blank one."""
    while number + 1 < len(lines) and lines[number + 1].strip():
        number += 1
    return number
