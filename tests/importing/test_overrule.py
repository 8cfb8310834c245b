"""A second look has its way, and every line stays accounted for."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.importing.score import STYLE
from tests.importing.small_stories import PROSE
from wellspring.importing.bylines import name_in
from wellspring.importing.second_look import ROLES
from wellspring.importing.story import Story, read_story

# A page is told from a note by how much stands on it.
MENU = [("page", word) for word in ("Home", "About", "Shop", "News", "Help", "Cart")] * 3


class Seen:
    """Says of each line what a test says it sees."""

    def __init__(self, roles: Sequence[str]) -> None:
        self.roles = roles

    def read(self, texts: Sequence[str], looks: Sequence[Sequence[float]]) -> list[list[float]]:
        assert len(texts) == len(looks) == len(self.roles)
        return [[float(role == seen) for role in ROLES] for seen in self.roles]


def read(*rows: tuple[str, str]) -> Story:
    """Return the story of lines, each with the role that the second look sees."""
    all_rows = [*MENU, *rows]
    text = "\n".join([*(word for _, word in MENU), "", "\n\n".join(line for _, line in rows)])
    style = replace(STYLE, lines=Seen([role for role, _ in all_rows]))
    return read_story(text.encode(), "x.txt", style)


def texts(story: Story) -> list[tuple[str, str]]:
    """Return the kinds and words of a story's blocks."""
    return [(block.kind, block.text) for block in story.blocks]


def test_what_rules_see_too_stays() -> None:
    story = read(("title", "A Slow Walk"), ("byline", "By Robin Example"), ("paragraph", PROSE))
    assert (story.title, story.author) == ("A Slow Walk", "Robin Example")
    assert texts(story) == [("paragraph", PROSE)]
    assert [note for note in story.unsure if note.kind in {"page", "kept"}] == []


def test_another_title_and_subtitle() -> None:
    story = read(
        ("page", "The Long Evening Gazette"),
        ("title", "Hinge"),
        ("subtitle", "What a knee can learn"),
        ("paragraph", PROSE),
    )
    assert (story.title, story.subtitle) == ("Hinge", "What a knee can learn")
    assert "The Long Evening Gazette" in [note.text for note in story.stripped]


def test_a_part_of_the_page_goes_and_is_named() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("page", "Enjoying the Kettle? Forward it to a friend who hurries."),
        ("paragraph", PROSE.replace("hour", "day")),
    )
    assert len(story.blocks) == len(["one", "other"])
    noted = [note.text for note in story.unsure if note.kind == "page"]
    assert noted == ["Enjoying the Kettle? Forward it to a friend who hurries."]


def test_what_readers_may_have_said_is_not_repeated() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("page", f"I walk like that too. {PROSE}"),
    )
    assert texts(story) == [("paragraph", PROSE)]
    assert story.stripped[-1].text == ""
    assert not any("I walk like that too" in note.text for note in story.unsure)


def test_headings_and_items() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("heading", "1) Give the walk a job."),
        ("paragraph", "Take along:"),
        ("item", "A cup. A lamp. It is dark on the way."),
        ("item", "A whistle"),
        ("paragraph", PROSE.replace("hour", "day")),
    )
    kinds = [kind for kind, _ in texts(story)]
    assert kinds == ["paragraph", "heading", "paragraph", "item", "item", "paragraph"]


def test_a_bio_and_what_else_to_read() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("link", "How to mend a slow knee"),
        ("bio", "Walks, mostly. Lives above a shop."),
    )
    assert [link.title for link in story.links] == ["How to mend a slow knee"]
    assert [line.text for line in story.bio] == ["Walks, mostly. Lives above a shop."]


def test_a_story_below_a_story_is_none() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("page", "Comments (2)"),
        ("page", "Sam Sample"),
        ("page", "2 days ago"),
        ("paragraph", f"I had that with my hip. {PROSE}"),
    )
    assert texts(story) == [("paragraph", PROSE)]


def test_nothing_that_is_a_story_changes_nothing() -> None:
    story = read(("page", "A Slow Walk"), ("page", "By Robin Example"), ("page", PROSE))
    assert texts(story) == [("paragraph", PROSE)]


def test_of_a_few_lines_rules_tell_alone() -> None:
    style = replace(STYLE, lines=Seen([]))
    story = read_story(f"A Slow Walk\n\n{PROSE}".encode(), "x.txt", style)
    assert (story.title, texts(story)) == ("A Slow Walk", [("paragraph", PROSE)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("by Marit Solvang-Dray", "Marit Solvang-Dray"),
        ("WORDS: Ottoline Brace", "Ottoline Brace"),
        ("Posted by Robin Example on June 5, 2024", "Robin Example"),
        ("👤 Rufus A. Penhallow", "Rufus A. Penhallow"),
        ("Robin Example | 4 min read", "Robin Example"),
        ("Story and photos by Robin de la Example, staff", "Robin de la Example"),
    ],
)
def test_the_name_in_a_byline(text: str, name: str) -> None:
    assert name_in(text) == name
