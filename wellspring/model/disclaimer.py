"""A disclaimer: a notice that an article must carry, and the decision that says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from wellspring.model.crisis_line import CrisisLine
from wellspring.model.drug import DrugNote
from wellspring.model.place import Place
from wellspring.model.post import Waiver

ReasonKind = Literal["front matter", "category", "tag", "word", "implied"]
# `top`: in full above the text, as long as it is among the gravest; `end`: a line above the text,
# and in full after it.
Placement = Literal["top", "end"]
# Without a topic that asks for more, facts are looked at again after two years. The Patient
# Information Forum's PIF TICK asks for three at most (https://piftick.org.uk/).
GENERAL_REVIEW_DAYS = 730
MOST_REVIEW_DAYS = 1095
# How many stand in full above a text: more would push the text off a telephone's first screens.
MOST_IN_FULL = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A disclaimer's words in one language; `text` is Markdown.

    `reviewed_by` names the person who has checked a translation.
    """

    title: str
    label: str
    brief: str
    text: str
    reviewed_by: str = ""


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """One file under editorial/disclaimers/. `text` is Markdown; severity 100 is gravest.

    A `binding` one cannot be waived while words of its topics stand in the text.
    `languages` holds its words in other languages, by ISO 639 code.
    `checked_at` is where the file says when it was checked.
    """

    id: str
    title: str
    label: str
    brief: str
    text: str
    severity: int
    source: str
    source_title: str
    checked_on: date
    shows_crisis_lines: bool = False
    implies: tuple[str, ...] = ()
    binding: bool = False
    placement: Placement = "top"
    languages: Mapping[str, Wording] = field(default_factory=dict)
    checked_at: Place = field(default=Place("editorial/disclaimers"), compare=False)

    def in_language(self, code: str) -> "Disclaimer":
        """Return this disclaimer in the words of a language that it has."""
        wording = self.languages[code]
        return replace(
            self,
            title=wording.title,
            label=wording.label,
            brief=wording.brief,
            text=wording.text,
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article carries a disclaimer: what asked for it, and where."""

    kind: ReasonKind
    why: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.why} (line {self.line})" if self.line else self.why


@dataclass(frozen=True, slots=True)
class Requirement:
    """A disclaimer together with every reason for it, in reading order."""

    disclaimer: Disclaimer
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """A requirement that somebody has taken away, and said why."""

    requirement: Requirement
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Decision:
    """All that one article must carry, gravest first, and what was waived.

    `review_days` is how long its facts are trusted before somebody must look again; `topics` are
    the ids of what it is about.
    """

    requirements: tuple[Requirement, ...] = ()
    crisis_lines: tuple[CrisisLine, ...] = ()
    waived: tuple[Waived, ...] = ()
    drug_notes: tuple[DrugNote, ...] = ()
    review_days: int = GENERAL_REVIEW_DAYS
    topics: tuple[str, ...] = ()

    @property
    def disclaimers(self) -> tuple[Disclaimer, ...]:
        """Return the disclaimers alone, gravest first."""
        return tuple(requirement.disclaimer for requirement in self.requirements)

    @property
    def in_full(self) -> tuple[Disclaimer, ...]:
        """Return the disclaimers that stand in full above the text."""
        top = [item for item in self.disclaimers if item.placement == "top"]
        return tuple(top[:MOST_IN_FULL])
