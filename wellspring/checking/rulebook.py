"""All rules, indexed by the words that their phrases need; called by check_rules.

A sentence's cost depends on its own words and on what they may mean, not on how many rules there
are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wellspring.model.phrase import Anchor, Phrase, probe_of
from wellspring.model.rule import Rule
from wellspring.text.anchors import LEAST, LONGEST_KEY

WORD = re.compile(rf"[^\W_]{{{LEAST},}}")
KEY_LENGTHS = range(LEAST, LONGEST_KEY + 1)
# A text without which a phrase cannot match, and the phrase's number.
Entry = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Phrases with their rules. `by_key` goes by how a word starts; `loose` have no such word."""

    phrases: list[tuple[Rule, Phrase]] = field(default_factory=list)
    by_key: dict[str, list[Entry]] = field(default_factory=dict)
    loose: list[Entry] = field(default_factory=list)

    def add(self, rule: Rule, phrase: Phrase) -> None:
        """Add a phrase under the words that it needs."""
        number = len(self.phrases)
        self.phrases.append((rule, phrase))
        for anchor in phrase.anchors or (Anchor("", ""),):
            group = self.by_key.setdefault(anchor.key, []) if anchor.key else self.loose
            group.append((anchor.text, number))

    def loose_in(self, text: str) -> list[Entry]:
        """Return the entries without a word's start that occur anywhere in a text."""
        probe = probe_of(text)
        return [entry for entry in self.loose if entry[0] in probe]

    def candidates(self, sentence: str, loose: list[Entry]) -> Iterator[tuple[Rule, Phrase]]:
        """Yield each rule's phrases that may match in a sentence, each once.

        `loose` are the entries that `loose_in` returns for the whole text.
        """
        probe = probe_of(sentence)
        by_key = self.by_key
        words = set(WORD.findall(sentence))
        starts = {word[:length] for length in KEY_LENGTHS for word in words}
        keys = starts & by_key.keys()
        numbers = {number for key in keys for text, number in by_key[key] if text in probe}
        numbers.update(number for text, number in loose if text in probe)
        for number in numbers:
            rule, phrase = self.phrases[number]
            if phrase.has_others(probe):
                yield rule, phrase


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules, what they look for in a sentence, and what across two."""

    rules: tuple[Rule, ...]
    terms: PhraseIndex = field(default_factory=PhraseIndex)
    pairs: PhraseIndex = field(default_factory=PhraseIndex)


def bind_rules(rules: tuple[Rule, ...]) -> Rulebook:
    """Return the rulebook of some rules."""
    book = Rulebook(rules)
    for rule in rules:
        if rule.measure:
            continue
        for phrase in rule.terms:
            book.terms.add(rule, phrase)
        for phrase in rule.pairs:
            book.pairs.add(rule, phrase)
    return book
