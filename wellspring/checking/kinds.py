"""The kinds of rules about words: what, beside the words themselves, makes a match count.

Called by check_rules; a kind is one small class here, and its name in `RuleKind`.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from wellspring.checking.match import Finder, Match
from wellspring.model.reading import Reading, Sentence


class Kind(Protocol):
    """Decides on the matches of one kind of rule."""

    def counts(self, match: Match, finder: Finder) -> bool:
        """Tell whether a match is wrong, as far as this kind goes."""
        ...


class Existence:
    """The words should not be there at all; also those that have a better form (substitution)."""

    def counts(self, match: Match, finder: Finder) -> bool:
        """Return that every match counts."""
        del match, finder
        return True


class RequiresCitation:
    """The words need a source: a link, a footnote, a DOI in or right behind their sentence."""

    def counts(self, match: Match, finder: Finder) -> bool:
        """Tell whether no source stands there, or none would be enough."""
        if match.sentence.number not in finder.reading.cited:
            return True
        return finder.stands(match.rule.even_if_cited, match.sentence)


class Consistency:
    """The words need others near them, such as a dose a word of caution."""

    def counts(self, match: Match, finder: Finder) -> bool:
        """Tell whether none of the words that are needed stand near enough."""
        near = nearby(match, finder.reading)
        return not any(finder.stands(match.rule.needs, sentence) for sentence in near)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "existence": Existence(),
        "substitution": Existence(),
        "requires-citation": RequiresCitation(),
        "consistency": Consistency(),
    }
)


def nearby(match: Match, reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences in which what a rule needs may stand."""
    sentence, within = match.sentence, match.rule.within
    if within == "text":  # check_words has asked the whole text, once for all matches
        return
    yield from [sentence] if within == "sentence" else reading.block_of(sentence)
    if within == "neighbours":
        around = (reading.beside(sentence, step) for step in (-1, 1))
        yield from (other for other in (*around, reading.lead_of(sentence)) if other)
