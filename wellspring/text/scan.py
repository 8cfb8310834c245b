"""Find the things and doings of a lexicon among the words of a sentence; called by frames.

What a word may begin is looked up once and kept: few words of a language begin most of its texts.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from wellspring.model.frame import Lexicon
from wellspring.text.grammar import STOPS, is_adverb
from wellspring.text.idioms import OBJECT, OPEN, Span, follow
from wellspring.text.words import Words

# How many letters the endings of names have, and how many a name at least has.
ENDINGS = (3, 4, 5, 6, 7)
SHORTEST = 6
Rest = tuple[str, ...]
Value = TypeVar("Value")
# Any word may come next; no word is empty.
ANY = ""


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

    `needs` are words of which its sentence must have one, if any.
    """

    rest: Rest
    kinds: int
    forms: dict[str, int]
    needs: frozenset[str]


class Idioms(NamedTuple):
    """The idioms that a word begins: the bits of all their lists; they by the word that is next."""

    kinds: int
    by_second: dict[str, list[Idiom]]

    def before(self, after: str) -> Iterator[Idiom]:
        """Yield those that may go on with a word; an adverb may stand within any."""
        if is_adverb(after):
            for idioms in self.by_second.values():
                yield from idioms
        else:
            yield from self.by_second.get(ANY, ())
            yield from self.by_second.get(after, ())


class Known(dict[str, Value | None], Generic[Value]):
    """What words begin, looked up when a word is first met."""

    def __init__(self, look_up: Callable[[str], Value | None]) -> None:
        super().__init__()
        self.look_up = look_up

    def __missing__(self, word: str) -> Value | None:
        self[word] = found = self.look_up(word)
        return found


class Scanner:
    """Finds what a lexicon holds, in sentence after sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.begun = Known(self.begin)
        self.idioms = Known(self.learn)

    def things(self, words: Words) -> Iterator[Thing]:
        """Yield the things of a sentence, in reading order; they may overlap."""
        texts = words.texts
        for start, begun in enumerate(map(self.begun.__getitem__, texts)):
            if begun is None:
                continue
            alone, longer = begun
            if alone:
                yield Thing(alone, start, start + 1)
            for rest, kinds in longer.get(words.at(start + 1), ()) if longer else ():
                end = start + 1 + len(rest)
                if texts[start + 1 : end] == rest:
                    yield Thing(kinds, start, end)

    def begin(self, word: str) -> Begun | None:
        """Return what things a word begins; nothing, if there are none."""
        found = Begun(self.ending(word) | self.lexicon.things.get(word, {}).get("", 0), {})
        for text, kinds in self.lexicon.things.get(word, {}).items():
            if text:
                rest = tuple(text.split())
                found.longer.setdefault(rest[0], []).append((rest, kinds))
        return found if found.alone or found.longer else None

    def ending(self, word: str) -> int:
        """Return the bits of the lists that have how a word ends."""
        found = 0
        for size in ENDINGS if len(word) >= SHORTEST else ():
            found |= self.lexicon.endings.get(word[-size:], 0)
        return found

    def doings(self, words: Words, wanted: int) -> Iterator[Doing]:
        """Yield the idioms of a sentence that stand in one of the lists that are wanted."""
        for start, known in enumerate(map(self.idioms.__getitem__, words.texts)):
            if known and known.kinds & wanted:
                yield from begun_at(words, start, known, wanted)

    def learn(self, word: str) -> Idioms | None:
        """Return what idioms a word begins; nothing, if there are none."""
        every, by_second = 0, dict[str, list[Idiom]]()
        for text, forms in self.lexicon.doings.get(word, {}).items():
            kinds = 0
            for bits in forms.values():
                kinds |= bits
            every |= kinds
            rest = tuple(text.split())
            idiom = Idiom(rest, kinds, forms, needs_of(rest))
            for second in seconds_of(rest):
                by_second.setdefault(second, []).append(idiom)
        return Idioms(every, by_second) if every else None


def begun_at(words: Words, start: int, known: Idioms, wanted: int) -> Iterator[Doing]:
    """Yield the idioms that a word begins; those that end together are one."""
    met: dict[tuple[int, int, Span], set[str]] = {}
    for rest, kinds, forms, needs in known.before(words.at(start + 1)):
        if not kinds & wanted or (needs and needs.isdisjoint(words.texts)):
            continue
        if found := follow(words, start + 1, rest):
            for form, bits in forms.items():
                if bits & wanted:
                    met.setdefault((bits & wanted, *found), set()).add(form)
    for (kinds, end, gap), names in met.items():
        yield Doing(kinds, frozenset(names), start, end, gap)


def needs_of(rest: Rest) -> frozenset[str]:
    """Return the words of the first part of an idiom that stands for itself; none if none does."""
    closed = (part for part in rest if part not in OPEN and not part.endswith("?"))
    return frozenset(next(closed, "").split("|")) - {""}


def seconds_of(rest: Rest) -> Sequence[str]:
    """Return the words of which one must come first in the rest of an idiom, or ANY."""
    first = rest[0] if rest else OBJECT
    if first.removesuffix("?") in OPEN:
        return (ANY,)
    words = first.removesuffix("?").split("|")
    return [*words, *seconds_of(rest[1:])] if first.endswith("?") else words


def is_head(words: Words, thing: Thing, end: int) -> bool:
    """Tell whether a thing is what an object that ends there is about: pills, not pill boxes."""
    after = words.at(thing.end)
    plain = not after or after in STOPS or is_adverb(after) or after.isdigit()
    return thing.end == end or plain or after.endswith("ing")
