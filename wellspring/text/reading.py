"""A body's sentences as they are read aloud: no marks, single blanks, small letters, with places.

Called by the checker. Marks are dropped, not blanked, so that a rule sees `it **cures** all` as a
reader does; every sentence keeps the way back to its characters in the file.
"""

import re
from collections.abc import Iterable, Iterator

from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.model.reading import Block, Reading, Sentence
from wellspring.text.blocks import cut_blocks
from wellspring.text.citing import cited_sentences
from wellspring.text.terms import fold

PLAIN = str.maketrans("‘’‛“”„‟′″\u00a0\u202f‑", '\'\'\'""""\'"  -')
# What stands before a block's first word.
FIRST = re.compile(
    r"[ \t]*(?:>[ \t]*)*(?:\#{1,6}[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+|\[![A-Za-z]+\][ \t]*)?"
)
# A footnote's mark, marks within the line, and all white space but one blank.
DROP = re.compile(
    r"\[\^[^\]\n]+\]:?|[*_~`\[\]\\]+"
    r"|[ \t]{2,}(?=[.,;:!?)])|[ \t]+\n[ \t>]*|\n[ \t>]*|[ \t]{2,}|\t"
)
WHITE = re.compile(r"\s*\n[ \t>]*|[ \t]+\Z|[ \t]{2,}|\t")
ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|fig|no|vol|pp?|ed|eds|al|dr|mr|mrs|ms|prof|st|jr|sr|inc"
    r"|u\.s|u\.k|u\.s\.a|ph\.d|m\.d|a\.m|p\.m|i\.v|b\.c|dept|est)|(?:\A|[\s(])[a-z])\.\Z"
)
LONGEST = 12
END = re.compile(r"(?P<mark>[.!?…]+)[\"')\]]*(?P<gap>\s+)(?P<next>\S)")


def read_text(source: Source, prose: str, shown: Iterable[tuple[str, Place]] = ()) -> Reading:
    """Return the reading of a text whose words are `prose`, as prose_of gives them.

    `shown` are front-matter texts that readers see, with places.
    """
    body, first_line = source.body, source.body_line
    blocks = [Block("title", text, 0, place.line, place.column) for text, place in shown]
    pairs = [(block, block.source) for block in blocks]
    pairs += [
        (block, prose[block.start : block.start + len(block.source)])
        for block in cut_blocks(body, prose, first_line)
    ]
    sentences: list[Sentence] = []
    for block, words in pairs:
        sentences += cut_sentences(block, words, len(sentences))
    return Reading(
        source.path,
        tuple(sentences),
        headings(sentences),
        leads(sentences),
        cited_sentences(sentences),
        "\n".join(sentence.text for sentence in sentences),
    )


def cut_sentences(block: Block, words: str, first: int) -> Iterator[Sentence]:
    """Yield a block's sentences; `words` is its source with what nobody reads blanked out."""
    shown, cuts = without_marks(words)
    text = fold(shown)
    # A row of a table is said in one breath, and its source stands in any of its cells.
    whole = block.kind == "table"
    spans = [(0, len(shown))] if whole else list(sentence_spans(shown, text))
    spans = [span for span in spans if shown[slice(*span)].strip()]
    for number, (start, end) in enumerate(spans):
        own = own_cuts(cuts, start, end)
        last = number + 1 == len(spans)
        after = len(words) if last else source_at(cuts, spans[number + 1][0])
        yield Sentence(text[start:end], shown[start:end], block, own, after, first + number)


def without_marks(words: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a block's words as read, and the offsets from which on they go in step with it."""
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    first = FIRST.match(words)
    length, last = 0, first.end() if first else 0
    for match in DROP.finditer(words, last):
        start, end = match.span()
        piece = words[last:start]
        blank = blank_for(match, words)
        before = piece or (parts[-1] if parts else "")
        if not blank and before.endswith(" ") and words[end : end + 1] == " ":
            end += 1  # what stood between two blanks is gone, and so is one of them
        if piece or not cuts:
            cuts.append((length, last))
        parts += (piece, blank)
        length += len(piece) + len(blank)
        last = end
    cuts.append((length, last))
    parts.append(words[last:])
    return "".join(parts).translate(PLAIN), cuts


def blank_for(match: re.Match[str], words: str) -> str:
    """Return the blank that stands for white space, unless a text or a clause ends there."""
    end = match.end()
    ends = end >= len(words) or words[end] in ".,;:!?)"
    return " " if WHITE.fullmatch(match[0]) and not ends else ""


def sentence_spans(shown: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of sentences; `text` is `shown` in small letters."""
    start = len(shown) - len(shown.lstrip())
    for match in END.finditer(shown):
        if goes_on(match, text):
            continue
        yield start, match.start("gap")
        start = match.end("gap")
    yield start, len(shown.rstrip())


def goes_on(match: re.Match[str], text: str) -> bool:
    """Tell whether a full stop is an abbreviation's, or a spoken `!` that the speaker follows."""
    mark, following = match["mark"], match["next"]
    if mark == ".":
        end = match.end("mark")
        return bool(ABBREVIATION.search(text, max(0, end - LONGEST), end))
    return following.islower()


def own_cuts(cuts: list[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the cuts of a stretch, counted from its own start."""
    inner = [(reading - start, source) for reading, source in cuts if start < reading < end]
    return ((0, source_at(cuts, start)), *inner)


def source_at(cuts: list[tuple[int, int]], offset: int) -> int:
    """Return the place in the source of an offset in the words as read."""
    source = 0
    for reading, there in cuts:
        if reading > offset:
            break
        source = there + offset - reading
    return source


def headings(sentences: list[Sentence]) -> tuple[int, ...]:
    """Return for each sentence the number of the heading it stands under, or -1."""
    found: list[int] = []
    heading = -1
    for sentence in sentences:
        found.append(heading)
        if sentence.block.kind == "heading":
            heading = sentence.number
    return tuple(found)


def leads(sentences: list[Sentence]) -> tuple[int, ...]:
    """Return for each sentence of a list the number of the sentence that introduces it, or -1."""
    found: list[int] = []
    lead = -1
    for sentence in sentences:
        if sentence.block.kind in {"item", "table"}:
            found.append(lead)
            continue
        found.append(-1)
        lead = sentence.number if sentence.text.endswith((":", "…")) else -1
    return tuple(found)
