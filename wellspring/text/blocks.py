"""Cut the words of a Markdown body into blocks; called by reading.

Works on prose (wellspring.text.prose), where code and addresses are blank, so that a line's first
characters say what it is (https://spec.commonmark.org/0.31.2/#blocks-and-inlines). Nesting is
flattened: a rule asks whether words are quoted, not how deep.
"""

import re
from collections.abc import Iterator

from wellspring.model.reading import Block, BlockKind

HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]|(?=[^#\s]))")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
QUOTE = re.compile(r"[ \t]*>")
EMPTY_QUOTE = re.compile(r"[ \t>]*$")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\n]+\]:")
TABLE_ROW = re.compile(r"[ \t]*\|.*\|?[ \t]*$")
# A line as long as this was not broken to fit a window: its end is meant.
UNBROKEN = 140
RULE = re.compile(r"[ \t>]*(?:[-*_][ \t]*){3,}$|[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$")


class Cutter:
    """Gathers lines into blocks: a block ends where one of another kind starts."""

    def __init__(self, body: str, first_line: int) -> None:
        # Who never breaks lines to fit a window means every end of a line.
        self.unbroken = any(len(line) >= UNBROKEN for line in body.split("\n"))
        self.body = body
        self.first_line = first_line
        self.kind: BlockKind | None = None
        self.level = 0
        self.start = self.end = self.line = 0

    def close(self) -> Iterator[Block]:
        """Yield the block that is open, if there is one."""
        if self.kind:
            source = self.body[self.start : self.end]
            yield Block(self.kind, source, self.start, self.first_line + self.line, 1, self.level)
        self.kind, self.level = None, 0

    def open(self, kind: BlockKind, start: int, end: int, line: int) -> None:
        """Start a block with its first line."""
        self.kind, self.start, self.end, self.line = kind, start, end, line


def cut_blocks(body: str, prose: str, first_line: int) -> Iterator[Block]:
    """Yield the blocks of a body; `prose` is as long as it, `first_line` its place in the file."""
    cutter = Cutter(body, first_line)
    start = 0
    for number, line in enumerate(prose.split("\n")):
        end = start + len(line)
        if not line.strip() or EMPTY_QUOTE.match(line) or is_rule(line, cutter):
            yield from cutter.close()
        elif cutter.kind == "paragraph" and UNDERLINE.match(line):
            cutter.kind, cutter.level = "heading", 1 if "=" in line else 2
            yield from cutter.close()
        else:
            kind, level = kind_of(line)
            apart = cutter.unbroken and kind == "paragraph" and not line.startswith((" ", "\t"))
            if apart or starts_new(kind, line, cutter.kind):
                yield from cutter.close()
                cutter.open(kind, start, end, number)
                cutter.level = level
            cutter.end = end
            if kind in {"heading", "table"}:
                yield from cutter.close()
        start = end + 1
    yield from cutter.close()


def is_rule(line: str, cutter: Cutter) -> bool:
    """Tell whether a line only divides: a thematic break, or a table's second line."""
    return bool(RULE.match(line)) and not (cutter.kind == "paragraph" and UNDERLINE.match(line))


def kind_of(line: str) -> tuple[BlockKind, int]:
    """Return what a line would start, and a heading's level."""
    if heading := HEADING.match(line):
        return "heading", len(heading["marks"])
    if FOOTNOTE.match(line):
        return "footnote", 0
    if QUOTE.match(line):
        return "quote", 0
    if ITEM.match(line):
        return "item", 0
    if TABLE_ROW.match(line):
        return "table", 0
    return "paragraph", 0


def starts_new(kind: BlockKind, line: str, open_kind: BlockKind | None) -> bool:
    """Tell whether a line starts a block rather than going on with the open one."""
    if open_kind is None or kind in {"heading", "footnote", "item", "table"}:
        return True
    if kind == "quote":
        return open_kind != "quote" or bool(ITEM.match(line))
    return open_kind == "heading"
