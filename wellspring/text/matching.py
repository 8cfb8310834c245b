"""What a reader reads of a post, in stretches; called by decide and by the change guard."""

from dataclasses import dataclass

from wellspring.model.post import Post


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a post's words and the line it starts on (0: it is in the front matter)."""

    text: str
    line: int


def passages(post: Post) -> tuple[Passage, ...]:
    """Return everything of a post that a reader reads: title, subtitle, summary and body."""
    head = (Passage(text, 0) for text in (post.title, post.subtitle, post.summary))
    return (*head, Passage(post.prose, post.prose_line))
