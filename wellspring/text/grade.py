"""How hard a text is to read, in US school grades; called by the checker.

Flesch–Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
(Kincaid and others 1975, https://apps.dtic.mil/sti/citations/ADA006655). The end of a block ends
a sentence, headings count as sentences, footnotes and tables are left out. Syllables are groups of
vowels, without a silent e: a dictionary would be right more often and would not know “ketamine”.
"""

import re
from collections import Counter
from functools import lru_cache

from wellspring.model.reading import Reading, Sentence

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
SILENT = re.compile(r"[^laeiouy]e$|[^aeiouytd]ed$|[^aeiouycgsxzh]es$")
COUNTED = ("heading", "paragraph", "quote", "item")
LEAST_WORDS = 8
# Of how many words syllables are remembered: as many as a long text has different ones.
KEPT = 10_000


def grade_of(reading: Reading) -> float:
    """Return a text's grade; one without words has grade 0."""
    texts = [sentence.text for sentence in reading.sentences if sentence.block.kind in COUNTED]
    counts = Counter(WORD.findall("\n".join(texts)))
    words = counts.total()
    if not words:
        return 0.0
    sentences = sum(1 for text in texts if WORD.search(text))
    total = sum(syllables(word) * count for word, count in counts.items())
    return formula(words, sentences, total)


def hardest(reading: Reading, number: int = 3) -> list[Sentence]:
    """Return the hardest sentences of a text, hardest first; very short ones are none."""
    graded: list[tuple[float, int, Sentence]] = []
    for sentence in reading.sentences:
        words = WORD.findall(sentence.text)
        if sentence.block.kind in COUNTED and len(words) >= LEAST_WORDS:
            grade = formula(len(words), 1, sum(map(syllables, words)))
            graded.append((-grade, sentence.number, sentence))
    return [sentence for _, _, sentence in sorted(graded)[:number]]


def formula(words: int, sentences: int, all_syllables: int) -> float:
    """Return the Flesch–Kincaid grade level of some counts."""
    return 0.39 * words / sentences + 11.8 * all_syllables / words - 15.59


@lru_cache(maxsize=KEPT)
def syllables(word: str) -> int:
    """Return about how many syllables a word in small letters has, at least one."""
    groups = len(VOWELS.findall(word))
    if groups > 1 and SILENT.search(word):
        groups -= 1
    return max(1, groups)
