"""What the house style knows of story platforms and of lost dashes; read and used to import."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from re import Pattern
from typing import Protocol

# The zone of a page that a mark stands in.
HEAD, TAIL = "head", "tail"


@dataclass(frozen=True, slots=True)
class Form:
    """Expressions for whole lines of one form; `either` tells at once of a line that has none."""

    patterns: tuple[Pattern[str], ...]
    either: Pattern[str]

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what its expressions find in a whole line."""
        if self.either.fullmatch(text):
            yield from filter(None, (pattern.fullmatch(text) for pattern in self.patterns))


@dataclass(frozen=True, slots=True)
class Mark:
    """Whole lines that are no part of a story, such as “Sign in”; `weak` ones could be.

    `kind` says what the line is; `zone` is HEAD or TAIL.
    """

    kind: str
    zone: str
    pattern: Pattern[str]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class PlatformExamples:
    """Lines that a platform's marks must take above and below a story, and such as none may."""

    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of site that stories are copied from, and the furniture of its pages.

    `strong` is any of its marks that is not weak.
    """

    id: str
    name: str
    marks: tuple[Mark, ...]
    strong: Pattern[str]
    examples: PlatformExamples = field(default=PlatformExamples())


class Weigher(Protocol):
    """Weighs hyphens by the sentence around them."""

    def weigh(self, text: str, at: int) -> float | None:
        """Return how far the hyphen at a place of a text leans to a dash, in logits; if read."""
        ...


class LineReader(Protocol):
    """Reads the lines of a page."""

    def read(self, texts: Sequence[str], looks: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return how likely each line is in each role, of its words and its looks."""
        ...

    def knows(self, word: str) -> bool:
        """Tell whether letters, all small, are a word that it knows."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class DashWords:
    """Words that tell a compound's hyphen from a lost dash, all in small letters.

    No compound begins with a word of `left`, or ends with one of `right`; nearly every one with a
    word of `first` or `last` does; `whole` are compounds; `not_adverbs` end in -ly all the same.
    What the others are, their files in editorial/importing/words/ say. In what fits `ranges`, such
    as “Mon - Fri”, no hyphen stands for a dash.
    """

    left: frozenset[str]
    right: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    whole: frozenset[str]
    not_adverbs: frozenset[str]
    adjectives: frozenset[str]
    amounts: frozenset[str]
    bare: frozenset[str]
    begins: frozenset[str]
    bids: frozenset[str]
    bound: frozenset[str]
    days: frozenset[str]
    ends: frozenset[str]
    grammar: frozenset[str]
    joiners: frozenset[str]
    labels: frozenset[str]
    noun_first: frozenset[str]
    noun_last: frozenset[str]
    numbers: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    past: frozenset[str]
    prefixes: frozenset[str]
    slots: frozenset[str]
    strong: frozenset[str]
    suffixes: frozenset[str]
    tens: frozenset[str]
    units: frozenset[str]
    verbs: frozenset[str]
    ranges: Pattern[str]
    joints: Weigher | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """Parts of a page that are no part of its story, as CSS selectors; `kind` says what it is."""

    kind: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Where the pages of a kind of site keep what a story is made of, as CSS selectors.

    A page is of that kind if one of `sign` is on it. Of each list the first that is there counts.
    """

    id: str
    cuts: tuple[Cut, ...]
    sign: tuple[str, ...]
    article: tuple[str, ...]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    author: tuple[str, ...]
    bio: tuple[str, ...]
    day: tuple[str, ...]
    tags: tuple[str, ...]
    shelves: tuple[str, ...]
    lead: tuple[str, ...]
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportStyle:
    """All of it: platforms, forms of lines by name, dash words, and words by category.

    `zones` is any mark of a zone: most lines are none, and are told so at once. `embeds` are the
    hosts whose frames become links; `months` are those of other languages, by their small letters;
    `lines` is a network that reads a page's lines; `tags` are those that platforms offer.
    """

    platforms: tuple[Platform, ...]
    forms: Mapping[str, Form]
    dashes: DashWords
    shelves: Mapping[str, frozenset[str]]
    zones: Mapping[str, Pattern[str]]
    pages: tuple[PageStyle, ...] = ()
    embeds: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    lines: LineReader | None = None
    tags: frozenset[str] = frozenset()
