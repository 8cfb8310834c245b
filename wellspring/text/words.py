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
    """The words and marks of a sentence in order, each with where it starts and ends."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    count: int

    def __len__(self) -> int:
        return self.count

    def at(self, place: int) -> str:
        """Return the word at a place; none before the first and behind the last."""
        return self.texts[place] if 0 <= place < self.count else ""


def words_of(text: str) -> Words:
    """Return the words of a sentence as Reading gives it."""
    plain = JOINED.sub(" ", text) if "-" in text or "‑" in text else text
    spans = [found.span() for found in WORD.finditer(plain)]
    if "'" in plain:
        spans = [part for start, end in spans for part in parts(plain, start, end)]
    texts = tuple([plain[start:end] for start, end in spans])
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Words(texts, starts, ends, len(texts))


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the two words that a contraction stands for, or that of one word."""
    found = SHORT.fullmatch(text, start, end) if "'" in text[start:end] else None
    if found:
        yield found.span(1)
        yield found.span(2)
    else:
        yield start, end
