"""What is known of a story beside its text; pages say it in many ways; called by read_page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.names import read_day
from wellspring.importing.pages.extraction import metadata_of
from wellspring.importing.pages.finder import Finder
from wellspring.importing.pages.tree import attribute, take_out, words_of
from wellspring.model.importing import PageStyle

BY = re.compile(r"^(?:(?:written|posted|published) )?by:?\s+", re.IGNORECASE)
SITE = re.compile(r"\s+[|·•»–—-]\s+[^|·•»]{2,60}$")
LONGEST_NAME = 60


@dataclass(slots=True)
class Facts:
    """What is known of a story; what is empty, nobody has said. `others` wrote it too."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    others: list[str] = field(default_factory=list)
    bio: list[str] = field(default_factory=list)
    day: date | None = None
    tags: list[str] = field(default_factory=list)
    shelves: list[str] = field(default_factory=list)
    summary: str = ""
    address: str = ""
    # Where it stood before that.
    aliases: list[str] = field(default_factory=list)
    # Stated as data, so that nobody needs to look at it.
    dated: bool = False
    # What only a program has written down of its user: a byline knows better.
    weak: set[str] = field(default_factory=set)


def read_facts(finder: Finder, styles: Sequence[PageStyle], text: str) -> tuple[Facts, list[Tag]]:
    """Return what a page says of its story, and the elements that say it."""
    facts, said = Facts(), []
    for name in ("title", "subtitle", "author"):
        if tag := first(finder, [part for style in styles for part in getattr(style, name)]):
            setattr(facts, name, words_of(tag))
            said.append(tag)
    facts.author = BY.sub("", facts.author)
    for tag in finder.all([part for style in styles for part in style.day]):
        facts.day = day_of(tag)
        if facts.day:
            facts.dated = tag.name == "time"
            said.append(tag)
            break
    for name in ("tags", "shelves"):
        found = list(finder.all([part for style in styles for part in getattr(style, name)]))
        setattr(facts, name, list(dict.fromkeys(map(words_of, found))))
        said += found
    facts.tags = [tag for tag in facts.tags if tag not in facts.shelves]
    if bio := first(finder, [part for style in styles for part in style.bio]):
        facts.bio = [words for part in paragraphs(bio) if (words := words_of(part))]
        said.append(bio)
    for tag in finder.all([part for style in styles for part in style.address]):
        facts.address = facts.address or attribute(tag, "href")
    add_metadata(facts, text)
    return facts, said


def first(finder: Finder, selectors: Iterable[str]) -> Tag | None:
    """Return the first element with words that selectors stand for, in their order."""
    return next((tag for tag in finder.all(selectors) if words_of(tag)), None)


def paragraphs(tag: Tag) -> list[Tag]:
    """Return the paragraphs of a box, or the box."""
    return list(tag.find_all("p")) or [tag]


def day_of(tag: Tag) -> date | None:
    """Return the day that an element names: for programs, or else for people."""
    for text in (attribute(tag, name) for name in ("datetime", "content", "title")):
        if found := iso_day(text):
            return found
    return read_day(words_of(tag), {})


def iso_day(text: str) -> date | None:
    """Return the day of a moment in ISO 8601, or None."""
    try:
        return datetime.fromisoformat(text.strip()).date() if text.strip() else None
    except ValueError:
        return None


def add_metadata(facts: Facts, text: str) -> None:
    """Add what the page says to search engines, where it has not said it to people."""
    data = metadata_of(text)
    names = [name for name in split_names(data.author or "") if len(name) <= LONGEST_NAME]
    if not facts.author and names:
        facts.author, facts.others = names[0], names[1:]
    if not facts.title:
        facts.title = SITE.sub("", data.title or "")
    if facts.day is None and data.date:
        facts.day = iso_day(data.date)
    facts.summary = " ".join((data.description or "").split())
    facts.address = facts.address or data.url or ""
    facts.tags = facts.tags or list(split_tags(data.tags))
    facts.shelves = facts.shelves or list(split_tags(data.categories))


def split_names(text: str) -> Iterator[str]:
    """Yield the names of several authors."""
    for part in text.split(";"):
        if name := BY.sub("", part.strip()):
            yield name


def split_tags(found: Iterable[str] | None) -> Iterator[str]:
    """Yield tags, some of which may be written as one."""
    for text in found or ():
        yield from (tag for part in re.split(r"[,;]", text) if (tag := part.strip()))


def take_said(article: Tag, said: Iterable[Tag], notes: list[Note]) -> None:
    """Take what has become front matter out of a story's own part."""
    for tag in said:
        if article in tag.parents:
            take_out(tag, "front matter", notes)
