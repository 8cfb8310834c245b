"""A card on the author above a title, and tags above or below a story, as pages have them."""

import pytest

from tests.importing.small_stories import post_of, read
from wellspring.importing.output import author_texts

TITLE = "What the Dog Taught Me About Three in the Morning"
BODY = """I woke every night at three for about a year, and the dog woke with me, the worse for him.
We walked round the block until the bakers came. He knew them all by the end of it, and so did I.
What Helped
Boring things helped: no lamp, no clock, and the same hour every morning."""
BIO = "Walker, baker, list-maker."
BOX = f"Written by\nRobin Example\n{BIO}\nMore from Robin Example"


@pytest.mark.parametrize(
    "card",
    [
        f"Robin Example\n{BIO}\n187\nFollow\nJul 19, 2019\n5 min read",
        f"Robin Example\nRobin Example\n{BIO}\nJul 19, 2019\n5 min read",
        "Robin Example\nJul 19, 2019\n5 min read\n187\n12",
        "Robin Example\n@robinwalks\n12 likes\n2 years ago",
        "Robin Example\n14 Likes",
    ],
)
def test_a_card_on_the_author_is_no_title(card: str) -> None:
    story = read(card, TITLE, BODY, BOX)
    assert (story.title, story.author) == (TITLE, "Robin Example")
    assert post_of(story).endswith(
        "\n\nBoring things helped: no lamp, no clock, and the same hour every morning.\n"
    )
    assert BIO in "".join(author_texts(story).values())
    lines = [note.line for note in story.stripped]
    assert set(range(1, len(card.split("\n")) + 1)) <= set(lines)
    assert len(lines) == len(set(lines))


def test_a_bio_that_only_the_card_has_is_kept() -> None:
    story = read(f"Robin Example\n{BIO}\nJul 19, 2019", TITLE, BODY, "Robin Example")
    assert (story.title, [line.text for line in story.bio]) == (TITLE, [BIO])


def test_a_title_and_a_subtitle_are_no_card() -> None:
    story = read("Silent Sundays", "A year of rest.", "Jul 19, 2019", "The Plan", BODY)
    assert (story.title, story.subtitle) == ("Silent Sundays", "A year of rest.")


@pytest.mark.parametrize(
    ("above", "tags"),
    [
        ("By Robin Example\nTags: insomnia, routine\nJune 5, 2024", ["insomnia", "routine"]),
        (
            "Robin Example\nJune 5, 2024\nTags\ninsomnia\nroutine\n4 min read",
            ["insomnia", "routine"],
        ),
        ("By Robin Example\nTags:\ninsomnia, routine\nJune 5, 2024", ["insomnia", "routine"]),
        ("By Robin Example\nTagged with\nsleep\nrest\nJune 5, 2024", ["sleep", "rest"]),
        # These could be three tags or one.
        ("By Robin Example\nTags\nsleep rest walks\nJune 5, 2024", []),
    ],
)
def test_tags_above_a_story_are_tags(above: str, tags: list[str]) -> None:
    story = read(TITLE, above, BODY)
    assert (story.title, story.author, story.tags) == (TITLE, "Robin Example", tags)
    assert not story.subtitle


@pytest.mark.parametrize(
    "button", ["View All", "View all posts", "Follow", "See all posts by Robin Example"]
)
def test_tags_below_the_box_on_the_author_are_tags(button: str) -> None:
    tail = f"Written by\nRobin Example\n{BIO}\n{button}\nCold Water\nSwimming"
    story = read(TITLE, "Robin Example\n12 Jan 2023", BODY, tail, "Sign up for more like this.")
    assert story.tags == ["Cold Water", "Swimming"]
    assert [line.text for line in story.bio] == [BIO]


@pytest.mark.parametrize("name", ["Ada Nobody", "M. A. Nobody", "Hope Summers"])
def test_a_byline_may_have_words_of_the_text(name: str) -> None:
    award = "Runner-Up in the Still Waters Challenge\n9\nPhoto by Lee Sample on Unsplash"
    body = f"{BODY}\nI hope that nobody minds that it took three summers, and no less."
    story = read(TITLE, f"By {name}Published 3 years ago • 6 min read\n{award}", body)
    assert (story.title, story.author) == (TITLE, name)
    assert "Runner-Up" not in post_of(story)


def test_the_mark_of_an_excerpt_is_no_part_of_it() -> None:
    story = read(TITLE, "By Robin Example", BODY, "[...]", "Continue reading")
    assert "[...]" not in post_of(story)
    assert "[...]" in [note.text for note in story.stripped]


@pytest.mark.parametrize(("word", "tags"), [("Mindfulness", ["Mindfulness"]), ("Robin", [])])
def test_one_word_above_the_claps_is_a_tag_unless_somebody_signs(
    word: str, tags: list[str]
) -> None:
    head = (
        "Open in app\nSign up\nSign in\nRobin Example\nFollow\n4 min read\nDec 2, 2019\n--\nListen"
    )
    tail = "--\n--\nFollow\nWritten by Robin Example\n12 Followers\nFollow\nNo responses yet"
    story = read("Sign up\nSign in", TITLE, head, BODY, word, tail, "Help\nStatus\nAbout")
    assert story.tags == tags
