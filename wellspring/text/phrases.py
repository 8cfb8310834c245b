"""The expressions of rules as people write them: plain words with blanks and `{lists}`.

A phrase is a regular expression over a sentence as Reading gives it: small letters, straight
quotes, single blanks. It starts and ends at a word's edge. `{treatment}` stands for the words of
editorial/vocabulary/treatment.toml. Called by the loaders of rules and excuses.
"""

from collections.abc import Iterable
from functools import partial

from wellspring.model.phrase import LIST, Group, Phrase
from wellspring.text.anchors import anchors, ends_in_words, known_of
from wellspring.text.compiled import freeze
from wellspring.text.spellings import Known

FIRST_SIGN = 0xE100
# Anywhere but within a word; and the same where a word's letter follows, or stands before it.
EDGE = r"(?:(?<!\w)|(?!\w))"
BEFORE_WORD, BEHIND_WORD = r"(?<!\w)", r"(?!\w)"


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
        short = self.shorten(expression)
        groups = tuple(self.shared(group) for group in anchors(short, self.known))
        first, last = ends_in_words(short, self.known)
        lead, tail = BEFORE_WORD if first else EDGE, BEHIND_WORD if last else EDGE
        written = f"{lead}(?:{expression}){tail}"
        code = partial(bytes, freeze(self.write_out(written)))
        return Phrase(written, groups, code, self.written)

    def shared(self, group: Group) -> Group:
        """Return the first of all groups that are equal to one: most stem from the same lists."""
        return self.groups.setdefault(group, group)
