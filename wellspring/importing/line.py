"""Lines of a source, and notes on them; the words that all stages of an import share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

STRAIGHT = str.maketrans("‘’‛“”„‟`´", "'''" + '"' * 4 + "''")
CURLY = re.compile("[‘’‛“”„‟`´]")
END_MARK = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
# Emoji may stand behind a sentence's end.
SENTENCE_MARK = re.compile(r"[.!?…。！？](?:[\"'”’)\]*_\s]|[^\w\s.,:;-])*$")
# From so many letters on a line is prose; from so many if it holds a sentence's end.
LONG_LINE, LONG_SENTENCE = 140, 90
SENTENCE_START = re.compile(r"[.!?…][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
SIGN = re.compile(r"^[^\w\s\"“'‘(\[*_#@$£€—–-]+\s+")
# Longer lines are prose, whatever they look like.
LONGEST_MARK = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its number in the source, without blanks around it; `indent` counts those lost.

    `cells` are what tabs in it part, if there are any. `plain` is the text with straight quotes and
    single blanks, as forms are written. One that `runs_on` goes on with the line above it.
    """

    number: int
    text: str
    indent: int = 0
    cells: tuple[str, ...] = field(default=(), repr=False, compare=False)
    runs_on: bool = field(default=False, repr=False, compare=False)
    plain: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for again and again, of lines that never change.
        object.__setattr__(self, "plain", " ".join(straight(self.text).split()))


@dataclass(frozen=True, order=True, slots=True)
class Note:
    """What an import says of a line: why it was taken out, or what it is unsure of.

    `text` is the line, or what to look at; readers' comments are other people's words and are
    not repeated. `column` counts from 1, as editors do; line 0 is none.
    """

    line: int
    kind: str
    text: str = ""
    column: int = 1


def straight(text: str) -> str:
    """Return a text with straight quotes; its letters stay in their places."""
    return text if text.isascii() else CURLY.sub(lambda found: found[0].translate(STRAIGHT), text)


def unsigned(text: str) -> str:
    """Return a text without a sign before it: “→ A Slow Walk”, “💡 About Pia”."""
    return SIGN.sub("", text)


def texts_of(lines: Iterable[Line]) -> list[str]:
    """Return the texts of the lines that have one."""
    return [line.text for line in lines if line.text]


def next_filled(lines: Sequence[Line], start: int) -> int:
    """Return the index of the first line with a text from `start` on, or how many there are."""
    while start < len(lines) and not lines[start].text:
        start += 1
    return start


def is_prose(text: str) -> bool:
    """Tell whether a line can only be a paragraph: it is long, or several sentences."""
    if len(text) >= LONG_LINE:
        return True
    ends = len(SENTENCE_START.findall(text))
    return (ends > 0 and len(text) >= LONG_SENTENCE) or ends > 1


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(SENTENCE_MARK.search(text))


def ends_with_mark(text: str) -> bool:
    """Tell whether a line ends in a mark that no title has, or a question or exclamation mark."""
    return bool(END_MARK.search(text))
