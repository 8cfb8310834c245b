"""Names of sites, feeds and series above a title are no title; names of people have nicknames."""

import pytest

from tests.importing.small_stories import PROSE, post_of, read
from wellspring.importing.names import is_name
from wellspring.importing.output import author_texts

TITLE = "The Swimmer and the Deep End"
MORE = "Nobody came along but the dog, who can swim, and has never once been afraid of anything."
BY = "by Robin Example\nJune 5, 2024"
SITE = "The Quiet Mile"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{SITE}\n{TITLE}\nLink: https://quiet-mile.example/the-swimmer-and/\n{BY}", ""),
        (f"{SITE}\n{TITLE}\nPermalink: https://quietmile.example/p/12\n{BY}", ""),
        (f"{SITE}\n{TITLE}\nTue, 06 Aug 2019 06:30:00 +0000\n{BY}", f"The post {TITLE} appeared "
         f"first on {SITE}."),
        (f"{SITE}\n{TITLE}\n{BY}", f"{TITLE} was originally published in {SITE} on Medium, where "
         "people are continuing the conversation."),
        (f"{SITE}\n{TITLE}\n{BY}", "Share\nSend your own story to walks@quietmile.example"),
        (f"Channel: {SITE}\n{TITLE}\n{BY}", ""),
        (f"{SITE}\nIssue No. 41\n{TITLE}", f"You are receiving this email from {SITE}.\n{SITE}, "
         "4 Wharf Lane, Anytown\nUnsubscribe"),
    ],
)  # fmt: skip
def test_the_name_of_a_site_leaks_nowhere(above: str, below: str) -> None:
    story = read(above, "", PROSE, "", MORE, "", below)
    assert (story.title, story.subtitle) == (TITLE, "")
    post = post_of(story)
    assert SITE not in post
    assert post.endswith(f"{PROSE}\n\n{MORE}\n")


@pytest.mark.parametrize(
    "series",
    ["The Slow Pool: Part 3 of 5", "Part Two", "The Slow Pool (Part 2)", "The Slow Pool series"],
)
@pytest.mark.parametrize("subtitle", ["", "on coming back"])
def test_the_name_of_a_series_above_a_title_is_none(series: str, subtitle: str) -> None:
    story = read(series, TITLE, *([subtitle] if subtitle else []), BY, "", PROSE, "", MORE)
    assert (story.title, story.subtitle) == (TITLE, subtitle)
    assert 1 in {note.line for note in story.stripped}


def test_a_part_of_a_series_may_be_a_title() -> None:
    story = read("Walking Home, Part 2", "on coming back", BY, "", PROSE, "", MORE)
    assert (story.title, story.subtitle) == ("Walking Home, Part 2", "on coming back")


@pytest.mark.parametrize(
    "name",
    ["Wilhelmina “Billie” Groot", 'Robin "Rob" Example', "Sam ‘Sammy’ Sample"],
)
def test_a_name_has_a_nickname(name: str) -> None:
    story = read("A Slow Walk", "", PROSE, "About the Creator", name, "Librarian. Two knees.")
    assert (story.author, [line.text for line in story.bio]) == (name, ["Librarian. Two knees."])


@pytest.mark.parametrize("text", ["“Billie” Groot said", "She said “Yes” Twice", "“Rest”"])
def test_what_is_said_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_a_subtitle_keeps_the_authors_quotation_marks_only() -> None:
    for text, subtitle in (
        ("“We go in loud”", "“We go in loud”"),
        ('"We go in loud"', "We go in loud"),
    ):
        story = read("A Slow Swim", text, "By Robin ExamplePublished 2 years ago", "", PROSE)
        assert story.subtitle == subtitle
        assert "Name: Robin Example" in "".join(author_texts(story).values())


def test_who_asks_in_an_interview_tells_nothing_of_the_author() -> None:
    lines = ("One Question", "", "By Lena Fry", "", PROSE, "", "LENA FRY", "You go in. Why?", "")
    story = read(*lines, "ROSA KLEIN", "Because the lake is there. I count to sixty, and get out.")
    assert story.bio == []
    assert "Because the lake is there." in story.blocks[-1].text
