"""Titles without what platforms and Markdown put around them; called by head and by read_story."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from wellspring.importing.line import Line, straight
from wellspring.model.importing import ImportStyle

MARKS = re.compile(r"^(?:#{1,6}\s+|\*{1,3}|_{1,3})|(?:\s+#+|\*{1,3}|_{1,3})$")
# Platforms put straight marks around a subtitle; curly ones are the author's.
QUOTED = re.compile(r"^\"(?P<text>[^\"“”]+)\"$")
GLUED = re.compile(r"(?P<title>.{8,}?[a-z?!])(?P<name>[A-Z][a-z]+(?: [A-Z][\w.'’-]*){1,2})")
WITH_BY = re.compile(r"(?P<title>.{4,}?) [—–|-]+ [Bb]y (?P<name>[A-Z][^|—–]{3,40})")
MOST = 90
# What mailing lists, forwarding and drafts put before a title.
LIST_NAME = re.compile(
    r"^(?:(?:\[(?:[a-z]+[a-z-]*|[A-Z]+-[A-Z-]+)\]|(?i:fwd?:|re:|draft \d+(?: -{1,2}|:| [–—])))\s+)+"
    r"(?=\S)"
)
COUNTED = re.compile(r"^\d{1,2}[.)] ")
SUBJECT = re.compile(r"(?:Subject|Re|Fwd?) ?: (?P<title>.+)")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title, and the labels that a platform has put behind it."""

    title: str
    labels: list[str] = field(default_factory=list)


def unmarked(text: str) -> str:
    """Return a line without Markdown's marks for headings and emphasis."""
    return MARKS.sub("", MARKS.sub("", text)).strip()


def as_subject(title: str, lines: Iterable[Line]) -> str:
    """Return a title in capitals alone as a letter’s subject has it, if that ends with the same."""
    bare = COUNTED.sub("", title)
    for line in lines if title.isupper() and " " in title else ():
        found = SUBJECT.fullmatch(line.text)
        before, same = (
            (found["title"][: -len(bare)], found["title"][-len(bare) :]) if found else ("", "")
        )
        if same.casefold() == bare.casefold() and before.rstrip()[-1:] in {"", ":", "-", "–", "—"}:
            return same
    return title


def unquoted(text: str) -> str:
    """Return a line without the straight quotation marks around it."""
    found = QUOTED.match(unmarked(text))
    return found["text"].strip() if found else unmarked(text)


def read_title(text: str, style: ImportStyle) -> Titled:
    """Return a title without its labels, which may be several."""
    title, labels = unmarked(text), []
    while found := first_award(title, style):
        labels.append(title[slice(*found.span("label"))].strip(" ."))
        title = title[slice(*found.span("title"))].strip()
    return Titled(title, labels)


def first_award(title: str, style: ImportStyle) -> re.Match[str] | None:
    """Return a label at a title's end."""
    return next(style.forms["award"].matches(straight(title)), None)


def parted(title: str) -> tuple[str, str]:
    """Return a title and what may be a name: right behind it without a blank, or behind “by”."""
    found = GLUED.fullmatch(title) or WITH_BY.fullmatch(title)
    return (found["title"], found["name"]) if found else (title, "")


def made_up(text: str) -> str:
    """Return a title for a story that has none: the first sentence, or its first words."""
    sentence = re.split(r"(?<=[.!?…])\s", unmarked(text), maxsplit=1)[0].rstrip(".") or text
    if len(sentence) <= MOST:
        return sentence
    return f"{sentence[:MOST].rsplit(' ', 1)[0].rstrip(',;:—–- ')}…"
