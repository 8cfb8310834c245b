"""What the output must hold: one expectation for each article; made by the build command."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from wellspring.model.disclaimer import Decision
from wellspring.model.post import Post
from wellspring.model.review import ReviewState


@dataclass(frozen=True, slots=True)
class Expectation:
    """A page, relative to the output folder, and what its post's decision asks of it.

    Without a `review` the page need not say who stands for it, as in a site of another theme.
    """

    page: str
    post: Post
    decision: Decision
    review: ReviewState | None = None


def expect(
    posts: Mapping[str, Post],
    decisions: Mapping[str, Decision],
    reviews: Mapping[str, ReviewState],
    page_of: Callable[[Post], str],
) -> tuple[Expectation, ...]:
    """Return what must be written for each post; `page_of` is empty for one without a page.

    `posts`, `decisions` and `reviews` go by the same paths.
    """
    return tuple(
        Expectation(page, post, decisions[path], reviews[path])
        for path, post in posts.items()
        if (page := page_of(post))
    )


def squeezed(text: str) -> str:
    """Return text with single blanks, for what the same program wrote in two places."""
    return " ".join(text.split())


def words(text: str) -> str:
    """Return text as its words alone, so that typography and markup cannot make a difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=256)
def markdown_words(text: str) -> str:
    """Return the words of a short Markdown text, without the addresses of its links."""
    return words(re.sub(r"\]\([^)]*\)", "]", text))
