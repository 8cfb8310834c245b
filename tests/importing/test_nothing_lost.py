"""Every line of a source ends in the post, the author's file or a note; none of a reader's."""

import html
import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.score import GIVEN, READ, STYLE, dumps
from wellspring.errors import ContentError
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.story import Given, Story, read_story
from wellspring.text.post import read_post
from wellspring.text.source import parse_source

FURNITURE = [
    *("Sign in", "Open in app", "Follow", "4 min read", "Jun 5, 2024", "Share", "12", "--", "·"),
    *("By Robin Example", "About the Creator", "Comments", "Comments (2)", "Reply", "Related"),
    *("Keep reading", "Leave a Reply", "Subscribe", "Read Next: A Walk", "Further reading:"),
    *("Tags: sleep, walking", "Photo by Kim Placeholder on Unsplash", "Written by Sam Sample"),
    *("Longevity logo", "Robin Example", "Sam Sample2 days ago", "Tagged a, b", "Menu", "Home"),
    "No comments:",
]
WORDS = [
    *("A Slow Walk", "Why walk?", "What helps the most", "- a bulb", "• a cup", "1. Go", "2) Stop"),
    *("I walked home-and then I slept.", "It is late - or early.", "## A heading", "**Bold**"),
    *("Three things help:", "A lamp", "A cup", "“Hello,” she said.", "> So it goes.", "# One"),
    *("#tag and more", "[a](https://x.example/a) b", "<b>bold</b> & so", "| a | b |", "* * *"),
    *("A line that is long enough to be taken for nothing but a paragraph of prose. " * 2, "ß ſ"),
    *(
        "静かな時間",
        "🥄🥄",
        "a_b _c_",
        "~~~",
        "```",
        "    indented",
        "{#id} x",
        ": what",
        "x" * 300,
    ),
]
LINES = st.lists(st.sampled_from([*FURNITURE, *WORDS, "", ""]) | st.text(max_size=40), max_size=30)


def letters(text: str) -> str:
    # As stories are read: some letters are written in two ways.
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def unlisted(line: str) -> str:
    """Return a line without what lists write their own way: “o Tea”, “Step 2: Tea”, “2nd. Tea”."""
    return re.sub(
        r"^(\d+)(?:st|nd|rd|th)(?=[.:])", r"\1", re.sub(r"(?i)^\s*(?:o |step )", "", line)
    )


def unaccounted(source: str, story: Story, given_: Given = GIVEN) -> list[str]:
    """Return the lines of a source that are nowhere."""
    outcome = post_text(story, given_, STYLE.shelves) + "".join(author_texts(story).values())
    # Front matter has words as they are, the body as HTML needs them.
    found = f"{letters(html.unescape(outcome))} {letters(outcome)}"
    noted = {note.line for note in story.stripped} | {link.line for link in story.links}
    return [
        line
        for number, line in enumerate(re.split(r"\r\n|\r|\n", source), start=1)
        if number not in noted
        and letters(line) not in found
        and letters(unlisted(line)) not in found
    ]


@pytest.mark.parametrize(
    "dump",
    [dump for name in READ for dump in dumps(name)],
    ids=lambda path: path.stem,
)
def test_no_line_of_a_dump_is_lost(dump: object) -> None:
    data = dump.read_bytes()  # type: ignore[attr-defined]
    story = read_story(data, "x.txt", STYLE)
    encoding = "utf-16" if data.startswith(b"\xff\xfe") else "utf-8-sig"
    assert unaccounted(data.decode(encoding, "replace"), story) == [] or b"\xe9" in data


@given(LINES)
@settings(max_examples=400, deadline=None)
def test_no_line_of_any_text_is_lost(lines: list[str]) -> None:
    source = "\n".join(lines)
    try:
        story = read_story(source.encode("utf-8", "replace"), "x.txt", STYLE)
    except ContentError:
        return
    assert unaccounted(source, story) == []


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_a_post_can_be_read_and_is_the_same_each_time(lines: list[str]) -> None:
    data = "\n".join(lines).encode("utf-8", "replace")
    try:
        texts = [post_text(read_story(data, "x.txt", STYLE), GIVEN, STYLE.shelves) for _ in "ab"]
    except ContentError:
        return
    assert texts[0] == texts[1]
    source, findings = parse_source(texts[0], "content/posts/x.md")
    assert not [finding for finding in findings if "invisible" not in finding.message]
    post, wrong = read_post(source)
    assert not wrong
    assert 0 < len(post.title) <= 200
    assert post.status == "draft"


COMMENT = "qqz wonderful words by a reader"
NAMES = st.sampled_from(["Sam Sample", "Jo Nobody", "kim_placeholder", "Alex 🌙 Placeholder"])
THREADS = {
    "vocal": lambda name: [
        "Comments (2)",
        "Sign in to comment",
        f"{name}2 days ago",
        COMMENT,
        "Reply",
    ],
    "medium": lambda name: ["Responses (1)", name, "Jun 6, 2024", COMMENT, "--", "Reply"],
    "substack": lambda name: [
        *("Discussion about this post", "Comments", "Restacks", name, "Mar 4", COMMENT, "Reply"),
        "Share",
    ],
    "wordpress": lambda name: [
        *("2 thoughts on “A Slow Walk”", f"{name} says:", "May 31, 2023 at 7:02 am", COMMENT),
        *("Reply", "Leave a Reply", "Your email address will not be published."),
    ],
    "blogspot": lambda name: [
        *("1 comment:", f"{name}June 6, 2019 at 9:00 AM", COMMENT, "Reply", "Post a Comment"),
    ],
    "plain": lambda name: ["Comments", name, COMMENT, "Sam Sample", COMMENT],
}
ABOVE = [
    [],
    ["About the Creator", "Robin Example", "I walk."],
    ["Share this:", "Twitter", "Facebook"],
    ["Know More Read This: A Walk"],
    ["Enjoyed the story? Support the Creator."],
    ["Sleep", "Walking", "--", "2"],
]
BELOW = [
    [],
    ["Keep reading", "A Walk", "By Jo Nobody2 days ago in Longevity"],
    ["© 2026 Somebody", "Privacy Policy"],
    ["Recommended from Medium", "Ten Walks", "Jan 3, 2024"],
    ["More from Robin Example", "Another Walk"],
]
BODY = [
    *("A Slow Walk", "Small steps", "", "I walked home and then I slept, as one does on Sundays."),
    *("Comments", "A good comment is short, says my aunt, and she writes none at all these days."),
    *("What Helps?", "A lamp, a cup and some rest help me most, whatever the others may say."),
]


@given(st.sampled_from(sorted(THREADS)), NAMES, st.sampled_from(ABOVE), st.sampled_from(BELOW))
@settings(max_examples=1000, deadline=None)
def test_no_word_of_a_reader_gets_out(
    platform: str, name: str, above: list[str], below: list[str]
) -> None:
    source = "\n".join([*BODY, *above, *THREADS[platform](name), *below])
    story = read_story(source.encode(), "x.txt", STYLE)
    texts = post_text(story, Given(date(2026, 1, 1)), STYLE.shelves) + "".join(
        author_texts(story).values()
    )
    assert COMMENT not in texts
    assert not any(COMMENT in note.text for note in (*story.stripped, *story.unsure))
    assert "A good comment is short" in texts
    assert "A lamp, a cup" in texts
