"""How a line of a page looks, in numbers: its form, its place, what stands around it.

Called by second_look; a network reads the words beside these (text/lines).
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from statistics import median

from wellspring.importing.line import SENTENCE_START, Line, ends_sentence

SIGNS = (
    re.compile(r"[-*•·▪‣●○◦–—+✓✔] "),
    re.compile(r"\(?\d{1,2}[.)] "),
    re.compile(r"#{1,4} "),
    re.compile(r"> "),
    re.compile(r"[\"'“‘]"),
    re.compile(r".*[|·•/»›]"),
    re.compile(r".*(?:https?:|www\.|@\w)"),
    re.compile(r".*#\w"),
    re.compile(r".*©|\(c\)"),
    re.compile(r".*\b(?:19|20)\d\d\b"),
    re.compile(r".*[\U0001F000-\U0001FFFF\u2600-\u27BF]"),
    re.compile(r"[\[(].*[\])]$"),
    re.compile(r"[a-zà-ý]"),
    re.compile(r"\W+$"),
    re.compile(r".*[:]$"),
    re.compile(r".*[,;]$"),
    re.compile(r".*[?!][\"'”’)]?$"),
    re.compile(r".*\d"),
    re.compile(r"\d[\d.,]*[KkMm]?$"),
    re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,3}[A-Z][\w.'’-]*$"),
    re.compile(r".*\b(?:I|my|me|we|our)\b"),
    re.compile(r".*\b[Yy]ou(?:r|'re|’re)?\b"),
    re.compile(r".*[=~_]{2}"),
    re.compile(r".*\S {2,}\S"),
)
WORD = re.compile(r"\w{4,}")
ANY_WORD = re.compile(r"\w+")
NEAR, LONG, FAR = 10.0, 140, 3.0


def looks_of(lines: Sequence[Line], total: int) -> list[list[float]]:
    """Return the looks of filled lines; `total` counts the blank lines of the source too."""
    if not lines:
        return []
    times = Counter(line.plain.casefold() for line in lines)
    texts = "\n".join(line.plain.casefold() for line in lines)
    usual = median(len(line.text) for line in lines)
    long = [at for at, line in enumerate(lines) if len(line.text) >= LONG]
    told = frozenset(long)
    first, last = (long[0], long[-1]) if long else (0, len(lines) - 1)
    said = [set(WORD.findall(line.plain.casefold())) for line in lines]
    story = Counter(word for at in long for word in said[at])
    triples = [threes_of(line.plain.casefold()) for line in lines]
    echoes = Counter(three for at in long for three in triples[at])
    above = [0, *(line.number for line in lines[:-1])]
    below = [*(line.number for line in lines[1:]), total + 1]
    return [
        [
            *own_looks(line),
            *gap(line.number - above[at]),
            *gap(below[at] - line.number),
            near(at),
            near(len(lines) - 1 - at),
            near(max(first - at, 0)),
            near(max(at - last, 0)),
            at / len(lines),
            min(len(line.text) / max(usual, 1), FAR) / FAR,
            share_told(said[at], story, own=at in told),
            share_told(triples[at], echoes, own=at in told),
            float(times[line.plain.casefold()] > 1),
            float(texts.count(line.plain.casefold()) > times[line.plain.casefold()]),
        ]
        for at, line in enumerate(lines)
    ]


def share_told(parts: Collection[str], story: Counter[str], *, own: bool) -> float:
    """Return how many of a line's parts long lines have too; of one of these, other ones."""
    return sum(story[part] > own for part in parts) / max(len(parts), 1)


def threes_of(text: str) -> set[str]:
    """Return three words at a time: a pull quote has those of a sentence, others have not."""
    words = ANY_WORD.findall(text)
    return {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}


def own_looks(line: Line) -> list[float]:
    """Return what a line looks like by itself."""
    text = line.text
    words = text.split()
    letters = [letter for letter in text if letter.isalpha()]
    large = sum(letter.isupper() for letter in letters) / max(len(letters), 1)
    capital = sum(word[0].isupper() for word in words) / max(len(words), 1)
    return [
        math.log1p(len(text)) / 6,
        math.log1p(len(words)) / 5,
        large,
        float(large > 0.9),  # noqa: PLR2004 - shouted, but for a letter such as “iPhone’s”
        capital,
        float(ends_sentence(text)),
        math.log1p(len(SENTENCE_START.findall(text))),
        float(line.indent > 0),
        *(float(sign.match(text) is not None) for sign in SIGNS),
    ]


def gap(lines: int) -> tuple[float, float]:
    """Return whether a blank line stands between two lines, and whether more do."""
    return float(lines > 1), float(lines > 2)  # noqa: PLR2004 - one line is no gap


def near(lines: int) -> float:
    """Return how near something is, in lines: 1 if it is here, little if it is far."""
    return 1 / (1 + lines / NEAR * 3)
