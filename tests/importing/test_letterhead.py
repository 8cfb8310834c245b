"""Headers of letters and files: what is of the story stays, all else is noted."""

import pytest

from wellspring.importing.letterhead import without_letterhead
from wellspring.importing.line import Line

MAIL = (
    "Inbox (2)",
    "Reply",
    "From: Robin Example <robin@walks.example>",
    "To: Everybody",
    "Date: 5 June 2024",
    "Subject: A slow walk",
    "",
    "I walked.",
)


def kept(*texts: str) -> tuple[list[str], list[str]]:
    lines, notes = without_letterhead([Line(at, text) for at, text in enumerate(texts, 1)])
    assert [line.number for line in lines] == list(range(1, len(texts) + 1))
    return [line.text for line in lines], [note.text for note in notes]


@pytest.mark.parametrize(
    "texts",
    [
        ("Title: A Slow Walk", "Author: Robin Example", "", "I walked."),
        ("Monday: soup", "Tuesday: bread", "Wednesday: the subject of soup"),
        ("Subject: One", "Subject: Two", "Date: 5 June 2024", "Words."),
        ("A Slow Walk", "I had said it all. " * 12, "From: me", "To: you", "Subject: us"),
        ("A slow walk", "", "I walked."),
        (),
    ],
)
def test_what_is_no_header_stays(texts: tuple[str, ...]) -> None:
    assert kept(*texts) == (list(texts), [])


def test_of_a_letter_what_is_of_the_story_stays() -> None:
    texts, notes = kept(*MAIL)
    assert texts == ["", "", MAIL[2], "", MAIL[4], MAIL[5], "", "I walked."]
    assert notes == ["Inbox (2)", "Reply", "To: Everybody"]


def test_an_authors_file_has_its_own_fields() -> None:
    texts, notes = kept("Title: Heavy", "Subtitle: And slow", "Author: R. E.", "Word count: 540")
    assert texts == ["Title: Heavy", "Subtitle: And slow", "Author: R. E.", ""]
    assert notes == ["Word count: 540"]
