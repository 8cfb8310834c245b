"""Which texts are about the same: by the words that are frequent in them and rare elsewhere.

TF-IDF with cosine similarity (https://nlp.stanford.edu/IR-book/, chapter 6). Each text keeps its
heaviest words only, so the work grows with the number of texts and not with its square as long
as words are spread. Called by the articles plugin.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

WORD = re.compile(r"[^\W\d_]{3,}")
HEAVIEST = 24
# A word in more texts than this joins them for no reason; it also bounds the work.
MOST_TEXTS = 200
LEAST = 0.08

Weights = dict[str, float]


def related_texts(texts: Mapping[str, str], most: int) -> dict[str, tuple[str, ...]]:
    """Return for each text the names of up to `most` others, the closest first."""
    weights = weigh(texts)
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, words in weights.items():
        for word, weight in words.items():
            holders[word].append((name, weight))
    return {name: tuple(closest(name, words, holders, most)) for name, words in weights.items()}


def weigh(texts: Mapping[str, str]) -> dict[str, Weights]:
    """Return the heaviest words of each text, their weights scaled to a length of 1."""
    counts = {name: Counter(WORD.findall(text.casefold())) for name, text in texts.items()}
    spread = Counter(word for words in counts.values() for word in words)
    limit = min(MOST_TEXTS, max(2, len(texts) // 2))
    return {
        name: scaled(
            {
                word: (1 + math.log(count)) * math.log((1 + len(texts)) / spread[word])
                for word, count in words.items()
                if 1 < spread[word] <= limit
            }
        )
        for name, words in counts.items()
    }


def scaled(weights: Weights) -> Weights:
    """Return the heaviest words with their weights scaled to a length of 1."""
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: weight / length for word, weight in heaviest}


def closest(
    name: str, words: Weights, holders: Mapping[str, list[tuple[str, float]]], most: int
) -> Iterator[str]:
    """Yield the texts that share the most weight, the closest first."""
    shared: dict[str, float] = defaultdict(float)
    for word, weight in words.items():
        for other, others in holders[word]:
            shared[other] += weight * others
    shared.pop(name, None)
    near = sorted((-weight, other) for other, weight in shared.items() if weight >= LEAST)
    yield from (other for _, other in near[:most])
