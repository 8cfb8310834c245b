"""What a network says of the lines of a page, which has heard what rules say; called by story.

Rules know what somebody foresaw, and every site has pages of its own. The network has learned from
pages what stands around a story, and when rules are right (docs/decisions/0014).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wellspring.importing.line import Line, straight
from wellspring.importing.line_looks import looks_of
from wellspring.model.importing import LineReader

ROLES = (
    "page",
    "title",
    "subtitle",
    "byline",
    "paragraph",
    "heading",
    "item",
    "bio",
    "link",
    "tag",
)
BODY = frozenset({"paragraph", "heading", "item"})
# Of fewer lines it has too little around each to tell more than rules do.
LEAST_LINES = 20


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What each filled line most likely is, and how likely in each role, by the line's number."""

    roles: Mapping[int, str] = field(default_factory=dict)
    shares: Mapping[int, Mapping[str, float]] = field(default_factory=dict)

    def is_body(self, line: Line) -> bool:
        """Tell whether a line is a part of the story."""
        return self.roles.get(line.number) in BODY

    def all_of(self, role: str, lines: Sequence[Line]) -> list[Line]:
        """Return the lines in a role."""
        return [line for line in lines if self.roles.get(line.number) == role]


def look_again(lines: Sequence[Line], reader: LineReader, fates: Mapping[int, str]) -> SecondLook:
    """Return what a network says of the lines of a page; `fates` are what rules made of them."""
    filled = [line for line in lines if line.text]
    if len(filled) < LEAST_LINES:
        return SecondLook()
    texts = [straight(line.text).lower() for line in filled]
    found = reader.read(texts, all_looks(filled, len(lines), fates))
    shares = {
        line.number: dict(zip(ROLES, some, strict=True))
        for line, some in zip(filled, found, strict=True)
    }
    return SecondLook(
        {number: max(some, key=some.__getitem__) for number, some in shares.items()}, shares
    )


def all_looks(filled: Sequence[Line], total: int, fates: Mapping[int, str]) -> list[list[float]]:
    """Return the looks of lines, with what rules made of each."""
    return [
        [*looks, *(float(fates.get(line.number) == role) for role in ROLES)]
        for line, looks in zip(filled, looks_of(filled, total), strict=True)
    ]
