"""Which articles are close to which, kept for the next build; called by the articles plugin.

And by the amending of a build, which asks whether some articles' other words change that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import Memory, encode
from wellspring.text.nearby import Entry, Nearby, find_again, find_nearby

NAME, COMPARED = "relations", "compared"


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, and which articles say the most of the same."""

    entries: tuple[Entry, ...]
    nearby: Nearby


@dataclass(slots=True)
class Relations:
    """What the last build found: `made_from` names the articles it looked at.

    `compared` is there only if it was found just now.
    """

    made_from: bytes = b""
    near: dict[str, tuple[str, ...]] = field(default_factory=dict)
    compared: Compared | None = None

    def of(self, entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
        """Return for each article the slugs of those close to it."""
        made_from = name_of(entries)
        if made_from != self.made_from:
            nearby = find_nearby(entries)
            self.made_from, self.near = made_from, nearby.near
            self.compared = Compared(tuple(entries), nearby)
        return self.near

    def keep(self, memory: Memory) -> None:
        """Remember what was found, unless it is what was known."""
        if self.compared:
            memory.save(NAME, {self.made_from.hex(): self.near})
            memory.save(COMPARED, {"": self.compared})


def name_of(entries: Sequence[Entry]) -> bytes:
    """Return a name for some articles as they are compared."""
    return digest_of(encode(list(entries)))


def recall_relations(memory: Memory) -> Relations:
    """Return what the last build found."""
    known = memory.load(NAME, dict[str, tuple[str, ...]])
    for made_from, near in known.items():
        return Relations(bytes.fromhex(made_from), near)
    return Relations()


def compare_again(memory: Memory, words: Mapping[str, tuple[str, str]]) -> Relations | None:
    """Return what is close to what when some articles have other words.

    `words` are those before and after, by slug; who is not listed is compared with none. None if
    nobody knows what they were, or if what is close to some article is another.
    """
    known = memory.load(COMPARED, Compared).get("")
    if known is None:
        return None
    listed = {entry.slug: entry.words for entry in known.entries}
    if any(listed.get(slug, before) != before for slug, (before, _) in words.items()):
        return None
    entries = tuple(
        replace(entry, words=words[entry.slug][1]) if entry.slug in words else entry
        for entry in known.entries
    )
    nearby = find_again(known.nearby, known.entries, entries)
    if nearby.near != known.nearby.near:
        return None
    return Relations(name_of(entries), nearby.near, Compared(entries, nearby))
