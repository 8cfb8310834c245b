"""How far a sentence leans to a rule, by what its rows of words weigh; called by check_rules.

Phrases and frames find what was foreseen. What is said in other words leans to a rule by many small
signs, and a phrase that stands there by chance leans away from it (docs/decisions/0009).

The weights of a row for all rules are one whole number, a lane of bits for each, so that one
addition adds them all; the lane above them numbers the row.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from wellspring.checking.taken import Taken
from wellspring.model.rule import Rule
from wellspring.text.rows import GAP, LISTED, Cutter

# How many of the rows that weigh most are shown.
SHOWN = 3
# Bits of a lane, its highest, what stands for nothing, and in how many steps a unit is weighed.
LANE = 24
TOP = 1 << LANE - 1
MIDDLE = TOP >> 1
STEPS = 100


class Begun(NamedTuple):
    """The rows that a piece begins: itself; others by their second, third, or both."""

    alone: int
    next: dict[str, int]
    gap: dict[str, int]
    both: dict[tuple[str, str], int]


class Leanings:
    """The leanings of all rules, by the rows that weigh something.

    What a sentence weighs has a lane for each rule, in steps above the lowest; with `enough` or
    `least` added to it, the highest bit of a lane tells whether it comes to as much.
    """

    def __init__(self, rules: Iterable[Rule], names: Sequence[str]) -> None:
        self.cutter = Cutter(names)
        self.rules = [rule for rule in rules if rule.leaning]
        leanings = [rule.leaning for rule in self.rules if rule.leaning]
        self.above = len(leanings) * LANE
        self.tops = lanes(TOP for _ in leanings)
        self.start = lanes(MIDDLE + steps(each.start) for each in leanings)
        self.enough = lanes(MIDDLE - steps(each.enough) for each in leanings)
        self.least = lanes(MIDDLE - steps(each.least) for each in leanings)
        self.begun: dict[str, Begun] = {}
        weights: dict[str, int] = {}
        for lane, each in enumerate(leanings):
            for row, weight in each.rows.items():
                weights[row] = weights.get(row, 0) + (steps(weight) << lane * LANE)
        for number, (row, weight) in enumerate(weights.items()):
            self.add(row, weight + (number << self.above))

    def add(self, row: str, weights: int) -> None:
        """Add a row by the piece that begins it."""
        first, _, rest = row.partition(" ")
        begun = self.begun.setdefault(first, Begun(0, {}, {}, {}))
        second, _, third = rest.partition(" ")
        if not rest:
            self.begun[first] = begun._replace(alone=weights)
        elif f" {rest}".startswith(GAP):
            begun.gap[third] = weights
        elif third:
            begun.both[second, third] = weights
        else:
            begun.next[second] = weights

    def weigh(self, taken: Taken) -> int:
        """Return what a sentence weighs; a row that stands twice weighs as much as once."""
        plain = self.cutter.plain(taken.words)
        found: set[int] = set()
        self.meet(plain, range(len(plain)), found)
        if taken.things:
            pieces = [text for text, _, _ in self.cutter.named(plain, taken.things)]
            listed = [place for place, text in enumerate(pieces) if text[0] == LISTED]
            near = {max(place - back, 0) for place in listed for back in range(SHOWN)}
            self.meet(pieces, near, found)
        return sum(found, self.start) & (1 << self.above) - 1

    def meet(self, pieces: Sequence[str], places: Iterable[int], found: set[int]) -> None:
        """Add the weights of the rows that begin at some places of a sentence's pieces."""
        ahead = [*pieces, "", ""]
        for place in places:
            begun = self.begun.get(ahead[place])
            if begun is None:
                continue
            alone, following, gap, both = begun
            second, third = ahead[place + 1], ahead[place + 2]
            found.add(alone)
            if second in following:
                found.add(following[second])
            if third in gap:
                found.add(gap[third])
            if (second, third) in both:
                found.add(both[second, third])

    def against(self, weighed: int) -> set[str]:
        """Return the ids of rules of which a phrase in a sentence says nothing: it leans away."""
        under = ~(weighed + self.least) & self.tops
        return {rule.id for rule in self.marked(under)}

    def found(self, weighed: int) -> Iterator[Rule]:
        """Yield the rules to which a sentence leans far enough."""
        over = weighed + self.enough & self.tops
        if over:  # seldom
            yield from self.marked(over)

    def marked(self, tops: int) -> Iterator[Rule]:
        """Yield the rules whose lanes have their highest bit set."""
        for lane, rule in enumerate(self.rules):
            if tops >> lane * LANE & TOP:
                yield rule

    def words(self, rule: Rule, taken: Taken) -> tuple[int, int]:
        """Return the first word and past the last of the rows that weigh most for a rule."""
        weights = rule.leaning.rows if rule.leaning else {}
        rows = self.cutter.rows_of(taken.words, taken.things)
        mine = [(weights[row], first, last) for row, first, last in rows if weights.get(row, 0) > 0]
        most = sorted(mine, key=itemgetter(0), reverse=True)[:SHOWN]
        first = min((row[1] for row in most), default=0)
        last = max((row[2] for row in most), default=len(taken.words))
        return max(first, 0), min(last, len(taken.words))


def steps(weight: float) -> int:
    """Return a weight as a whole number of steps."""
    return round(weight * STEPS)


def lanes(values: Iterable[int]) -> int:
    """Return numbers side by side as one."""
    return sum(value << lane * LANE for lane, value in enumerate(values))
