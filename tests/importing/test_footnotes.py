"""Notes below a story become footnotes, and nobody's bio."""

import pytest

from tests.importing.score import GIVEN, STYLE
from wellspring.importing.footnotes import take_footnotes
from wellspring.importing.line import Line
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.story import read_story

STORY = (
    "What the watch would not tell me\nSome nights the number slept worse than I did.\n\n"
    "By Robin Example\n\n"
    "I bought the watch in January because I was tired, and wanted a machine to say so. It did.\n\n"
    "There is a word for what I caught: orthosomnia.[1] It means that you sleep badly because you "
    "want to sleep well.{more}\n\n"
    "I put the watch in the drawer with the batteries, and for a week I reached for it.\n\n"
    "{notes}\n\n14 Likes\nComments\nKim Sample\nMar 5\nI threw mine in a lake.\nLike\nReply\n"
)


def read(notes: str, more: str = "") -> tuple[str, str]:
    text = STORY.format(notes=notes, more=more)
    story = read_story(text.encode(), "x.txt", STYLE)
    return post_text(story, GIVEN, STYLE.shelves), "".join(author_texts(story).values())


@pytest.mark.parametrize(
    "notes",
    [
        "",
        "2\nA note without a reference.",
        "1",
        "Sources\n[1] Example et al., Journal of Examples, 2017.",
        "[2] Example et al., Journal of Examples, 2017.",
    ],
)
def test_what_is_no_note_of_this_story_makes_no_footnote(notes: str) -> None:
    post, _ = read(notes)
    assert "orthosomnia.[1] It" in post
    assert "[^" not in post


@pytest.mark.parametrize(
    "notes",
    [
        "1\nExample et al., 2017, Journal of Examples.",
        "1\n\nExample et al., 2017, Journal of Examples.",
        "[1] Example et al., 2017, Journal of Examples.",
    ],
)
def test_a_note_becomes_a_footnote_and_no_bio(notes: str) -> None:
    post, author = read(notes)
    assert "orthosomnia.[^1] It" in post
    assert post.endswith("\n\n[^1]: Example et al., 2017, Journal of Examples.\n")
    assert "Journal" not in author


@pytest.mark.parametrize("text", ["A line that is long enough for a story.[2]", "Short.[1]"])
def test_a_number_alone_refers_to_nothing(text: str) -> None:
    lines = [Line(1, text), Line(2, "[2] A note, 2017."), Line(3, "[1] A note, 2017.")]
    assert take_footnotes(lines, STYLE) == (lines, {})


@pytest.mark.parametrize(
    "tail",
    [
        "Sources\n[1] Example et al., 2017.\n\nComments\n1\nI threw mine in a lake too.\nReply",
        "Share\n\nComments (1)\n\n1\n\nThis helped me in 2020.\nReply",
        "14 Likes\n1\nI threw mine in a lake too.",
        "1\nThe first note is long.\nKim Sample\n2\nI threw mine in a lake too.",
    ],
)
def test_what_a_reader_wrote_below_a_count_is_no_note(tail: str) -> None:
    more = " Or so they say.[2]" if "first note" in tail else ""
    post, author = read(tail, more)
    assert "[^" not in post
    if "Comments" in tail:
        assert "lake" not in post + author
        assert "helped" not in post + author


def test_all_notes_must_be_there() -> None:
    more = " Or so they say.[2]"
    post, _ = read("1\nExample et al., 2017, Journal of Examples.", more)
    assert "[^" not in post
    post, _ = read("1\nThe first note is long.\n\n2\nThe second note-a late one.", more)
    assert "so they say.[^2]" in post
    assert post.endswith("\n[^1]: The first note is long.\n[^2]: The second note—a late one.\n")
