"""Phrases by the words that they need; called by Rulebook to find those worth trying.

Each phrase is one bit of a whole number, so that a sentence asks for all of them at once: the
phrases that its words allow, less those that lack one of the other words they need. A sentence's
cost depends on its own words, hardly on how many phrases there are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import or_

from wellspring.model.phrase import Anchor, Phrase, probe_of
from wellspring.text.anchors import LEAST, MOST_GROUPS

WORD = re.compile(rf"[^\W_]{{{LEAST},}}")
# One for a phrase's anchors and one for each further group of texts of which it needs one.
SLOTS = 1 + MOST_GROUPS
# Phrases whose first, second, … need is met, each phrase one bit.
Bits = tuple[int, ...]
NONE: Bits = (0,) * SLOTS
# Which need of which phrase.
Need = tuple[int, int]


@dataclass(slots=True)
class PhraseIndex:
    """Phrases, and what each needs: how a word starts, what a word holds, or marks."""

    phrases: list[Phrase] = field(default_factory=list)
    starts: dict[str, list[Need]] = field(default_factory=dict)
    parts: dict[str, list[tuple[str, Need]]] = field(default_factory=dict)
    marks: dict[str, list[Need]] = field(default_factory=dict)
    always: Bits = NONE
    known: dict[str, Bits] = field(default_factory=dict)

    def add(self, phrase: Phrase) -> int:
        """Add a phrase and return its number."""
        number = len(self.phrases)
        self.phrases.append(phrase)
        groups = [group for group in (phrase.anchors, *phrase.others) if group]
        for slot, group in enumerate(groups):
            for anchor in group:
                self.add_anchor(anchor, (slot, number))
        for slot in range(len(groups), SLOTS):
            self.always = with_needs(self.always, [(slot, number)])
        return number

    def add_anchor(self, anchor: Anchor, need: Need) -> None:
        """Note what meets a need."""
        if anchor.key:
            self.starts.setdefault(anchor.key, []).append(need)
            return
        part = max(WORD.findall(anchor.text), key=len, default="")
        if part:
            self.parts.setdefault(part[:LEAST], []).append((part, need))
        else:
            self.marks.setdefault(anchor.text, []).append(need)

    def of_words(self, text: str) -> Bits:
        """Return the needs that a text's words meet."""
        known = self.known
        first, second, third, fourth = NONE
        for word in WORD.findall(text):
            bits = known.get(word) or self.learn(word)
            if bits is not NONE:
                first |= bits[0]
                second |= bits[1]
                third |= bits[2]
                fourth |= bits[3]
        return first, second, third, fourth

    def learn(self, word: str) -> Bits:
        """Return, and keep, the needs that a word or a mark meets."""
        needs: list[Need] = []
        for end in range(LEAST, len(word) + 1):
            needs += self.starts.get(word[:end], ())
        for start in range(len(word) - LEAST + 1):
            parts = self.parts.get(word[start : start + LEAST], ())
            needs += [need for part, need in parts if word.startswith(part, start)]
        needs += self.marks.get(word, ())
        self.known[word] = found = with_needs(NONE, needs) if needs else NONE
        return found

    def of_marks(self, text: str) -> Bits:
        """Return the needs that a text's marks and digits meet, and those nobody need meet."""
        found = self.always
        probe = probe_of(text)
        for mark in self.marks:
            if mark in probe:
                found = both(found, self.known.get(mark) or self.learn(mark))
        return found


def with_needs(bits: Bits, needs: Iterable[Need]) -> Bits:
    """Return bits with those of some needs."""
    found = list(bits)
    for slot, number in needs:
        found[slot] |= 1 << number
    return tuple(found)


def both(some: Bits, others: Bits) -> Bits:
    """Return the needs that one or the other of two texts meets."""
    return tuple(map(or_, some, others))


def all_met(bits: Bits, among: int) -> Iterator[int]:
    """Yield the numbers of the phrases, among some, all of whose needs are met."""
    left = among
    for slot in bits:
        left &= slot
    while left:
        last = left & -left
        yield last.bit_length() - 1
        left ^= last
