"""Whom or what a clause is about, by the word in which its subject ends; called by clauses."""

from dataclasses import dataclass, replace

from wellspring.model.frame import Said
from wellspring.text.grammar import (
    DO,
    MARKS,
    MODALS,
    NOBODY,
    NOT_YOURS,
    READERS,
    STOPS,
    SUBJECTS,
    UNDER,
)
from wellspring.text.words import Words

# How many words a condition or a teller may stand apart from what it governs.
NEAR, CLOSE = 8, 3


@dataclass(frozen=True, slots=True)
class Reading:
    """How something is said to be done: to or of whom, and whether that is denied.

    `who` is where the words of its subject end, or -1; `passive`: it is done to the subject.
    """

    said: Said
    denied: bool = False
    who: int = -1
    passive: bool = False
    modal: str = ""

    def turned(self, denied: bool) -> "Reading":  # noqa: FBT001 - a denial more
        """Return this reading, denied once more or not."""
        return replace(self, denied=not self.denied) if denied else self


def by_subject(words: Words, place: int) -> Reading:
    """Tell by the word in which the subject ends who does it, and whether under a condition."""
    said = subject_of(words, place)
    if said == "to-reader" and is_inverted(words, place):
        said = "asked"
    if said != "of-thing" and is_under(words, place):
        said = "if"
    near = range(max(place - CLOSE, 0), place + 1)
    return Reading(said, any(words.at(at) in NOBODY for at in near), place)


def subject_of(words: Words, place: int) -> Said:
    """Tell who or what the word in which a subject ends stands for."""
    subject = words.at(place)
    if subject in {"i", "we"}:
        return "of-writer"
    if subject in READERS:
        return "to-reader" if is_yours(words, place) else "of-somebody"
    if subject in {"it", "this", "that", "these", "which", "those"}:
        return "of-thing"
    return "of-somebody" if subject in STOPS else "of-thing"


def is_yours(words: Words, place: int) -> bool:
    """Tell whether people are the reader's kind: you, your child, anyone; not my child, a child."""
    near = {words.at(at) for at in range(max(place - 2, 0), place)}
    return words.at(place) == "you" or "your" in near or not NOT_YOURS & near


def is_inverted(words: Words, place: int) -> bool:
    """Tell whether a subject stands behind its verb: can you, should people."""
    return words.at(place - 1) in MODALS | DO and not words.at(place - 2).isalpha()


def is_under(words: Words, place: int) -> bool:
    """Tell whether a subject stands in a clause with if, when or before."""
    far = CLOSE if words.at(place) in SUBJECTS else NEAR
    for at in range(place - 1, max(place - far, -1), -1):
        word = words.at(at)
        if word in UNDER or word in MARKS or word in {"and", "so", "but", "that"}:
            return word in UNDER
    return False
