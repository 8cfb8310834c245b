"""What each line of a page is, as the post that a person made of it says; called by teach_lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.importing.score import STYLE, dumps, expected
from wellspring.importing.decode import decode
from wellspring.importing.glued import with_tags_apart
from wellspring.importing.line import Line, straight
from wellspring.text.source import parse_source

# What stands before the words of an item or a heading: a bullet of any kind, a number.
MARKS = re.compile(
    r"^(?:\[ ?\]|[#>*+\-–—]+|[^\w\s\"'“‘(\[<$£€@%&]+|\(?\d{1,2}[.)]|\d{1,2} -|o)\s+|^[#>*–—-]+"
)
ESCAPED = re.compile(r"\\(?=[^\w\s])")
JOINS = re.compile(r"\s*[-–—]+\s*")
# From so many letters on, a part of a paragraph is told from chance.
PART = 18
MOSTLY = 0.8
BODY = frozenset({"paragraph", "heading", "item"})
LONGEST_BYLINE = 90
# How much of a line tags must be, if it names one and if it names several.
ONE_TAG, SOME_TAGS = 0.6, 0.25


@dataclass(frozen=True, slots=True)
class Page:
    """The filled lines of a page, and what each is: a name of `second_look.ROLES`."""

    name: str
    lines: tuple[Line, ...]
    roles: tuple[str, ...]


def read_pages(sets: Sequence[str]) -> Iterator[Page]:
    """Yield the pages of some sets."""
    for name in sets:
        for dump in dumps(name):
            yield read_page(dump)


def read_page(dump: Path) -> Page:
    """Return a page with what each line of it is."""
    post, author = expected(dump)
    decoded = with_tags_apart(decode(dump.read_bytes(), dump.name).lines, STYLE.tags)
    lines = [line for line in decoded if line.text]
    return Page(dump.stem, tuple(lines), tuple(Roles(post, author).of(lines)))


class Roles:
    """Tells what lines are, from the post and the author's file that belong to them."""

    def __init__(self, post: str, author: str) -> None:
        source, _ = parse_source(post, "x.md")
        names = [source.text("author"), *source.text("authors").split(",")]
        self.title, self.authors = flat(source.text("title")), [*filter(None, map(flat, names))]
        self.subtitle = flat(source.text("subtitle"))
        known = source.fields["know-more"].values if "know-more" in source.fields else ()
        self.tags = {flat(tag) for tag in source.text("tags").split(",") if tag.strip()}
        self.links = [flat(value.text.partition(" | ")[0]) for value in known]
        body = [line for line in source.body.split("\n") if line.strip()]
        self.headings = {flat(line) for line in body if line.startswith("#")}
        self.items = [flat(line) for line in body if re.match(r"\s*(?:[-*]|\d+\.) ", line)]
        self.paragraphs = [flat(line) for line in body if not line.startswith("#")]
        told = parse_source(author, "a.md")[0].body if author else ""
        self.bio = [flat(line) for line in told.split("\n") if line.strip()]

    def of(self, lines: Sequence[Line]) -> list[str]:
        """Return what lines are; above and below the story nothing is a part of it."""
        found = [self.first_look(flat(line.text)) for line in lines]
        some = [at for at, role in enumerate(found) if role in BODY]
        long = [at for at in some if len(lines[at].text) > 2 * PART] or some
        first, last = (long[0], long[-1]) if long else (0, len(lines))
        while 0 < first < len(lines) and found[first - 1] in BODY:
            first -= 1
        while last + 1 < len(lines) and found[last + 1] in BODY:
            last += 1
        inside = [
            "paragraph" if role == "page" and self.goes_on(lines, at, found) else role
            for at, role in enumerate(found)
        ]
        around = [
            self.outside(flat(line.text), role, above=at < first)
            if at < first or at > last
            else role
            for at, (line, role) in enumerate(zip(lines, inside, strict=True))
        ]
        return self.with_tags(lines, self.with_byline(lines, around, last + 1))

    def with_byline(self, lines: Sequence[Line], roles: list[str], last: int) -> list[str]:
        """Return roles with the first line below a story that names its author, if none above does.

        `last` is where what is below begins.
        """
        below = [
            at
            for at in range(last, len(roles))
            if roles[at] == "page" and self.is_byline(flat(lines[at].text))
        ]
        if self.authors and below and "byline" not in roles:
            roles[below[0]] = "byline"
        return roles

    def with_tags(self, lines: Sequence[Line], roles: list[str]) -> list[str]:
        """Return roles with the lines that tag the story.

        A word of a menu may be a tag as well: of lines with a tag each the best run counts.
        """
        held = [
            self.tags_in(flat(line.text)) if role == "page" else set()
            for line, role in zip(lines, roles, strict=True)
        ]
        runs = list[list[int]]()
        for at, tags in enumerate(held):
            if tags and runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            elif tags:
                runs.append([at])
        best = max(runs, key=lambda run: len(set().union(*(held[at] for at in run))), default=[])
        found = set().union(*(held[at] for at in best))
        for run in runs:
            if run is best or not {tag for at in run for tag in held[at]} <= found:
                for at in run:
                    roles[at] = "tag"
        return roles

    def tags_in(self, text: str) -> set[str]:
        """Return the tags that a line names, if it is little else than tags."""
        plain = spaced(text)
        found = {
            tag
            for tag in self.tags
            if f" {spaced(tag)} " in f" {plain} "
            or f" {spaced(tag).replace(' ', '')} " in f" {plain} "
        }
        share = sum(len(tag) for tag in found) / max(len(plain), 1)
        return found if share >= (SOME_TAGS if len(found) > 1 else ONE_TAG) else set()

    def first_look(self, text: str) -> str:
        """Return what a line is, wherever it stands."""
        looks = {
            "heading": text in self.headings,
            "item": is_part(text, self.items) or holds(text, self.items),
            "paragraph": is_part(text, self.paragraphs) or holds(text, self.paragraphs),
            "bio": is_part(text, self.bio)
            or any(len(one) >= PART and one in text for one in self.bio),
            "link": any(one and one in text for one in self.links),
        }
        return next((role for role, is_one in looks.items() if is_one), "page")

    def goes_on(self, lines: Sequence[Line], at: int, found: Sequence[str]) -> bool:
        """Tell whether a short line is the end of the paragraph before it, broken to a width."""
        if not at or found[at - 1] not in BODY:
            return False
        both = flat(f"{lines[at - 1].text} {lines[at].text}")
        return any(both in one for one in (*self.paragraphs, *self.items))

    def outside(self, text: str, role: str, *, above: bool) -> str:
        """Return what a line above or below a story is."""
        if above and text == self.title:
            return "title"
        if above and self.subtitle and is_part(text.strip('"'), [self.subtitle.strip('"')]):
            return "subtitle"
        if above and self.is_byline(text):
            return "byline"
        return role if role in {"bio", "link"} else "page"

    def is_byline(self, text: str) -> bool:
        """Tell whether a short line names the author."""
        return len(text) <= LONGEST_BYLINE and any(author in text for author in self.authors)


def is_part(text: str, whole: Sequence[str]) -> bool:
    """Tell whether a text is one of some, or long enough to be a part of one not by chance."""
    return text in whole or (len(text) >= PART and any(text in one for one in whole))


def holds(text: str, whole: Sequence[str]) -> bool:
    """Tell whether a line is one of some texts with something of the page beside it."""
    return any(len(one) >= MOSTLY * len(text) and one in text for one in whole)


def spaced(text: str) -> str:
    """Return the words of a text with single blanks between them."""
    return " ".join(re.findall(r"\w+", text))


def flat(text: str) -> str:
    """Return a text without marks, in small letters, every dash a hyphen without blanks."""
    bare = ESCAPED.sub("", straight(text)).strip().replace("*", "").replace("_", " ").strip()
    while (less := MARKS.sub("", bare).strip("*_ ")) != bare:
        bare = less
    return JOINS.sub("-", " ".join(bare.split())).casefold()
