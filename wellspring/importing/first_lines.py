"""Title and subtitle of a text that begins with them, without furniture; called by head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellspring.importing.line import Line, ends_sentence, ends_with_mark, is_prose
from wellspring.importing.titles import Titled, read_title, unmarked, unquoted
from wellspring.model.importing import ImportStyle

LONGEST_TITLE, LONGEST_SUBTITLE, SHORTEST_PARAGRAPH = 160, 120, 60
NUMBERED = re.compile(r"\d{1,2}[.)] ")
SPECIAL = ("#", "- ", "* ", "•", ">", "1.", "1)")


@dataclass(frozen=True, slots=True)
class First:
    """A title with its line, a subtitle if there is one, and the last line of the two."""

    titled: Titled
    line: int
    subtitle: str
    end: int


def first_lines(
    lines: Sequence[Line], start: int, style: ImportStyle, *, subtitle: bool
) -> First | None:
    """Return what the first lines from `start` on say; None if there is no title."""
    first = next_filled(lines, start)
    if first is None or is_prose(first.text) or len(first.text) > LONGEST_TITLE:
        return None
    second = next_filled(lines, first.number)
    titled = read_title(first.text, style)
    if second is None or not can_be_title(first, titled):
        return None
    again = unmarked(second.text).casefold() == titled.title.casefold()
    if subtitle and not again and is_subtitle(first, second, next_filled(lines, second.number)):
        return First(titled, first.number, unquoted(second.text), second.number)
    return First(titled, first.number, "", first.number)


def can_be_title(line: Line, titled: Titled) -> bool:
    """Tell whether a line ends as a title does; what is marked as one need not."""
    marked = line.text.startswith("#") or bool(titled.labels)
    return marked or not ends_sentence(line.text) or line.text.endswith(("?", "!"))


def is_subtitle(first: Line, second: Line, third: Line | None) -> bool:
    """Tell whether the second line is a subtitle: short, no sentence, apart from the body."""
    if third is None or is_prose(second.text) or second.text.startswith(SPECIAL):
        return False
    apart = third.number > second.number + 1
    close = second.number == first.number + 1
    if ends_with_mark(second.text) and not second.text.endswith(("?", "!", '"', "”")):
        short = len(second.text) <= LONGEST_SUBTITLE and not second.text.endswith(":")
        return close and apart and short
    goes_on = not ends_sentence(third.text) or NUMBERED.match(third.text) is not None
    return apart or (close and goes_on) or is_paragraph(third.text)


def is_paragraph(text: str) -> bool:
    """Tell whether a line is prose, or at least a sentence that no title is."""
    return is_prose(text) or (len(text) >= SHORTEST_PARAGRAPH and ends_sentence(text))


def next_filled(lines: Sequence[Line], number: int) -> Line | None:
    """Return the first line with a text behind a line's number."""
    return next((line for line in lines[number:] if line.text), None)
