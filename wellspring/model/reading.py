"""A text as a reader meets it: blocks, and sentences without marks that know where they stand.

Made by wellspring.text.reading; searched by the rules.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from wellspring.model.place import Place

BlockKind = Literal["title", "heading", "paragraph", "quote", "item", "footnote", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text that Markdown shows as one: a paragraph, a heading, a list's item.

    `start` is its offset in the text it is cut from, `line` and `column` are those of its first
    character in the file; `source` is that stretch as written, `level` a heading's.
    """

    kind: BlockKind
    source: str
    start: int
    line: int
    column: int = 1
    level: int = 0

    def place(self, path: str, offset: int) -> Place:
        """Return where the character at an offset in `source` stands."""
        line_start = self.source.rfind("\n", 0, offset) + 1
        column = offset - line_start + (self.column if line_start == 0 else 1)
        return Place(path, self.line + self.source.count("\n", 0, offset), column)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` in small letters with straight quotes and single blanks, for searching.

    `cuts` are pairs of offsets (in `text`, in its block's source) from which on both go in step;
    `end` is where in the source the next sentence starts.
    """

    text: str
    shown: str
    block: Block
    cuts: tuple[tuple[int, int], ...]
    end: int
    number: int

    def source_offset(self, offset: int) -> int:
        """Return where the character at an offset in `text` stands in the block's source."""
        at = bisect_right(self.cuts, (offset, len(self.block.source))) - 1
        reading, source = self.cuts[max(at, 0)]
        return source + offset - reading

    @property
    def start(self) -> int:
        """Return where in the block's source it starts."""
        return self.cuts[0][1]


@dataclass(frozen=True, slots=True)
class Reading:
    """All sentences of a text in order; headings stand among them.

    `headings` gives for each sentence the number of its heading (-1: none), `leads` that of the
    sentence that introduces its list (-1: none), `cited` the numbers of sentences with a source;
    `text` is all sentences, one a line.
    """

    path: str
    sentences: tuple[Sentence, ...]
    headings: tuple[int, ...]
    leads: tuple[int, ...]
    cited: frozenset[int]
    text: str

    def heading_of(self, sentence: Sentence) -> Sentence | None:
        """Return the heading that a sentence stands under."""
        at = self.headings[sentence.number]
        return self.sentences[at] if at >= 0 else None

    def lead_of(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence that introduces the list which a sentence is part of."""
        at = self.leads[sentence.number]
        return self.sentences[at] if at >= 0 else None

    def beside(self, sentence: Sentence, step: int) -> Sentence | None:
        """Return the sentence a step further in the same flow of text: no heading lies between."""
        at = sentence.number + step
        if not 0 <= at < len(self.sentences):
            return None
        other = self.sentences[at]
        apart = {"heading", "title"} & {other.block.kind, sentence.block.kind}
        return None if apart else other

    def block_of(self, sentence: Sentence) -> list[Sentence]:
        """Return all sentences of a sentence's block; they stand side by side."""
        first = last = sentence.number
        while first and self.sentences[first - 1].block is sentence.block:
            first -= 1
        while last + 1 < len(self.sentences) and self.sentences[last + 1].block is sentence.block:
            last += 1
        return list(self.sentences[first : last + 1])
