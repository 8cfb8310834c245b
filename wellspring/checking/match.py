"""Words of a sentence that a rule looks for, and other words around them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from wellspring.checking.index import numbers_in
from wellspring.checking.rulebook import Rulebook
from wellspring.model.phrase import Phrase
from wellspring.model.reading import Reading, Sentence
from wellspring.model.rule import Excuse, Rule

Span = tuple[int, int]
Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a sentence that a rule looks for: by a phrase, a frame, or the second reader."""

    rule: Rule
    sentence: Sentence
    span: Span
    framed: bool = False
    seconded: bool = False
    goes_on: bool = False
    linked: bool = False

    def overlaps(self, other: "Match") -> bool:
        """Tell whether it shares words with another match."""
        start, end = other.span
        return self.sentence is other.sentence and self.span[0] < end and start < self.span[1]

    @property
    def excuses(self) -> tuple[Excuse, ...]:
        """Return the excuses that may hold for it: a frame knows some things by itself."""
        if self.goes_on:
            return tuple(excuse for excuse in self.rule.excuses if not excuse.until_answered)
        if not (self.framed and self.rule.framed):
            return self.rule.excuses
        without = self.rule.framed.without
        return tuple(excuse for excuse in self.rule.excuses if excuse.id not in without)


class Finder:
    """Where phrases stand in a text; each is looked for once in each sentence.

    `needs` is what the index says of each sentence, `likely` the phrases that may stand in it.
    """

    def __init__(self, reading: Reading, book: Rulebook) -> None:
        self.reading = reading
        self.book = book
        index = book.index
        self.needs = [index.needs(sentence.text) for sentence in reading.sentences]
        self.likely = [index.whole(needs) for needs in self.needs]
        self.known: dict[tuple[int, int], list[Span]] = {}

    def spans(self, phrase: Phrase, sentence: Sentence) -> list[Span]:
        """Return the spans of a phrase's matches in a sentence."""
        number = self.book.numbers[id(phrase)]
        return self.found(number, sentence) if self.likely[sentence.number] >> number & 1 else []

    def found(self, number: int, sentence: Sentence) -> list[Span]:
        """Return the spans of a phrase, by its number, that is likely in a sentence."""
        key = (number, sentence.number)
        found = self.known.get(key)
        if found is None:
            pattern, text = self.book.phrases[number].pattern, sentence.text
            first = pattern.search(text)  # mostly there is none
            found = [match.span() for match in pattern.finditer(text)] if first else []
            self.known[key] = found
        return found

    def all_spans(self, phrases: Phrases, sentence: Sentence) -> Iterator[Span]:
        """Yield the spans of some phrases' matches in a sentence."""
        for number in numbers_in(self.book.bits_of(phrases) & self.likely[sentence.number]):
            yield from self.found(number, sentence)

    def overlaps(self, phrases: Phrases, sentence: Sentence, span: Span) -> bool:
        """Tell whether some phrase's match overlaps a span."""
        for number in numbers_in(self.book.bits_of(phrases) & self.likely[sentence.number]):
            found = self.found(number, sentence)
            before = bisect_left(found, span[1], key=itemgetter(0))
            if before and found[before - 1][1] > span[0]:
                return True
        return False

    def stands(self, phrases: Phrases, sentence: Sentence) -> bool:
        """Tell whether some phrase matches anywhere in a sentence."""
        return any(True for _ in self.all_spans(phrases, sentence))

    def stands_anywhere(self, phrases: Phrases) -> bool:
        """Tell whether some phrase matches in a sentence of the text."""
        bits = self.book.bits_of(phrases)
        return any(
            self.book.phrases[number].pattern.search(sentence.text)
            for sentence in self.reading.sentences
            for number in numbers_in(bits & self.likely[sentence.number])
        )

    def stands_in(self, phrases: Phrases, text: str) -> bool:
        """Tell whether some phrase matches in a text beside the one that is read."""
        likely = numbers_in(self.book.bits_of(phrases) & self.book.index.met(text))
        return any(self.book.phrases[number].pattern.search(text) for number in likely)
