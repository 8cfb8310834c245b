"""A disclaimer: a notice that an article must carry, and the decision that says so."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from wellspring.model.crisis_line import CrisisLine
from wellspring.model.place import Place
from wellspring.model.post import Waiver

ReasonKind = Literal["front matter", "category", "tag", "word", "implied"]


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """One file under editorial/disclaimers/. `text` is Markdown; severity 100 is gravest.

    A `binding` one cannot be waived while words of its topics stand in the text.
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
    checked_at: Place = field(default=Place("editorial/disclaimers"), compare=False)


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
    """All that one article must carry, gravest first, and what was waived."""

    requirements: tuple[Requirement, ...] = ()
    crisis_lines: tuple[CrisisLine, ...] = ()
    waived: tuple[Waived, ...] = ()

    @property
    def disclaimers(self) -> tuple[Disclaimer, ...]:
        """Return the disclaimers alone, gravest first."""
        return tuple(requirement.disclaimer for requirement in self.requirements)
