"""A rule of the house style: words that must not go out as they stand."""

from dataclasses import dataclass
from re import Pattern
from typing import Literal

from wellspring.model.finding import Severity
from wellspring.model.topic import Examples

RuleKind = Literal["existence"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One file under editorial/rules/<group>/<id>.toml; `message` may hold `{match}`."""

    id: str
    kind: RuleKind
    severity: Severity
    message: str
    why: str
    source: str
    terms: Pattern[str]
    unless: Pattern[str] | None
    examples: Examples
