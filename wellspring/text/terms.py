"""Many lists of words looked up in one pass over a text; built once by load_house.

A text's cost depends on its own length and on what is found, not on how many
terms there are: they are indexed by their first two words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from re import Pattern

WORD = re.compile(r"\w+")
PARTS = re.compile(r"(\w+)")
# Between the words of a term a blank, a line break and a hyphen are one: self-harm, self harm.
BETWEEN = re.compile(r"\s+|\s?[-‑]\s?")
APOSTROPHE = re.compile("['’]")
ALONE = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A term where it stands in a text: whose it is, and its span."""

    owner: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term after its first word: its words' forms, what may stand before each, its owner."""

    owner: str
    rest: tuple[frozenset[str], ...]
    gaps: tuple[Pattern[str], ...]

    def follows(self, words: list[str], position: int) -> bool:
        """Tell whether the words after a position are this term's."""
        following = words[position + 1 : position + 1 + len(self.rest)]
        return len(following) == len(self.rest) and all(
            word in forms for word, forms in zip(following, self.rest, strict=True)
        )


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Terms by the forms of their first word, then by those of their second, or ALONE.

    `texts` are the terms' owners and words, by number; they are taken apart when one is met.
    """

    texts: list[tuple[str, str]] = field(default_factory=list)
    by_words: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    known: dict[int, Term] = field(default_factory=dict, compare=False)

    def term(self, number: int) -> Term:
        """Return a term by its number."""
        found = self.known.get(number)
        if found is None:
            self.known[number] = found = read_term(*self.texts[number])
        return found

    def find(self, text: str) -> Iterator[Found]:
        """Yield every whole-word occurrence of a term, in reading order; they may overlap."""
        parts = PARTS.split(fold(text))
        words = parts[1::2]
        candidates = list(self.candidates(words))
        if not candidates:
            return
        places = list(accumulate(map(len, parts), initial=0))
        for position, term in candidates:
            last = position + len(term.rest)
            between = parts[2 * position + 2 : 2 * last + 1 : 2]
            if all(gap.fullmatch(what) for gap, what in zip(term.gaps, between, strict=True)):
                yield Found(term.owner, places[2 * position + 1], places[2 * last + 2])

    def candidates(self, words: list[str]) -> Iterator[tuple[int, Term]]:
        """Yield the terms whose words stand at a position, whatever stands between them."""
        by_words = self.by_words
        following = [*words[1:], ALONE]
        for position in [place for place, word in enumerate(words) if word in by_words]:
            by_second = by_words[words[position]]
            for number in by_second.get(ALONE, ()):
                yield position, self.term(number)
            second = following[position]
            if second in by_second and second != ALONE:
                for number in by_second[second]:
                    term = self.term(number)
                    if len(term.rest) == 1 or term.follows(words, position):
                        yield position, term


def fold(text: str) -> str:
    """Return a text without capitals, letter by letter, so that places stay the same."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(small if len(small := letter.casefold()) == 1 else letter for letter in text)


def inflections(word: str) -> frozenset[str]:
    """Return a word and its plurals; a possessive's ’s is a word of its own and needs no form."""
    plain = {word, f"{word}s", f"{word}es"}
    return frozenset(plain | {f"{word[:-1]}ies"} if word.endswith("y") else plain)


def index_terms(terms: Mapping[str, Iterable[str]]) -> TermIndex:
    """Index terms, given by the id of their owner; a term is one or more words."""
    index = TermIndex()
    for owner, texts in terms.items():
        for text in texts:
            add_term(index, owner, fold(text))
    return index


def add_term(index: TermIndex, owner: str, text: str) -> None:
    """Add one folded term; a text without words matches nothing."""
    forms = forms_of(WORD.findall(text))
    if not forms:
        return
    for first in forms[0]:
        by_second = index.by_words.setdefault(first, {})
        for second in forms[1] if len(forms) > 1 else (ALONE,):
            by_second.setdefault(second, []).append(len(index.texts))
    index.texts.append((owner, text))


def forms_of(words: list[str]) -> list[frozenset[str]]:
    """Return the forms that each word of a term may have: only the last may be a plural."""
    return [*(frozenset({word}) for word in words[:-1]), *map(inflections, words[-1:])]


def read_term(owner: str, text: str) -> Term:
    """Return a folded term that has words."""
    words = list(WORD.finditer(text))
    gaps = tuple(gap_pattern(text[a.end() : b.start()]) for a, b in pairwise(words))
    return Term(owner, tuple(forms_of([word[0] for word in words])[1:]), gaps)


def gap_pattern(gap: str) -> Pattern[str]:
    """Return what may stand between two words where a term has `gap`."""
    if BETWEEN.fullmatch(gap):
        return BETWEEN
    if APOSTROPHE.fullmatch(gap):
        return APOSTROPHE
    return re.compile(re.escape(gap.strip()) + r"\s*")
