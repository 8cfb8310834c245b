"""Which of a topic's words a post holds; called by decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from wellspring.model.post import Post
from wellspring.model.topic import Topic
from wellspring.text.matching import find_words, passages


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic's word as written, and its line (0: it is in the front matter)."""

    word: str
    line: int


def find_topic(topic: Topic, post: Post) -> Iterator[Hit]:
    """Yield the words of a post that belong to a topic, in reading order."""
    if topic.terms is None:
        return
    for passage in passages(post):
        for word, offset in find_words(topic.terms, topic.unless, passage.text):
            line = passage.line + passage.text.count("\n", 0, offset) if passage.line else 0
            yield Hit(word, line)
