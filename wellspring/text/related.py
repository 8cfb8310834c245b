"""Which texts are about the same: by the words that are frequent in them and rare elsewhere.

TF-IDF with cosine similarity (https://nlp.stanford.edu/IR-book/, chapter 6). How rare a word is
counts in steps of two, so that one changed text leaves most others as close as they were. Each
text keeps its heaviest words only, so the work grows with the number of texts and not with its
square as long as words are spread. Called by nearby.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]{3,}")
HEAVIEST = 24
# A word in more texts than this joins them for no reason; it also bounds the work.
MOST_TEXTS = 200
LEAST = 0.08

Weights = dict[str, float]
Counts = Mapping[str, Counter[str]]
# Other texts with how much each shares, the closest first.
Close = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Texts by name as their heaviest words, and the texts that hold each word."""

    weights: Mapping[str, Weights]
    holders: Mapping[str, list[tuple[str, float]]]

    def shared_with(self, name: str) -> dict[str, float]:
        """Return how much each other text shares with one, from 0 to 1."""
        shared: dict[str, float] = defaultdict(float)
        for word, weight in self.weights[name].items():
            for other, others in self.holders[word]:
                shared[other] += weight * others
        shared.pop(name, None)
        return shared

    def close_to(self, name: str, most: int) -> Close:
        """Return up to `most` texts that share the most with one."""
        shared = self.shared_with(name).items()
        near = sorted((-weight, other) for other, weight in shared if weight >= LEAST)
        return tuple((other, -weight) for weight, other in near[:most])


@dataclass(frozen=True, slots=True)
class Spread:
    """How many texts there are, and how many have each word."""

    texts: int
    words: dict[str, int]

    def rarity(self, word: str) -> int:
        """Return how often the texts must be halved until only those with a word are left.

        0 for a word that joins no texts: only one has it, or too many.
        """
        having = self.words.get(word, 0)
        limit = min(MOST_TEXTS, max(2, self.texts // 2))
        return ((1 + self.texts) // having).bit_length() if 1 < having <= limit else 0

    def rarities(self, words: Iterable[str]) -> dict[str, int]:
        """Return how rare each of some words is, if it joins texts."""
        return {word: rarity for word in words if (rarity := self.rarity(word))}

    def after(self, old: Iterable[str], new: Iterable[str]) -> "Spread":
        """Return how it is when a text has other words."""
        words = Counter(self.words)
        words.subtract(set(old))
        words.update(set(new))
        return Spread(self.texts, dict(+words))


def related_texts(texts: Mapping[str, str], most: int) -> dict[str, Close]:
    """Return for each text up to `most` others, the closest first."""
    counts = count_words(texts)
    weighed = weigh(counts, spread_of(counts))
    return {name: weighed.close_to(name, most) for name in texts}


def count_words(texts: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Return how often each text has which word."""
    return {name: Counter(WORD.findall(text.casefold())) for name, text in texts.items()}


def spread_of(counts: Counts) -> Spread:
    """Return how many texts have each word."""
    return Spread(len(counts), dict(Counter(word for words in counts.values() for word in words)))


def weigh(counts: Counts, spread: Spread) -> Weighed:
    """Return texts as the heaviest of their words."""
    rare = spread.rarities(spread.words)
    weights = {name: weights_of(words, rare) for name, words in counts.items()}
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, words in weights.items():
        for word, weight in words.items():
            holders[word].append((name, weight))
    return Weighed(weights, holders)


def weights_of(words: Mapping[str, int], rare: Mapping[str, int]) -> Weights:
    """Return the heaviest words of a text with their weights scaled to a length of 1."""
    weights = {
        word: (1 + math.log(count)) * rare[word] for word, count in words.items() if word in rare
    }
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest}


def may_change(
    known: Mapping[str, Close], weighed: Weighed, anew: Iterable[str], most: int
) -> set[str]:
    """Return the texts to which others may be close than before, when some are weighed anew.

    `known` is what was close to each before.
    """
    found = set(anew)
    for name in list(found):
        found |= {other for other, close in known.items() if any(name == one for one, _ in close)}
        for other, weight in weighed.shared_with(name).items():
            last = known[other][-1][1] if len(known[other]) == most else LEAST
            # The same sum in another order may be another number.
            if weight >= last - 1e-9:
                found.add(other)
    return found
