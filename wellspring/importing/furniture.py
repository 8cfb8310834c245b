"""Which lines are a page's furniture, and of which platform; called by head and tail."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from re import Pattern

from wellspring.importing.line import LONGEST_MARK, Line
from wellspring.model.importing import ImportStyle, Mark

ANY = "any"
# So many lines of a platform make its weak marks count.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Furniture:
    """The marks that count for one source, and the platform it seems to be from (its id)."""

    marks: tuple[Mark, ...]
    platform: str
    by_platform: Mapping[str, tuple[Mark, ...]]
    zones: Mapping[str, Pattern[str]]
    known: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, compare=False)

    def is_of(self, line: Line, platforms: Iterable[str], zone: str) -> bool:
        """Tell whether a line is furniture of one of some platforms."""
        plain = line.plain.casefold()
        return len(plain) <= LONGEST_MARK and any(
            mark.zone == zone and mark.pattern.fullmatch(plain)
            for name in platforms
            for mark in self.by_platform.get(name, ())
        )

    def kinds(self, line: Line, zone: str) -> frozenset[str]:
        """Return what a line is as furniture of a zone; nothing if it is none."""
        if not line.text or len(line.text) > LONGEST_MARK:
            return frozenset()
        key = (zone, line.plain.casefold())
        if not self.zones[zone].fullmatch(key[1]):
            return frozenset()
        if key not in self.known:
            self.known[key] = frozenset(
                mark.kind
                for mark in self.marks
                if mark.zone == zone and mark.pattern.fullmatch(key[1])
            )
        return self.known[key]


def find_furniture(lines: Sequence[Line], style: ImportStyle) -> Furniture:
    """Return the marks that count for a source, by the votes of its lines for platforms."""
    short = {
        line.plain.casefold() for line in lines if line.text and len(line.text) <= LONGEST_MARK
    }
    common = next((it.strong for it in style.platforms if it.id == ANY), None)
    # What stands on pages of all kinds is no sign of one.
    short = {text for text in short if common is None or not common.fullmatch(text)}
    votes: Counter[str] = Counter()
    for platform in style.platforms:
        votes[platform.id] = sum(map(bool, map(platform.strong.fullmatch, short)))
    best = votes.most_common(1)
    chosen = best[0][0] if best and best[0][1] >= ENOUGH else ""
    marks = [
        mark
        for platform in style.platforms
        for mark in platform.marks
        if not mark.weak or platform.id == chosen
    ]
    by_platform = {platform.id: platform.marks for platform in style.platforms}
    return Furniture(tuple(marks), chosen, by_platform, style.zones)
