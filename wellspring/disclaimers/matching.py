"""Which topics' words and which drugs a post holds; called by decide and by the drug notes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wellspring.house.style import HouseStyle, drug_owner
from wellspring.model.phrase import Expression
from wellspring.model.post import Post
from wellspring.text.matching import Passage, passages
from wellspring.text.terms import Found

# How far around a word `unless` is looked for, in characters: a long sentence.
REACH = 150
# Enough words for an author to see why; the rest would hide the other reasons.
WORDS_NAMED = 3
DRUG = drug_owner("")
SENTENCE_END = re.compile(r"(?=[.!?] |\.\n|\n\n)")
LONG_END = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic's word as written, and its line (0: it is in the front matter)."""

    word: str
    line: int

    def is_same_word(self, word: str) -> bool:
        """Tell whether another word differs in capitals only."""
        return self.word.casefold() == word.casefold()


Hits = Mapping[str, Sequence[Hit]]


class Company:
    """Whether a text's sentences hold what some words need beside them; each is asked once."""

    def __init__(self, text: str, only_if: Mapping[str, Expression]) -> None:
        self.text = text
        self.only_if = only_if
        self.ends: list[int] | None = None
        self.known: dict[tuple[str, int, int], bool] = {}

    def stands_by(self, found: Found) -> bool:
        """Tell whether what a word needs beside it stands in the same sentence."""
        only_if = self.only_if.get(found.owner)
        if only_if is None:
            return True
        if self.ends is None:
            self.ends = [match.start() for match in SENTENCE_END.finditer(self.text)]
        before = bisect_right(self.ends, found.start - LONG_END)
        behind = bisect_left(self.ends, found.end)
        low = self.ends[before - 1] + 1 if before else 0
        high = self.ends[behind] if behind < len(self.ends) else len(self.text)
        key = (found.owner, low, high)
        if key not in self.known:
            self.known[key] = only_if.pattern.search(self.text, low, high) is not None
        return self.known[key]


def find_hits(post: Post, house: HouseStyle) -> Hits:
    """Return the first few different words of a post that belong to topics and drugs, by owner."""
    hits: dict[str, list[Hit]] = {}
    for passage in passages(post):
        company = Company(passage.text, house.only_if)
        for found in house.terms.find(passage.text):
            word = passage.text[found.start : found.end]
            known = hits.get(found.owner, [])
            if len(known) == WORDS_NAMED or any(hit.is_same_word(word) for hit in known):
                continue
            excused = is_excused(house.unless.get(found.owner), passage.text, found)
            if not excused and company.stands_by(found):
                hits.setdefault(found.owner, []).append(Hit(word, line_of(passage, found)))
    return hits


def drugs_in(text: str, house: HouseStyle) -> set[str]:
    """Return the owners of all drugs that a piece of text names."""
    return {
        found.owner
        for found in house.terms.find(text)
        if found.owner.startswith(DRUG)
        and not is_excused(house.unless.get(found.owner), text, found)
    }


def is_excused(unless: Expression | None, text: str, found: Found) -> bool:
    """Tell whether a word stands in a stretch that means something else."""
    if unless is None:
        return False
    low = text.rfind(" ", 0, max(0, found.start - REACH)) + 1
    high = text.find(" ", found.end + REACH)
    spans = unless.pattern.finditer(text, low, len(text) if high < 0 else high)
    return any(span.start() < found.end and found.start < span.end() for span in spans)


def line_of(passage: Passage, found: Found) -> int:
    """Return the line of the file that a found word stands on."""
    return passage.line + passage.text.count("\n", 0, found.start) if passage.line else 0
