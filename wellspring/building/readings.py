"""What is known of each text from the last build: how it reads, what is wrong, what words it holds.

Called by read_site. A text's reading depends on its own bytes alone; what is wrong with it, also on
which other files there are; the words that ask for notices, also on the house style.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import Memory
from wellspring.building.together import count_shares, work_together
from wellspring.checking.content import check_source
from wellspring.disclaimers.matching import Hit, find_hits
from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding
from wellspring.model.post import Post, Source
from wellspring.text.library import Library, Read, ReadFile, read_alone, read_library

NAME = "readings"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, with what was seen in it and the names of what that depends on."""

    file: ReadFile
    judged_by: bytes = b""
    findings: tuple[Finding, ...] = ()
    hit_by: bytes = b""
    hits: dict[str, list[Hit]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is wrong with a text, and the words in it that ask for notices, by owner."""

    findings: tuple[Finding, ...] = ()
    hits: dict[str, list[Hit]] = field(default_factory=dict)


@dataclass(slots=True)
class Readings:
    """The texts of the last build by path, and those of this one as they are read.

    `words` is a name for the house style's words, `files` for which files there are.
    """

    words: bytes = b""
    known: dict[str, Reading] = field(default_factory=dict)
    files: bytes = b""
    judged: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    found: dict[str, dict[str, list[Hit]]] = field(default_factory=dict)
    ahead: dict[str, Seen] = field(default_factory=dict)

    def library(self, content: Path) -> Library:
        """Read all texts: those with the same bytes as they were read before, else together."""
        known = {path: reading.file for path, reading in self.known.items()}
        return read_library(content, known, share=read_alone if known else read_together)

    def judge(self, source: Source, library: Library) -> tuple[Finding, ...]:
        """Return the problems of one text, as check_source finds them."""
        path, known = source.path, self.same(source.path, library)
        if known is not None and known.judged_by == self.files_of(library):
            self.judged[path] = known.findings
        elif path in self.ahead:
            self.judged[path] = self.ahead[path].findings
        else:
            self.judged[path] = tuple(check_source(source, library))
        return self.judged[path]

    def files_of(self, library: Library) -> bytes:
        """Return a name for which files there are."""
        if not self.files:
            self.files = digest_of(*sorted(library.sources), "", *sorted(library.pictures))
        return self.files

    def hits(self, post: Post, house: HouseStyle, library: Library) -> dict[str, list[Hit]]:
        """Return the words of a post that ask for notices, as find_hits finds them."""
        known = self.same(post.path, library)
        if known is not None and known.hit_by == self.words:
            found = known.hits
        elif post.path in self.ahead:
            found = self.ahead[post.path].hits
        else:
            found = plain_hits(post, house)
        self.found[post.path] = found
        return found

    def look_ahead(self, house: HouseStyle, library: Library) -> None:
        """Look at all posts of which not all is known, on all processors."""
        names = (self.files_of(library), self.words)
        new = [
            path
            for path in library.posts
            if (known := self.same(path, library)) is None
            or (known.judged_by, known.hit_by) != names
        ]

        def look(paths: Sequence[str]) -> dict[str, Seen]:
            return {
                path: Seen(
                    tuple(check_source(library.sources[path], library)),
                    plain_hits(library.posts[path], house),
                )
                for path in paths
            }

        if count_shares(len(new)) > 1:
            self.ahead = work_together(look, new, Seen)

    def same(self, path: str, library: Library) -> Reading | None:
        """Return what is known of a text whose bytes have not changed."""
        known = self.known.get(path)
        return known if known and known.file is library.files.get(path) else None

    def keep(self, memory: Memory, library: Library) -> None:
        """Remember what was read."""
        readings = {
            path: Reading(
                file,
                self.files,
                self.judged.get(path, ()),
                self.words,
                self.found.get(path, {}),
            )
            for path, file in library.files.items()
        }
        memory.save_parts(NAME, readings, self.known)


def read_together(read: Read, paths: Sequence[str]) -> dict[str, ReadFile]:
    """Read texts on all processors."""
    return work_together(read, paths, ReadFile)


def plain_hits(post: Post, house: HouseStyle) -> dict[str, list[Hit]]:
    """Return the words of a post that ask for notices, in a form that can be kept."""
    return {owner: list(hits) for owner, hits in find_hits(post, house).items()}


def recall_readings(memory: Memory, words: bytes) -> Readings:
    """Return the texts of the last build; `words` is a name for the house style's words."""
    return Readings(words, memory.load_parts(NAME, Reading))
