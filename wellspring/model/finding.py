"""A finding: one thing that is wrong, said so that its author can mend it."""

from dataclasses import dataclass, field
from typing import Literal

from wellspring.model.place import Place

Severity = Literal["error", "warning", "suggestion"]


@dataclass(frozen=True, slots=True)
class Fix:
    """What a finding's words hold that is wrong, what to write for it, and where it begins."""

    was: str
    now: str
    place: Place | None = None


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """What is wrong at a place, and what to do about it, in one message.

    `end` is the place after its last character, `source` the address of who says so, `sentence`
    what it stands in, small and without marks: the same as long as nobody rewrites it.
    """

    place: Place
    message: str
    rule: str = ""
    severity: Severity = "error"
    end: Place | None = field(default=None, compare=False)
    source: str = field(default="", compare=False)
    sentence: str = field(default="", compare=False)
    fix: Fix | None = field(default=None, compare=False)

    @property
    def listed(self) -> str:
        """Return it as it stands in a list of all kinds, where an error, too, says what it is."""
        return self.said_as(f"{self.severity}: ")

    def __str__(self) -> str:
        return self.said_as("" if self.severity == "error" else f"{self.severity}: ")

    def said_as(self, kind: str) -> str:
        """Return it in a line, behind a word for its kind."""
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.place}: {kind}{self.message}{rule}"
