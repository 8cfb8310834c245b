"""What each of many phrases needs, by what meets the need; made of a house style's rules.

Looked up by the checker. Plain data, so that it can be kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wellspring.model.phrase import MARKS, PARTS, STARTS, WORDS, Group, Phrase
from wellspring.model.rule import Rule, phrases_of

# One for each group of which a phrase needs one.
SLOTS = 4
# A group's number, for each key by which one of its anchors is found.
Keys = dict[str, list[int]]


@dataclass(slots=True)
class Tables:
    """What meets which group of needs: whole words, how words start, what they hold, marks.

    `groups` are the needs that a group meets, as bits: slot by slot, a bit for each of the `size`
    phrases; `always` those that need not be met. Plain data, so that it can be kept.
    """

    size: int
    always: int = 0
    groups: list[int] = field(default_factory=list)
    words: Keys = field(default_factory=dict)
    starts: Keys = field(default_factory=dict)
    parts: Keys = field(default_factory=dict)
    marks: Keys = field(default_factory=dict)

    def of(self, name: str) -> Keys:
        """Return one of the tables."""
        return {WORDS: self.words, STARTS: self.starts, PARTS: self.parts, MARKS: self.marks}[name]


def tables_of(phrases: Sequence[Phrase]) -> Tables:
    """Return what the phrases need; a phrase's number is its place among them."""
    tables = Tables(len(phrases))
    users: dict[Group, int] = {}
    for number, phrase in enumerate(phrases):
        for slot in range(SLOTS):
            bit = 1 << slot * tables.size + number
            if slot < len(phrase.needs):
                users[phrase.needs[slot]] = users.get(phrase.needs[slot], 0) | bit
            else:
                tables.always |= bit
    for group, bits in users.items():
        for table, key in group:
            tables.of(table).setdefault(key, []).append(len(tables.groups))
        tables.groups.append(bits)
    return tables


def numbered(rules: Iterable[Rule]) -> list[Phrase]:
    """Return the phrases of some rules, each once, in the order that gives them their numbers."""
    return list({id(phrase): phrase for phrase in phrases_of(rules)}.values())
