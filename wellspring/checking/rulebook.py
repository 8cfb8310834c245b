"""All rules, and which of their phrases to try on a sentence; called by check_rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wellspring.checking.index import Bits, PhraseIndex, all_met, both
from wellspring.model.phrase import Phrase
from wellspring.model.rule import Rule


@dataclass(slots=True)
class Rulebook:
    """Rules, what they look for in a sentence (`terms`), and what across two (`pairs`).

    `terms` and `pairs` are phrases of the index, each one bit; `owners` the rules by number.
    """

    rules: tuple[Rule, ...]
    index: PhraseIndex = field(default_factory=PhraseIndex)
    owners: list[Rule] = field(default_factory=list)
    terms: int = 0
    pairs: int = 0

    def add(self, rule: Rule, phrase: Phrase) -> int:
        """Add a phrase of a rule and return its bit."""
        self.owners.append(rule)
        return 1 << self.index.add(phrase)

    def for_sentence(self, text: str, words: Bits) -> Iterator[tuple[Rule, Phrase]]:
        """Yield what to try on a sentence; `words` is what the index says of its words."""
        yield from self.named(all_met(both(words, self.index.of_marks(text)), self.terms))

    def across(self, text: str, words: Bits) -> Iterator[tuple[Rule, Phrase]]:
        """Yield what to try across two sentences, joined by a blank."""
        yield from self.named(all_met(both(words, self.index.of_marks(text)), self.pairs))

    def named(self, numbers: Iterator[int]) -> Iterator[tuple[Rule, Phrase]]:
        """Yield phrases by number, each with its rule."""
        for number in numbers:
            yield self.owners[number], self.index.phrases[number]


def bind_rules(rules: tuple[Rule, ...]) -> Rulebook:
    """Return the rulebook of some rules."""
    book = Rulebook(rules)
    for rule in rules:
        if rule.measure:
            continue
        for phrase in rule.terms:
            book.terms |= book.add(rule, phrase)
        for phrase in rule.pairs:
            book.pairs |= book.add(rule, phrase)
    return book
