"""What networks say of hyphens that may be lost dashes; called by dash_leaning.

A small one reads the sentence around each hyphen, and where it is in doubt, the larger one that
taught it. They know prose whose dashes were known (docs/decisions/0013,
`tests.importing.teach`).
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

NETWORK = Path(__file__).with_name("joints.npz")
CLOSE = Path(__file__).with_name("joints_close.npz")
JOIN = " [join] "
JOINED = re.compile(r"(?<=[\w'’.\"”)*])-(?=[\w'’\"“(*])")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
# Words of a stretch that is read at once.
ENOUGH, MOST = 24, 70
KEPT = 256
# In logits: what the small one says less surely, the larger one is asked.
DOUBT = 5.0


class Reader(Protocol):
    """What Joints asks: a network, or what a test puts in its place."""

    def read_at(self, text: str, places: Sequence[int]) -> dict[int, float]:
        """Return how far the marks at some places of a text lean to dashes, in logits."""


class Joints:
    """Weighs hyphens; what the stretches of a few texts come to is kept."""

    def __init__(self) -> None:
        self.networks: dict[Path, Reader] = {}
        self.last: tuple[str, list[tuple[int, str]]] = ("", [])
        self.read: dict[str, dict[int, float]] = {}

    def weigh(self, text: str, at: int) -> float | None:
        """Return how far the hyphen at a place of a text leans to a dash, in logits.

        None stands for one that is too far behind in its stretch to be read.
        """
        start, part = [each for each in self.cut(text) if each[0] <= at][-1]
        if part not in self.read:
            if len(self.read) > KEPT:
                self.read.clear()
            self.read[part] = dict(self.weights(part))
        return self.read[part].get(at - start)

    def weights(self, part: str) -> Iterator[tuple[int, float]]:
        """Yield the places of a stretch's hyphens, and how far each leans to a dash."""
        marked, places = marked_joins(part)
        said = self.fetched(NETWORK).read_at(marked, places)
        doubtful = [place for place, weight in said.items() if abs(weight) < DOUBT]
        if doubtful:
            said |= self.fetched(CLOSE).read_at(marked, doubtful)
        for found, place in zip(JOINED.finditer(part), places, strict=True):
            if place in said:
                yield found.start(), said[place]

    def cut(self, text: str) -> list[tuple[int, str]]:
        """Return the stretches of a text; those of the last one are kept."""
        if text != self.last[0]:
            self.last = (text, list(stretches(text)))
        return self.last[1]

    def fetched(self, path: Path) -> Reader:
        """Return a network; few texts need one."""
        if path not in self.networks:
            from wellspring.text.network import Network

            self.networks[path] = Network(path)
        return self.networks[path]


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a text that are read at once, and where each starts."""
    start = 0
    for end in [*(found.end() for found in SENTENCE_END.finditer(text)), len(text)]:
        if len(text[start:end].split()) >= ENOUGH or end == len(text):
            yield from short(start, text[start:end])
            start = end


def short(start: int, text: str) -> Iterator[tuple[int, str]]:
    """Yield a stretch, in parts if it is too long."""
    words = [found.start() for found in re.finditer(r"\S+", text)]
    for first in range(0, len(words), MOST):
        end = words[first + MOST] if first + MOST < len(words) else len(text)
        yield start + words[first], text[words[first] : end]


def marked_joins(text: str) -> tuple[str, list[int]]:
    """Return a text with marks for its hyphens, and the places of the marks in it."""
    places, shift = list[int](), 0
    for found in JOINED.finditer(text):
        places.append(found.start() + shift + 1)
        shift += len(JOIN) - 1
    return JOINED.sub(JOIN, text), places
