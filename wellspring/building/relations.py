"""Which articles are close to which, kept for the next build; called by the articles plugin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import Memory, encode
from wellspring.text.nearby import Entry, find_nearby

NAME = "relations"


@dataclass(slots=True)
class Relations:
    """What the last build found: `made_from` names the articles it looked at."""

    made_from: bytes = b""
    near: dict[str, tuple[str, ...]] = field(default_factory=dict)
    changed: bool = False

    def of(self, entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
        """Return for each article the slugs of those close to it."""
        made_from = digest_of(encode(list(entries)))
        if made_from != self.made_from:
            self.made_from, self.near, self.changed = made_from, find_nearby(entries), True
        return self.near

    def keep(self, memory: Memory) -> None:
        """Remember what was found, unless it is what was known."""
        if self.changed:
            memory.save(NAME, {self.made_from.hex(): self.near})


def recall_relations(memory: Memory) -> Relations:
    """Return what the last build found."""
    known = memory.load(NAME, dict[str, tuple[str, ...]])
    for made_from, near in known.items():
        return Relations(bytes.fromhex(made_from), near)
    return Relations()
