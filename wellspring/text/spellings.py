"""What parts of a regular expression spell, and how they begin and end; called by anchors.

Python's own parser takes the expression apart; what is not known here counts as unknown. Letters
in `signs` stand for whole word lists, which are told only once.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from wellspring.model.phrase import Anchor

# Letters that no text holds: a word may go on here; a word's edge is here.
WILD, BOUND = "\ue001", "\ue002"
MOST_TEXTS = 600
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
WORD_KINDS = ("CATEGORY_WORD", "CATEGORY_DIGIT")
APART_KINDS = ("CATEGORY_SPACE", "CATEGORY_NOT_WORD")
parser: Any = import_module("re._parser")

Texts = frozenset[str]
Items = Sequence[Any]
Sets = list[frozenset[Anchor]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a word list spells (None: too much to tell), or what it needs, and its two ends.

    `sets` go by whether a word's edge stands before it, and behind it; `ends` by the end
    (0: the first letter, -1: the last) and by whether that is always a word's letter.
    """

    texts: Texts | None
    sets: Mapping[tuple[bool, bool], Sets]
    ends: Mapping[tuple[int, bool], bool]


Signs = Mapping[str, Known]


def is_word(letter: str) -> bool:
    """Tell whether a letter is part of a word."""
    return letter.isalnum() or letter in {"_", WILD}


def spelled(items: Items, signs: Signs) -> Texts | None:
    """Return all that a sequence of parts matches, or None if that is much or unknown."""
    texts: Texts | None = frozenset({""})
    for item in items:
        texts = joined(texts, spelled_by(item, signs))
        if texts is None:
            return None
    return texts


def joined(firsts: Texts | None, seconds: Texts | None) -> Texts | None:
    """Return each of some texts followed by each of others, unless they are too many."""
    if firsts is None or seconds is None or len(firsts) * len(seconds) > MOST_TEXTS:
        return None
    return frozenset(first + second for first in firsts for second in seconds)


def spelled_by(item: Any, signs: Signs) -> Texts | None:  # noqa: ANN401 - parsed
    """Return all that one part matches, or None."""
    name, argument = str(item[0]), item[1]
    if name == "LITERAL":
        letter = chr(argument)
        return signs[letter].texts if letter in signs else frozenset({letter})
    if choices := branches(item):
        return either(spelled(choice, signs) for choice in choices)
    if name == "AT":
        return frozenset({BOUND if str(argument) == "AT_BOUNDARY" else ""})
    if name in {"ASSERT", "ASSERT_NOT"}:
        return frozenset({""})
    inner = inside(name, argument)
    if inner is None or (name in REPEATS and argument[1] != 1):
        return None
    found = spelled(inner, signs)
    return either([found, frozenset({""})]) if name in REPEATS and not argument[0] else found


def branches(item: Any) -> list[Items]:  # noqa: ANN401 - parsed
    """Return the choices that a part gives; none if it gives none. `a|b` is parsed as `[ab]`."""
    name, argument = str(item[0]), item[1]
    if name == "BRANCH":
        return [list(branch) for branch in argument[1]]
    letters = name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument)
    return [[part] for part in argument] if letters else []


def inside(name: str, argument: Any) -> Items | None:  # noqa: ANN401 - parsed
    """Return the parts within a group or a repetition; None for what is neither."""
    if name == "SUBPATTERN":
        # Letters whose capitals make no difference are not looked for.
        return None if argument[1] & re.IGNORECASE else list(argument[3])
    if name == "ATOMIC_GROUP":
        return list(argument)
    return list(argument[2]) if name in REPEATS else None


def either(choices: Iterable[Texts | None]) -> Texts | None:
    """Return what one or another choice spells."""
    found: set[str] = set()
    for choice in choices:
        if choice is None:
            return None
        found |= choice
    return frozenset(found) if len(found) <= MOST_TEXTS else None


@dataclass(frozen=True, slots=True)
class End:
    """One end of an expression, and whether its letter shall be a word's or shall not.

    `side` is 0 for the first letter, -1 for the last.
    """

    side: int
    word: bool
    signs: Signs

    def holds(self, items: Items, beyond: bool) -> bool:  # noqa: FBT001 - what holds past the parts
        """Tell whether the letter at this end is surely such a one."""
        if not items:
            return beyond
        item, rest = items[self.side], items[1:] if self.side == 0 else items[:-1]
        texts = spelled_by(item, self.signs)
        if texts is not None:
            return self.of_texts(texts) and ("" not in texts or self.holds(rest, beyond))
        name, argument = str(item[0]), item[1]
        if name == "LITERAL":
            return self.signs[chr(argument)].ends[self.side, self.word]
        if choices := branches(item):
            return all(self.holds(choice, beyond=False) for choice in choices)
        if name == "IN":
            return all(self.of_set(str(kind), what) for kind, what in argument)
        inner = inside(name, argument)
        within = inner is not None and self.holds(inner, beyond=False)
        optional = name in REPEATS and not argument[0]
        return within and (not optional or self.holds(rest, beyond))

    def of_texts(self, texts: Collection[str]) -> bool:
        """Tell whether all texts but an empty one have such a letter at this end."""
        return all(is_word(text[self.side]) == self.word for text in texts if text)

    def of_set(self, kind: str, what: Any) -> bool:  # noqa: ANN401 - parsed
        """Tell whether what stands in square brackets are such letters."""
        if kind == "CATEGORY":
            return str(what) in (WORD_KINDS if self.word else APART_KINDS)
        if kind == "RANGE":
            return self.word and chr(what[0]).isalnum() and chr(what[1]).isalnum()
        return kind == "LITERAL" and is_word(chr(what)) == self.word
