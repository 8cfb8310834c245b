"""Where a file shows an article's title, subtitle, summary or minutes to read.

Noted while templates are rendered (plugins/tracing.py), so that another title can be put there
without the template (commands/amend.py). Within a page that is being made, marks stand around each
value; no finished file has any.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import escape

# Characters that no text has: Unicode keeps them for private use.
BEGIN, BEHIND_NAME, END = "\ue000", "\ue001", "\ue002"
MARKED = re.compile(f"{BEGIN}([^{BEGIN}-{END}]*){BEHIND_NAME}([^{BEGIN}-{END}]*){END}")
# A mark that is not as it was put, also as JSON, addresses and HTML would write it. Looked for one
# by one, which is several times faster than an expression.
REMAINS = (BEGIN, BEHIND_NAME, END, "\\ue00", "%EE%80%8", "&#5734", "&#xe00")
# How a value may be written: none of the others, and nobody can tell how.
HTML, JSON, ADDRESS, UNKNOWN = "html", "json", "address", "unknown"
# Where values begin in a file, in characters, by the form and the name of each.
Mentions = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """What files show of an article: the path of its text, and which of its values."""

    source: str
    what: str

    def name(self, form: str) -> str:
        """Return the name of a mention of it in some form."""
        return f"{form} {self.what} {self.source}"

    def mark(self, form: str, text: str) -> str:
        """Return a value in some form with marks around it."""
        return f"{BEGIN}{self.name(form)}{BEHIND_NAME}{text}{END}"


@dataclass(frozen=True, slots=True)
class Changed:
    """A value as it was and as it is, both as text."""

    old: str
    new: str


# A page of which nobody knows what it shows of any article.
ANYTHING = Fact("*", "*")


def in_script(text: str) -> str:
    """Return a text as a JSON string of a script element has it, without the quotes around."""
    written = json.dumps(text, ensure_ascii=False)[1:-1]
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


FORMS: Mapping[str, Callable[[str], str]] = {
    HTML: lambda text: str(escape(text)),
    JSON: in_script,
    ADDRESS: quote,
}


def take_marks(text: str) -> tuple[str, Mentions] | None:
    """Return a text without marks, and where they stood; None if some are not as they were put."""
    pieces = MARKED.split(text)
    clean = [pieces[0]]
    found: dict[str, list[int]] = {}
    length = len(pieces[0])
    for name, value, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if name.startswith(UNKNOWN):
            return None
        found.setdefault(name, []).append(length)
        clean += (value, rest)
        length += len(value) + len(rest)
    whole = "".join(clean)
    if any(remains in whole for remains in REMAINS):
        return None
    return whole, {name: tuple(places) for name, places in found.items()}


def without_marks(text: str) -> str:
    """Return a text without marks."""
    return MARKED.sub(r"\2", text)


def facts_in(text: str) -> set[Fact]:
    """Return what a text with marks shows."""
    found = (match[1].split(" ", 2) for match in MARKED.finditer(text))
    return {Fact(source, what) for _, what, source in found}


def sources_in(mentions: Mentions) -> set[str]:
    """Return the paths of the articles of which a file shows something."""
    return {name.split(" ", 2)[2] for name in mentions}


def put_values(
    text: str, mentions: Mentions, changes: Mapping[Fact, Changed]
) -> tuple[str, Mentions] | None:
    """Return a file's text with other values, and where all values are then.

    None where an old value does not stand where it is said to be.
    """
    if any(fact.name(UNKNOWN) in mentions for fact in changes):
        return None
    places = sorted((start, name) for name, starts in mentions.items() for start in starts)
    parts: list[str] = []
    moved: dict[str, list[int]] = {name: [] for name in mentions}
    end = shift = 0
    for start, name in places:
        moved[name].append(start + shift)
        form, what, source = name.split(" ", 2)
        change = changes.get(Fact(source, what))
        if change is None:
            continue
        old, new = FORMS[form](change.old), FORMS[form](change.new)
        if start < end or not text.startswith(old, start):
            return None
        parts += (text[end:start], new)
        end = start + len(old)
        shift += len(new) - len(old)
    return "".join((*parts, text[end:])), {name: tuple(found) for name, found in moved.items()}


def move(mentions: Mentions, old: str, new: str) -> Mentions | None:
    """Return where values are in a text of which one piece has become another.

    None where a value may have been in that piece.
    """
    same = common(old, new)
    rest = common(old[same:][::-1], new[same:][::-1])
    shift = len(new) - len(old)
    behind = len(old) - rest
    if any(same < start < behind for starts in mentions.values() for start in starts):
        return None
    return {
        name: tuple(start + shift if start >= behind else start for start in starts)
        for name, starts in mentions.items()
    }


def common(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low
