"""What the conformance report says of each article, kept for the next build.

Called by the conformance plugin.
"""

from dataclasses import dataclass, field

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import Memory

NAME = "judgements"


@dataclass(frozen=True, slots=True)
class Judged:
    """An article's section of the report, as HTML for readers and as JSON for programs."""

    made_from: bytes
    section: str
    data: str


@dataclass(slots=True)
class Judgements:
    """The sections of the last build by address, and those of this one.

    `house` is a name for the standards and all that articles are decided by.
    """

    house: bytes = b""
    known: dict[str, Judged] = field(default_factory=dict)
    made: dict[str, Judged] = field(default_factory=dict)

    def recall(self, url: str, made_from: bytes) -> bool:
        """Take over an article's section if it is made from the same; tell whether it is."""
        known = self.known.get(url)
        if known is None or known.made_from != digest_of(self.house, made_from):
            return False
        self.made[url] = known
        return True

    def note(self, url: str, made_from: bytes, section: str, data: str) -> None:
        """Note an article's section."""
        self.made[url] = Judged(digest_of(self.house, made_from), section, data)

    def keep(self, memory: Memory) -> None:
        """Remember the sections."""
        memory.save_parts(NAME, self.made, self.known)


def recall_judgements(memory: Memory, house: bytes) -> Judgements:
    """Return the sections of the last build."""
    return Judgements(house, memory.load_parts(NAME, Judged))
