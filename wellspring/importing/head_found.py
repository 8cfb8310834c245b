"""What the head of a story says; read by head, used by story."""

from dataclasses import dataclass, field
from datetime import date

from wellspring.importing.line import Line, Note, ends_sentence
from wellspring.importing.names import is_told_by_first


@dataclass(slots=True)
class Head:
    """What the head says, where the body starts, and notes on what goes nowhere."""

    title: str = ""
    subtitle: str = ""
    author: str = ""
    # Only where a name stands said that it is the author's.
    guessed: bool = False
    # Whether the subtitle stands in a line that says so: “Subtitle: …”.
    labelled: bool = False
    day: date | None = None
    labels: list[str] = field(default_factory=list)
    community: str = ""
    tags: list[str] = field(default_factory=list)
    start: int = 0
    kept: list[Line] = field(default_factory=list)
    bio: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)

    def tells_of_author(self, text: str) -> bool:
        """Tell whether a sentence above the text says who its author is."""
        return bool(self.author) and ends_sentence(text) and is_told_by_first(text, self.author)
