"""The parts that a body is made of; made by blocks, written by markdown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wellspring.importing.line import Line

Kind = Literal[
    "heading", "paragraph", "item", "number", "quote", "rule", "verbatim", "verse", "written"
]
LISTS = ("item", "number")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the body as a part of it; `level` is a heading's, or how deep an item lies.

    `number` is an ordered item's own. What is `verbatim` is a line of Markdown that stays as it is,
    what is `written` a whole block of it, whose `line` has the plain words. A `verse` is several
    lines, each of which stays one.
    """

    kind: Kind
    line: Line
    text: str
    level: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """A line of the body that has not been told yet, with what stands around it."""

    line: Line
    gap: bool


def shapes_of(lines: Sequence[Line]) -> list[Shape]:
    """Return the filled lines, each with whether a gap stands above it."""
    shapes: list[Shape] = []
    gap = False
    for line in lines:
        if line.text:
            shapes.append(Shape(line, gap))
        gap = not line.text
    return shapes
