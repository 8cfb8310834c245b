"""What a small network says of hyphens that may be lost dashes; called by dash_leaning.

It reads the sentence around a hyphen, and was taught by prose whose dashes were known
(docs/decisions/0013, `tests.importing.teach`).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wellspring.text.network import Network

NETWORK = Path(__file__).with_name("joints.npz")
JOIN = " [join] "
JOINED = re.compile(r"(?<=[\w'’.\"”)*])-(?=[\w'’\"“(*])")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
# Words of a stretch that is read at once.
ENOUGH, MOST = 24, 70
KEPT = 64


class Joints:
    """Weighs hyphens; what a text's come to is kept while it is read."""

    def __init__(self) -> None:
        self.network: Network | None = None
        self.texts: dict[str, dict[int, float]] = {}

    def weigh(self, text: str, at: int) -> float:
        """Return how far the hyphen at a place of a text leans to a dash, in logits."""
        found = self.texts.get(text)
        if found is None:
            if len(self.texts) > KEPT:
                self.texts.clear()
            self.texts[text] = found = dict(self.read(text))
        return found.get(at, 0.0)

    def read(self, text: str) -> Iterator[tuple[int, float]]:
        """Yield the places of a text's hyphens, and how far each leans to a dash."""
        parts = [part for part in stretches(text) if JOINED.search(part[1])]
        marked = [marked_joins(part) for _, part in parts]
        read = self.fetched().read([each for each, _ in marked]) if marked else []
        for (start, part), (_, places), one in zip(parts, marked, read, strict=True):
            for found, place in zip(JOINED.finditer(part), places, strict=True):
                if place in one.places:
                    yield start + found.start(), one.at(place)

    def fetched(self) -> "Network":
        """Return the network; few texts need it."""
        if self.network is None:
            from wellspring.text.network import Network

            self.network = Network(NETWORK)
        return self.network


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
