"""What is known of each text from the last build: how it reads, what is wrong, what words it holds.

Called by read_site. A text's reading depends on its own bytes alone; what is wrong with it, also on
which other files there are; the words that ask for notices, also on the house style.
"""

from dataclasses import dataclass, field

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import Memory
from wellspring.checking.content import check_source
from wellspring.disclaimers.matching import Hit, find_hits
from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding
from wellspring.model.post import Post, Source
from wellspring.text.library import Library, ReadFile

NAME = "readings"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, with what was seen in it and the names of what that depends on."""

    file: ReadFile
    judged_by: bytes = b""
    findings: tuple[Finding, ...] = ()
    hit_by: bytes = b""
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

    @property
    def read(self) -> dict[str, ReadFile]:
        """Return the texts as they were read before."""
        return {path: reading.file for path, reading in self.known.items()}

    def judge(self, source: Source, library: Library) -> tuple[Finding, ...]:
        """Return the problems of one text, as check_source finds them."""
        if not self.files:
            self.files = digest_of(*sorted(library.sources), "", *sorted(library.pictures))
        known = self.same(source.path, library)
        if known is None or known.judged_by != self.files:
            self.judged[source.path] = tuple(check_source(source, library))
        else:
            self.judged[source.path] = known.findings
        return self.judged[source.path]

    def hits(self, post: Post, house: HouseStyle, library: Library) -> dict[str, list[Hit]]:
        """Return the words of a post that ask for notices, as find_hits finds them."""
        known = self.same(post.path, library)
        if known is None or known.hit_by != self.words:
            found = {owner: list(hits) for owner, hits in find_hits(post, house).items()}
        else:
            found = known.hits
        self.found[post.path] = found
        return found

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


def recall_readings(memory: Memory, words: bytes) -> Readings:
    """Return the texts of the last build; `words` is a name for the house style's words."""
    return Readings(words, memory.load_parts(NAME, Reading))
