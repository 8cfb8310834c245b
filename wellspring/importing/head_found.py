"""What the head of a story says; read by head, used by story."""

from dataclasses import dataclass, field
from datetime import date

from wellspring.importing.line import Line, Note


@dataclass(slots=True)
class Head:
    """What the head says, where the body starts, and notes on what goes nowhere."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    # Only where a name stands said that it is the author's.
    guessed: bool = False
    day: date | None = None
    labels: list[str] = field(default_factory=list)
    community: str = ""
    tags: list[str] = field(default_factory=list)
    start: int = 0
    kept: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)
