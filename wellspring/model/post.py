"""A post, page or author file as written: front matter with places, and words to search."""

import datetime as dt
from dataclasses import dataclass, field
from datetime import date, datetime

from wellspring.model.place import Place
from wellspring.model.review import Review


@dataclass(frozen=True, slots=True)
class Value:
    """One line of a front-matter value and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Field:
    """One front-matter key as written, its normal form, and its values."""

    key: str
    name: str
    values: tuple[Value, ...]
    place: Place

    @property
    def text(self) -> str:
        """Return all value lines as one string."""
        return " ".join(value.text for value in self.values)


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file taken apart: fields by normal name, body, and the body's first line."""

    path: str
    slug: str
    fields: dict[str, Field]
    body: str
    body_line: int

    def text(self, name: str) -> str:
        """Return a field's text, or an empty string when it is not there."""
        return self.fields[name].text if name in self.fields else ""

    def place(self, name: str) -> Place:
        """Return where a field stands; the file's first line when it is not there."""
        return self.fields[name].place if name in self.fields else Place(self.path)


@dataclass(frozen=True, slots=True)
class KnowMore:
    """Something to read; `url` is empty when no address is known, `identifier` is a DOI or PMID."""

    title: str
    url: str = ""
    kind: str = ""
    place: Place | None = field(default=None, compare=False)
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an article said, what it says now, and why, with the day of the change."""

    date: date
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A disclaimer that an article does not need, why not, and who has decided that."""

    disclaimer: str
    reason: str
    who: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Series:
    """A post's place in a series, as its front matter gives it."""

    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post whose front matter has been read; `prose` keeps the body's line layout.

    `lang` is an ISO 639 code, empty for the site's own language; a source's `kind` is its date.
    """

    path: str
    slug: str
    title: str
    subtitle: str
    date: datetime | None
    authors: tuple[Value, ...]
    category: str
    summary: str
    status: str
    tags: tuple[str, ...]
    disclaimers: tuple[Value, ...]
    prose: str
    prose_line: int
    modified: datetime | None = None
    series: Series | None = None
    know_more: tuple[KnowMore, ...] = field(default=())
    corrections: tuple[Correction, ...] = field(default=())
    waivers: tuple[Waiver, ...] = field(default=())
    lang: str = ""
    sources: tuple[KnowMore, ...] = field(default=())
    review: Review | None = None
    review_due: dt.date | None = None
    review_due_place: Place | None = field(default=None, compare=False)

    @property
    def is_draft(self) -> bool:
        """Tell whether no reader of the live site sees it yet."""
        return self.status == "draft"


@dataclass(frozen=True, slots=True)
class Author:
    """A person or team that writes or reviews; `bio` is Markdown.

    `credentials` and `conflicts` (of interest) are empty if none are stated.
    """

    path: str
    slug: str
    name: str
    bio: str
    credentials: str = ""
    conflicts: str = ""
    role: str = ""
    summary: str = ""
    websites: tuple[KnowMore, ...] = ()
