"""Read what a tail says: the author and the bio, tags, what else to read; called by read_story.

What readers wrote is counted and nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wellspring.importing.know_more import Link, read_links
from wellspring.importing.line import Line, Note, ends_sentence
from wellspring.importing.marking import KNOW_MORE, POSTED, SIGNED, THREAD, TOLD_OF, Kinds
from wellspring.importing.names import TOLD as TOLD_NAME
from wellspring.importing.names import bare_bio, is_name, is_told_by_first, match_form, original
from wellspring.importing.tag_lines import is_tagged
from wellspring.importing.tags_named import FILED, OPENER, shelves_in, tags_in
from wellspring.importing.tail import Tail
from wellspring.model.importing import ImportStyle

NAMED = re.compile(
    r"(?:written|published|posted) by:? (?P<name>.+)|author: (?P<author>.+)", re.IGNORECASE
)
# What stands in threads, and elsewhere as well.
AMBIGUOUS = frozenset({"share", "count", "follow", "subscribe", "insights"})
ENDS = frozenset({"author", "closed", "commenter", "comments", "more", "profile", "tags"})
# A bio has so many lines at most.
MOST_BIO, MOST_ROLE = 3, 6
# Below words such as “Topics” a tag may have so many words.
LONG_TAG = 5
# Where somebody lives, in a box on the author.
PLACE = re.compile(r"[A-Z][\w .'’-]{1,30}, [A-Z][\w .'’-]{1,30}(?<!\.)")
TOLD = re.compile(
    r"(?P<lead>[*_]*(?:about [^:.!?]{2,60}?|the author|author bio|bio) ?[:–—-]) ?(?P<bio>.{12,})",
    re.IGNORECASE,
)
# Buttons within a box on the author; they do not end it.
WITHIN = frozenset({"follow", "count", "share"})
# What a box on the author says of its name.
ROLES = frozenset({"author", "writer", "contributor", "guest author", "staff writer"})
# “Location: Leeds”, as profiles have it; “Name: Robin Example” says who it is.
FACT = re.compile(r"(?P<key>[A-Z][a-z]+(?: [a-z]+)?): (?P<value>[^.!?]{1,80})")
# Behind these words the name of a magazine stands, or of somebody.
LEADS_ON = re.compile(r"(?:[·•] ?)?(?:.* )?(?:for|in|by|of|at)", re.IGNORECASE)
VIEW_ALL = re.compile(
    r"\s*\[?(?:View all posts|More posts)(?: by [^\]]{2,60})?(?:\]\([^\s)]+\))?\s*(?:→)?$"
)


@dataclass(slots=True)
class Found:
    """What a tail says, and a note on each line of it that goes nowhere."""

    name: str = ""
    bio: list[Line] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_tail(lines: Sequence[Line], tail: Tail, style: ImportStyle, known: str) -> Found:
    """Read a tail, whose author may be known by a byline."""
    reader = Reader(style, known)
    for line, kinds in zip(lines[tail.start :], tail.kinds[tail.start :], strict=True):
        if line.text:
            reader.take(line, kinds)
    reader.drop_role()
    reader.found.tags = reader.found.tags or reader.filed or reader.shelves
    return reader.found


class Reader:
    """Goes down a tail, and knows in which of its parts it is."""

    def __init__(self, style: ImportStyle, known: str) -> None:
        self.style = style
        self.known = known
        self.found = Found()
        self.part = ""
        # What looks like tags behind comments, cards and the like are words of a menu.
        self.behind = False
        self.opened = False
        # Whether a reader has said something.
        self.said = False
        self.leads_on = False
        self.shelves: list[str] = []
        # “Filed under” stands above categories where tags have a line of their own.
        self.filed: list[str] = []

    def take(self, line: Line, kinds: Kinds) -> None:
        """Read one line."""
        # Some pages count the comments above the box on the author.
        box = "author" in kinds and SIGNED not in kinds and not self.said
        if self.part == "comments" and not (box or kinds & {"more", "footer", "profile"}):
            self.said = self.said or ends_sentence(line.text)
            self.strip(line, "comments")
            return
        if self.part == "author" and self.is_beside_bio(line, kinds):
            self.strip(line, "author")
            return
        if not kinds:
            self.take_plain(line)
            return
        self.part = self.part_of(kinds)
        self.behind = self.behind or self.part in {"comments", "more", "footer"}
        if self.part == KNOW_MORE:
            self.take_link(line)
        elif self.part == "tags":
            self.take_tags(line)
        else:
            self.take_named(line, kinds)

    def is_beside_bio(self, line: Line, kinds: Kinds) -> bool:
        """Tell whether a line stands in the box on the author and says nothing of the author."""
        named = self.leads_on and not kinds
        again = line.plain.casefold() in ROLES
        self.leads_on = bool(kinds & WITHIN) and LEADS_ON.fullmatch(line.text) is not None
        return named or again or bool(kinds & WITHIN and not kinds & ENDS)

    def part_of(self, kinds: Kinds) -> str:
        """Return which part of the tail a line of some kinds opens."""
        if kinds & {"comments", "commenter"} or (kinds & THREAD and not kinds & AMBIGUOUS):
            return "comments"
        if "profile" in kinds or "author" in kinds:
            return "author"
        return KNOW_MORE if KNOW_MORE in kinds else sorted(kinds)[-1 if "tags" in kinds else 0]

    def strip(self, line: Line, kind: str) -> None:
        """Note a line that goes nowhere; the words of readers are not repeated."""
        self.found.notes.append(Note(line.number, kind, "" if kind == "comments" else line.text))

    def take_plain(self, line: Line) -> None:
        """Read a line that is no furniture by itself."""
        if self.part == "author":
            self.take_author(line)
        elif self.part == KNOW_MORE:
            self.take_link(line)
        elif self.is_bio(line):
            self.take_told(line.text)
            self.found.bio.append(line)
        elif self.part == "tags" and is_tagged(line.text, words=LONG_TAG * self.opened):
            self.take_tags(line)
        else:
            self.strip(line, self.part or "tail")

    def is_bio(self, line: Line) -> bool:
        """Tell whether a line says who somebody is, where nobody else can be meant."""
        nobody = not self.behind and not self.known and not self.found.bio
        return nobody and TOLD_NAME.match(line.text) is not None

    def take_author(self, line: Line) -> None:
        """Read a line of the box on the author: the name, then the bio."""
        fact = FACT.fullmatch(line.text)
        if fact and fact["key"] == "Name" and is_name(fact["value"]):
            self.found.name = self.found.name or fact["value"]
            self.strip(line, "name")
        elif fact and not self.found.bio:
            self.strip(line, "author")
        elif self.is_name(line.text):
            self.found.name = line.text
            self.strip(line, "name")
        elif self.found.name and not self.found.bio and PLACE.fullmatch(line.text):
            self.strip(line, "author")
        elif self.is_behind_bio(line):
            self.part = "tail"
            # A name that stands twice is another box's.
            if self.found.bio[-1].text == line.text:
                self.strip(self.found.bio.pop(), "tail")
            self.strip(line, "tail")
        else:
            text = VIEW_ALL.sub("", line.text)
            if text != line.text:
                self.found.notes.append(Note(line.number, "author", line.text[len(text) :].strip()))
            self.take_told(text)
            self.found.bio.append(Line(line.number, text))

    def take_told(self, text: str) -> None:
        """Keep the name that a bio begins with, if nothing else says it."""
        told = TOLD_NAME.match(text)
        if told and not self.found.name and not self.known:
            self.found.name = told["name"]

    def drop_role(self) -> None:
        """Take what the author does out of a bio that says it once more in a sentence."""
        bio, name = self.found.bio, self.found.name or self.known
        if len(bio) < len("ab") or not name or ends_sentence(bio[0].text):
            return
        if len(bio[0].text.split()) <= MOST_ROLE and is_told_by_first(bio[1].text, name):
            self.strip(bio.pop(0), "author")

    def is_behind_bio(self, line: Line) -> bool:
        """Tell whether a line is no more of the bio: a name or a title, or one line too many."""
        told = len(self.found.bio)
        return told >= MOST_BIO or (told > 0 and not ends_sentence(VIEW_ALL.sub("", line.text)))

    def is_name(self, text: str) -> bool:
        """Tell whether a line of the box is the author's name, which may be known."""
        name = self.found.name or self.known
        if text == name:
            return True
        related = not name or bool(set(text.casefold().split()) & set(name.casefold().split()))
        return not self.found.bio and not self.found.name and related and is_name(text)

    def take_link(self, line: Line) -> None:
        """Read a line that leads elsewhere."""
        links = read_links(line, self.style.forms["know-more"])
        self.found.links += links
        if not links:
            self.strip(line, KNOW_MORE)

    def take_named(self, line: Line, kinds: Kinds) -> None:
        """Read a line of furniture, which may name the author: “Written by …”."""
        found = NAMED.fullmatch(line.text)
        posted = match_form(self.style.forms["byline"], line)
        if TOLD_OF in kinds:
            self.found.bio.append(Line(line.number, bare_bio(line.text)))
            return
        if self.part == "author" and (told := TOLD.fullmatch(line.text)):
            self.found.notes.append(Note(line.number, "author", told["lead"]))
            self.found.bio.append(Line(line.number, told["bio"].strip("*_")))
            return
        if self.part == "author" and SIGNED in kinds:
            self.found.name = self.found.name or line.text
            self.strip(line, "name")
            return
        if found and self.part in {"author", POSTED, "share"} and not self.found.name:
            name = found["name"] or found["author"]
            self.found.name = original(line, posted, "name") if posted else name
        self.strip(line, self.part)

    def take_tags(self, line: Line) -> None:
        """Read a line of tags, or a tag."""
        named = match_form(self.style.forms["tags"], line)
        if OPENER.fullmatch(line.text):
            self.opened = not self.found.tags
        elif named or self.opened or not self.behind:
            filed = FILED.fullmatch(line.text)
            (self.filed if filed else self.found.tags).extend(
                tags_in(line, self.style.forms["tags"])
            )
            self.shelves += shelves_in(line)
        self.strip(line, "tags")
        # Tags in one line are all there are.
        if named and (not line.text.startswith("#") or " " in line.text):
            self.part = "tail"
