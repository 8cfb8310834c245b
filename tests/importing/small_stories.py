"""Small stories that tests write themselves, and what becomes of them."""

from tests.importing.score import GIVEN, STYLE
from wellspring.importing.output import post_text
from wellspring.importing.story import Story, read_story

PROSE = (
    "It took an hour, and the river was as brown as I was by the end of it. I went home for soup."
)
HEAD = "A Slow Walk\nBy Robin Example\nJune 5, 2024\n"


def read(*parts: str) -> Story:
    """Return the story of some lines."""
    return read_story("\n".join(parts).encode(), "x.txt", STYLE)


def post_of(story: Story) -> str:
    """Return the post of a story."""
    return post_text(story, GIVEN, STYLE.shelves)


def body_of(story: Story) -> str:
    """Return what stands below a post's front matter."""
    return post_of(story).split("\n\n", 1)[1].strip()
