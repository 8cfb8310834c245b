"""The words of a sentence, contractions and hyphens taken apart; called by clauses and frames.

“you'll” is two words, so that who does something and how stand apart; “blood-pressure” is two, so
that it is found however it is written.
"""

import re
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
    texts: list[str] = []
    starts: list[int] = []
    for found in WORD.finditer(JOINED.sub(" ", text)):
        word, start = found[0], found.start()
        parts = SHORT.fullmatch(word) if "'" in word else None
        for part in parts.groups() if parts else (word,):
            texts.append(part)
            starts.append(start)
            start += len(part)
    ends = tuple(start + len(word) for start, word in zip(starts, texts, strict=True))
    return Words(tuple(texts), tuple(starts), ends, len(texts))
