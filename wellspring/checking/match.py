"""Words of a sentence that a rule looks for, and other words around them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wellspring.model.phrase import Phrase, probe_of
from wellspring.model.reading import Reading, Sentence
from wellspring.model.rule import Rule

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a sentence that a rule looks for."""

    rule: Rule
    sentence: Sentence
    span: Span


class Finder:
    """Where phrases stand in sentences; each is looked for once in each sentence of a text."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, str], list[Span]] = {}
        self.probes: dict[str, str] = {}

    def spans(self, phrase: Phrase, text: str) -> list[Span]:
        """Return the spans of a phrase's matches in a text."""
        key = (id(phrase), text)
        found = self.known.get(key)
        if found is None:
            probe = self.probes.get(text) or self.probes.setdefault(text, probe_of(text))
            may = phrase.may_match(probe)
            found = [match.span() for match in phrase.pattern.finditer(text)] if may else []
            self.known[key] = found
        return found

    def all_spans(self, phrases: Iterable[Phrase], text: str) -> Iterator[Span]:
        """Yield the spans of some phrases' matches in a text."""
        for phrase in phrases:
            yield from self.spans(phrase, text)

    def overlaps(self, phrases: Iterable[Phrase], text: str, span: Span) -> bool:
        """Tell whether some phrase's match overlaps a span."""
        return any(
            start < span[1] and span[0] < end for start, end in self.all_spans(phrases, text)
        )

    def stands(self, phrases: Iterable[Phrase], text: str) -> bool:
        """Tell whether some phrase matches anywhere in a text."""
        return any(self.spans(phrase, text) for phrase in phrases)


def stands(phrases: Iterable[Phrase], text: str) -> bool:
    """Tell whether some phrase matches anywhere in a text that is asked only once."""
    return Finder().stands(phrases, text)


def stands_in(phrases: Iterable[Phrase], reading: Reading) -> bool:
    """Tell whether some phrase matches in a sentence of a text.

    A sentence is so short that what a phrase needs is rarely in it; few are searched.
    """
    probe = probe_of(reading.text)
    likely = [phrase for phrase in phrases if phrase.may_match(probe)]
    return any(
        phrase.may_match(part) and phrase.pattern.search(sentence.text)
        for sentence in (reading.sentences if likely else ())
        for part in (probe_of(sentence.text),)
        for phrase in likely
    )
