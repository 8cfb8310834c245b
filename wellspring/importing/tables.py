"""Tables of a document that was saved as text, with tabs between cells; called by story."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wellspring.importing.block import Block
from wellspring.importing.line import Line

# Fewer lines with tabs are as likely a menu; longer cells are no table.
LEAST_ROWS, LONGEST_CELL = 3, 120
# What stands before a tab in a list.
MARK = re.compile(r"[^\w\s]+|o|\(?\d{1,3}[.)]|[a-z][.)]")
BAR = re.compile(r"\|")


def tables_in(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each table: some below each other with as many tabs in each."""
    for width, rows in groupby(lines, key=lambda line: len(line.cells)):
        found = list(rows)
        cells = [cell for row in found for cell in row.cells]
        short = max(map(len, cells), default=0) <= LONGEST_CELL
        listed = any(MARK.fullmatch(row.cells[0]) for row in found if row.cells)
        if width and len(found) >= LEAST_ROWS and short and not listed:
            yield found


def with_tables(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """Return blocks with one for each table of which all lines are among them."""
    at = {block.line.number: place for place, block in enumerate(blocks)}
    done = list[Block | None](blocks)
    for table in tables_in(lines):
        places = [at.get(row.number) for row in table]
        first = places[0]
        if first is not None and places == list(range(first, first + len(table))):
            done[first : first + len(table)] = [written(table), *[None] * (len(table) - 1)]
    return [block for block in done if block]


def written(table: Sequence[Line]) -> Block:
    """Return a table in Markdown: https://python-markdown.github.io/extensions/tables/."""
    rows = [f"| {' | '.join(BAR.sub('&#124;', cell) for cell in row.cells)} |" for row in table]
    width = len(table[0].cells)
    return Block("verbatim", table[0], "\n".join([rows[0], f"|{' --- |' * width}", *rows[1:]]))
