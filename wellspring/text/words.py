"""The words of a sentence, contractions and hyphens taken apart; called by clauses and frames.

“you'll” is two words, so that who does something and how stand apart; “blood-pressure” is two, so
that it is found however it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s]")
SHORT = re.compile(r"(.+?)(n't|'(?:ll|re|ve|d|m|s))")
JOINED = re.compile(r"(?<=\w)[-‑](?=\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a sentence in order; `plain` is the sentence without hyphens."""

    texts: tuple[str, ...]
    plain: str
    count: int

    def __len__(self) -> int:
        return self.count

    def at(self, place: int) -> str:
        """Return the word at a place; none before the first and behind the last."""
        return self.texts[place] if 0 <= place < self.count else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the letters from the first of some words to the last, which is left out."""
        spans = [
            part for found in WORD.finditer(self.plain) for part in parts(self.plain, *found.span())
        ]
        return spans[first][0], spans[last - 1][1]


def words_of(text: str) -> Words:
    """Return the words of a sentence as Reading gives it."""
    plain = JOINED.sub(" ", text) if "-" in text or "‑" in text else text
    texts = WORD.findall(plain)
    if "'" in plain:
        texts = [part for word in texts for part in divided(word)]
    return Words(tuple(texts), plain, len(texts))


def divided(word: str) -> tuple[str, ...]:
    """Return the two words that a contraction stands for, or one word."""
    found = SHORT.fullmatch(word) if "'" in word else None
    return found.groups() if found else (word,)


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of what `divided` makes of a word."""
    for part in divided(text[start:end]):
        yield start, start + len(part)
        start += len(part)
