"""A finding: one thing that is wrong, said so that its author can mend it."""

from dataclasses import dataclass
from typing import Literal

from wellspring.model.place import Place

Severity = Literal["error", "warning", "suggestion"]


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """What is wrong at a place, and what to do about it, in one message."""

    place: Place
    message: str
    rule: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        kind = "" if self.severity == "error" else f"{self.severity}: "
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.place}: {kind}{self.message}{rule}"
