"""Find the things and doings of a lexicon among the words of a sentence; called by frames.

What a word may begin is looked up once and kept: few words of a language begin most of its texts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from wellspring.model.frame import Lexicon
from wellspring.text.grammar import STOPS, is_adverb
from wellspring.text.idioms import OBJECT, OTHERS, Span, follow
from wellspring.text.words import Words

# How many letters the endings of names have, and how many a name at least has.
ENDINGS = (3, 4, 5, 6, 7)
SHORTEST = 6
Rest = tuple[str, ...]


class Thing(NamedTuple):
    """A thing where it stands: the bits of the lists that have it, its first and past its last."""

    kinds: int
    start: int
    end: int


class Doing(NamedTuple):
    """An idiom where it stands: the bits of its lists, its verb's forms, the span of its object."""

    kinds: int
    forms: frozenset[str]
    start: int
    end: int
    gap: Span


class Begun(NamedTuple):
    """What things a word begins: the bits of those of one word; others by their second word."""

    alone: int
    longer: dict[str, list[tuple[Rest, int]]]


class Idiom(NamedTuple):
    """The rest of an idiom, the bits of its lists, and these by the form of its verb.

    `second` are the words of which one must come next; none, if it may be any.
    """

    second: frozenset[str]
    rest: Rest
    kinds: int
    forms: dict[str, int]


class Scanner:
    """Finds what a lexicon holds, in sentence after sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.begun: dict[str, Begun] = {}
        self.idioms: dict[str, tuple[int, list[Idiom]]] = {}

    def things(self, words: Words) -> Iterator[Thing]:
        """Yield the things of a sentence, in reading order; they may overlap."""
        texts = words.texts
        for start, word in enumerate(texts):
            alone, longer = self.begun.get(word) or self.begin(word)
            if alone:
                yield Thing(alone, start, start + 1)
            for rest, kinds in longer.get(words.at(start + 1), ()) if longer else ():
                end = start + 1 + len(rest)
                if texts[start + 1 : end] == rest:
                    yield Thing(kinds, start, end)

    def begin(self, word: str) -> Begun:
        """Return what a word begins that was not met before."""
        found = Begun(self.ending(word) | self.lexicon.things.get(word, {}).get("", 0), {})
        for text, kinds in self.lexicon.things.get(word, {}).items():
            if text:
                rest = tuple(text.split())
                found.longer.setdefault(rest[0], []).append((rest, kinds))
        self.begun[word] = found
        return found

    def ending(self, word: str) -> int:
        """Return the bits of the lists that have how a word ends."""
        found = 0
        for size in ENDINGS if len(word) >= SHORTEST else ():
            found |= self.lexicon.endings.get(word[-size:], 0)
        return found

    def doings(self, words: Words, wanted: int) -> Iterator[Doing]:
        """Yield the idioms of a sentence that stand in one of the lists that are wanted."""
        for start, word in enumerate(words.texts):
            kinds, idioms = self.idioms.get(word) or self.learn(word)
            if kinds & wanted:
                yield from self.begun_at(words, start, idioms, wanted)

    def begun_at(
        self, words: Words, start: int, idioms: list[Idiom], wanted: int
    ) -> Iterator[Doing]:
        """Yield the idioms that a word begins; those that end together are one."""
        met: dict[tuple[int, int, Span], list[str]] = {}
        after = words.at(start + 1)
        any_word = is_adverb(after)
        for second, rest, kinds, forms in idioms:
            if not kinds & wanted or (second and not any_word and after not in second):
                continue
            if found := follow(words, start + 1, rest):
                for form, bits in forms.items():
                    if bits & wanted:
                        met.setdefault((bits & wanted, *found), []).append(form)
        for (kinds, end, gap), names in met.items():
            yield Doing(kinds, frozenset(names), start, end, gap)

    def learn(self, word: str) -> tuple[int, list[Idiom]]:
        """Return what idioms a word begins that was not met before."""
        every, idioms = 0, list[Idiom]()
        for text, forms in self.lexicon.doings.get(word, {}).items():
            kinds = 0
            for bits in forms.values():
                kinds |= bits
            every |= kinds
            rest = tuple(text.split())
            idioms.append(Idiom(second_of(rest), rest, kinds, forms))
        self.idioms[word] = every, idioms
        return every, idioms


def second_of(rest: Rest) -> frozenset[str]:
    """Return the words of which one must come first in the rest of an idiom; none: any may."""
    first = rest[0] if rest else OBJECT
    open_ = first.endswith("?") or first in {OBJECT, OTHERS, "*", "the", "self"}
    return frozenset() if open_ else frozenset(first.split("|"))


def is_head(words: Words, thing: Thing, end: int) -> bool:
    """Tell whether a thing is what an object that ends there is about: pills, not pill boxes."""
    after = words.at(thing.end)
    plain = not after or after in STOPS or is_adverb(after) or after.isdigit()
    return thing.end == end or plain or after.endswith("ing")
