"""Cut a reading into windows, the stretches that the second reader reads at once.

A window is some sentences that stand together, with marks for what they are: a heading, a quote, a
list's item, a sentence with a source. Called by checking.second and by what teaches it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from wellspring.model.reading import Block, Reading, Sentence

# Words of a window: of one that is long enough to end with its block, and of the longest.
ENOUGH, MOST = 32, 72
# What stands before a sentence of a block, and behind one that has a source.
MARKS = {
    "title": "[title] ",
    "heading": "[heading] ",
    "quote": "[quote] ",
    "item": "[item] ",
    "footnote": "[note] ",
    "table": "[table] ",
}
CITED = " [source]"


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that are read at once: `text` with its marks, `starts` of each sentence in it.

    The first `known` of them were read before, and stand here for what comes after them.
    """

    text: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    known: int = 0


def windows(reading: Reading) -> Iterator[Window]:
    """Yield the windows of a reading, in order."""
    part: list[Sentence] = []
    known = words = 0
    for sentence in reading.sentences:
        length = len(sentence.text.split())
        if len(part) > known and ends_before(sentence, part[-1].block, words, length):
            yield window(part, known, reading)
            last, words = part[-1], len(part[-1].text.split())
            carried = last.block is sentence.block and words + length <= MOST
            part, known, words = ([last], 1, words) if carried else ([], 0, 0)
        part.append(sentence)
        words += length
    if len(part) > known:
        yield window(part, known, reading)


def ends_before(sentence: Sentence, block: Block, words: int, length: int) -> bool:
    """Tell whether a window with some words ends before a sentence."""
    if words + length > MOST:
        return True
    return sentence.block is not block and (
        words >= ENOUGH or (sentence.block.kind == "heading" and block.kind != "heading")
    )


def window(sentences: list[Sentence], known: int, reading: Reading) -> Window:
    """Return some sentences as one text."""
    text, starts = "", list[int]()
    last: Block | None = None
    for sentence in sentences:
        mark = MARKS.get(sentence.block.kind, "") if sentence.block is not last else ""
        starts.append(len(text) + len(mark))
        cited = CITED if sentence.number in reading.cited else ""
        text += f"{mark}{sentence.text}{cited} "
        last = sentence.block
    return Window(text.strip(), tuple(sentences), tuple(starts), known)
