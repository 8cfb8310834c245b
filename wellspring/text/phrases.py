"""The expressions of rules as people write them: plain words with blanks and `{lists}`.

A phrase is a regular expression over a sentence as Reading gives it: small letters, straight
quotes, single blanks. It starts and ends at a word's edge. `{treatment}` stands for the words of
editorial/vocabulary/treatment.toml. Called by the loaders of rules and excuses.
"""

import re
from collections.abc import Iterable

from wellspring.model.phrase import Anchor, Phrase
from wellspring.text.anchors import Known, anchors, known_of
from wellspring.text.compiled import freeze

Group = tuple[Anchor, ...]
LIST = re.compile(r"\{([a-z][a-z-]*)\}")
FIRST_SIGN = 0xE100
# Anywhere but within a word.
EDGE = r"(?:(?<!\w)|(?!\w))"


class Vocabulary:
    """Word lists by name, each also as one sign, so that what it holds is told only once."""

    def __init__(self) -> None:
        self.written: dict[str, str] = {}
        self.signs: dict[str, str] = {}
        self.known: dict[str, Known] = {}
        self.groups: dict[Group, Group] = {}
        self.phrases: dict[str, Phrase] = {}

    def add(self, name: str, words: Iterable[str]) -> None:
        """Add a list. Raises KeyError for an unknown list within it, re.error for no expression."""
        whole = f"(?:{'|'.join(words) or '(?!)'})"
        known = known_of(self.shorten(whole), self.known)
        self.written[name] = self.write_out(whole)
        self.signs[name] = sign = chr(FIRST_SIGN + len(self.signs))
        self.known[sign] = known

    def write_out(self, expression: str) -> str:
        """Return an expression with its lists written out. Raises KeyError for one that is none."""
        return LIST.sub(lambda match: self.written[match[1]], expression)

    def shorten(self, expression: str) -> str:
        """Return an expression with a sign for each list. Raises KeyError for one that is none."""
        return LIST.sub(lambda match: self.signs[match[1]], expression)

    def phrase(self, expression: str) -> Phrase:
        """Return the phrase that an expression means. Raises KeyError or re.error."""
        found = self.phrases.get(expression)
        if found is None:
            self.phrases[expression] = found = self.read(expression)
        return found

    def read(self, expression: str) -> Phrase:
        """Return a phrase that has not been asked for before. Raises KeyError or re.error."""
        first, others = anchors(self.shorten(expression), self.known)
        whole = rf"{EDGE}(?:{self.write_out(expression)}){EDGE}"
        groups = tuple(self.shared(group) for group in others)
        return Phrase(whole, self.shared(first), groups, freeze(whole))

    def shared(self, group: Group) -> Group:
        """Return the first of all groups that are equal to one: most stem from the same lists."""
        return self.groups.setdefault(group, group)
