"""All rules, and which of their phrases to try on a sentence; called by check_rules."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wellspring.checking.framebook import Frames, bind_frames
from wellspring.checking.index import PhraseIndex, numbers_in
from wellspring.checking.second import SecondReader
from wellspring.model.phrase import Phrase
from wellspring.model.rule import Rule
from wellspring.text.tables import Tables, numbered, tables_of

Owned = tuple[Rule, Phrase]


@dataclass(frozen=True, slots=True)
class Sought:
    """Phrases that rules look for: each one bit, and by its number the rules that do."""

    bits: int
    owners: dict[int, list[Rule]]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules and all their phrases; they look for `terms` in a sentence, for `pairs` across two.

    `addressed` are those that look at what links lead to; `numbers` are the places of phrases by
    their identity: rules and excuses share many. `groups` are the bits of those that were asked
    for together, by the identity of what holds them.
    """

    rules: tuple[Rule, ...]
    phrases: Sequence[Phrase]
    index: PhraseIndex
    numbers: dict[int, int]
    terms: Sought
    pairs: Sought
    frames: Frames
    second: SecondReader
    addressed: tuple[Rule, ...] = ()
    groups: dict[int, int] = field(default_factory=dict)

    def to_try(self, sought: Sought, likely: int) -> Iterator[Owned]:
        """Yield the phrases that are sought and likely, each with every rule that seeks it."""
        for number in numbers_in(sought.bits & likely):
            phrase = self.phrases[number]
            for rule in sought.owners[number]:
                yield rule, phrase

    def bits_of(self, phrases: tuple[Phrase, ...]) -> int:
        """Return some of its phrases, as a rule or an excuse holds them, as bits."""
        found = self.groups.get(id(phrases))
        if found is None:
            found = 0
            for phrase in phrases:
                found |= 1 << self.numbers[id(phrase)]
            self.groups[id(phrases)] = found
        return found


def bind_rules(rules: tuple[Rule, ...], tables: Tables | None = None) -> Rulebook:
    """Return the rulebook of some rules; `tables`, if they are known, are those of its phrases."""
    phrases = numbered(rules)
    numbers = {id(phrase): number for number, phrase in enumerate(phrases)}
    words = [rule for rule in rules if not rule.measure]
    frames = bind_frames(words)
    return Rulebook(
        rules,
        phrases,
        PhraseIndex(tables or tables_of(phrases), frames.scanner.lexicon),
        numbers,
        sought(((rule, phrase) for rule in words for phrase in rule.terms), numbers),
        sought(((rule, phrase) for rule in words for phrase in rule.pairs), numbers),
        frames,
        SecondReader(words),
        tuple(rule for rule in words if rule.addresses),
    )


def sought(owned: Iterable[Owned], numbers: dict[int, int]) -> Sought:
    """Return what rules look for."""
    bits, owners = 0, dict[int, list[Rule]]()
    for rule, phrase in owned:
        number = numbers[id(phrase)]
        bits |= 1 << number
        owners.setdefault(number, []).append(rule)
    return Sought(bits, owners)
