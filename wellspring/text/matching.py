"""Where words occur in what a reader reads; called by decide and by the checking rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import Pattern

from wellspring.model.post import Post


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a post's words and the line it starts on (0: it is in the front matter)."""

    text: str
    line: int


def passages(post: Post) -> tuple[Passage, ...]:
    """Return everything of a post that a reader reads: title, subtitle and body."""
    return (Passage(post.title, 0), Passage(post.subtitle, 0), Passage(post.prose, post.prose_line))


def find_words(
    pattern: Pattern[str], unless: Pattern[str] | None, text: str
) -> Iterator[tuple[str, int]]:
    """Yield (words, offset) of each match that touches no `unless` span."""
    spans: list[tuple[int, int]] | None = None
    for match in pattern.finditer(text):
        if spans is None:
            spans = [found.span() for found in unless.finditer(text)] if unless else []
        if not any(start < match.end() and match.start() < end for start, end in spans):
            yield match[0], match.start()
