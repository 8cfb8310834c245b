"""A heading whose number stands between those of two others, and what only looks like one."""

import pytest

from wellspring.importing.block import Block, Kind
from wellspring.importing.line import Line
from wellspring.importing.numbered import with_headings_alike


def kinds(*rows: tuple[Kind, str]) -> list[str]:
    """Return the kinds of some blocks once their numbers have been looked at."""
    blocks = [Block(kind, Line(at, text), text) for at, (kind, text) in enumerate(rows)]
    return [block.kind for block in with_headings_alike(blocks)]


FIRST: tuple[Kind, str] = ("heading", "1 Why walking")
THIRD: tuple[Kind, str] = ("heading", "3 What comes after")


@pytest.mark.parametrize(
    "rows",
    [
        [FIRST, ("paragraph", "2 cups of tea are enough."), THIRD],
        [FIRST, ("heading", "2 How to begin"), ("item", "2 cups of tea"), THIRD],
        [FIRST, ("item", "2 cups of tea"), ("item", "2 biscuits"), THIRD],
        [FIRST, ("item", "2. cups of tea"), THIRD],
        [FIRST, ("item", "2 cups of tea"), ("heading", "3. What comes after")],
        [FIRST, ("quote", "2 cups of tea"), THIRD],
        [THIRD, ("item", "2 cups of tea"), FIRST],
        [FIRST, ("item", "4 cups of tea"), THIRD],
    ],
)
def test_what_is_no_heading_stays(rows: list[tuple[Kind, str]]) -> None:
    assert kinds(*rows) == [kind for kind, _ in rows]


@pytest.mark.parametrize("kind", ["item", "paragraph", "number"])
def test_the_one_between_is_a_heading(kind: Kind) -> None:
    assert kinds(FIRST, (kind, "2 When to stop"), THIRD) == ["heading"] * 3
