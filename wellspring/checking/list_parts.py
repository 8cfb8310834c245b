"""Parts of lists that readers would see otherwise: numbers, and paragraphs that fall out.

Called by check_source. A list counts by itself from its first number on, and what belongs to an
item begins with four blanks (https://python-markdown.github.io/#differences).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source

ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,9})\.)[ \t]+\S")
INNER_ITEM = re.compile(r"[ \t]+(?:[-*+]|\d{1,3}[.)])[ \t]")
FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:")
SET_IN = re.compile(r" {2,3}(?=[^\s>])")
# A number from here on is rather a year that begins a sentence.
YEAR = 1000
NO_ITEM = (
    "readers would see {shown} instead of {number}., as a list counts by itself. If it is no item, "
    "write `{number}\\.`."
)
COUNTED = (
    "readers would see {shown} here: a list counts by itself. Write {shown}, or put words that are "
    "no item between two lists."
)
FALLEN = (
    "readers would see this outside of what it belongs to. Begin it with four blanks, or with none."
)


@dataclass(slots=True)
class State:
    """Where in a text one is: in a list or a footnote, its last number, and whether below a gap."""

    within: bool = False
    last: int | None = None
    ones: bool = True
    gap: bool = True


def check_list_parts(source: Source, body: str) -> Iterator[Finding]:
    """Report numbers that readers would see otherwise, and paragraphs that fall out of an item.

    `body` is the text's, its code blanked.
    """
    if not re.search(r"^(?:[-*+]|\d{1,9}\.)[ \t]|^\[\^", body, re.MULTILINE):
        return
    state = State()
    for number, line in enumerate(body.split("\n"), source.body_line):
        message = step(state, line)
        if message:
            yield Finding(Place(source.path, number), message)


def step(state: State, line: str) -> str:
    """Take one line in; return what is wrong with it, or nothing."""
    if not line.strip():
        state.gap = True
        return ""
    item = ITEM.match(line)
    if item and (state.gap or state.within):
        return count(state, item)
    message = ""
    if state.gap and FOOTNOTE.match(line):
        state.within, state.last = True, None
    elif state.gap and not line[0].isspace():
        state.within, state.last = False, None
    elif state.gap and state.within and SET_IN.match(line) and not INNER_ITEM.match(line):
        message = FALLEN
    state.gap = False
    return message


def count(state: State, item: re.Match[str]) -> str:
    """Take an item in; return what is wrong with its number, or nothing."""
    number = int(item["number"]) if item["number"] else None
    before, state.gap, state.within = state.last, False, True
    state.last = number
    if number is None or before is None:
        state.ones = number == 1
        return ""
    if state.ones and number == 1:
        return ""
    state.ones = False
    state.last = before + 1
    if number == before + 1:
        return ""
    message = COUNTED if number < YEAR else NO_ITEM
    return message.format(shown=f"{before + 1}.", number=number)
