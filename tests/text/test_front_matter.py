"""Front matter: what is well written passes unchanged, everything else is named with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.front_matter import parse_front_matter
from wellspring.text.source import parse_source


def messages(text: str) -> list[str]:
    _, findings = parse_source(text, "content/posts/x.md")
    return [str(finding) for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "Title: One\nDate: 2025-01-01\n\nBody",
        "---\nTitle: One\nDate: 2025-01-01\n---\nBody",
        "\ufeffTitle: One\r\nDate: 2025-01-01\r\n\r\nBody",
        "Title: One: with a colon\nKnow-more: a\n    b | https://x.example | c\n\nBody",
        "Title: One\n",
        "---\nTitle: One\n\nTags: a\n\n# a note\nKnow-more:\n\n    b\n---\n\nBody\n\n---\n\nMore",
        "---\nTitle: 'One'\nTags:\n\n- a\n\n- b\n---\n\nBody",
        "# a note\nTitle: One\n#\n# two: lines\nKnow-more: a\n# and one\n    b\n\nBody",
    ],
)
def test_well_written_front_matter_has_no_findings(text: str) -> None:
    assert messages(text) == []


def test_values_know_their_places() -> None:
    source, _ = parse_source("Title: One\nKnow-more: a\n    b\n\nBody", "content/posts/x.md")
    places = [str(value.place) for value in source.fields["know-more"].values]
    assert places == ["content/posts/x.md:2:12", "content/posts/x.md:3:5"]
    assert source.body == "Body"
    assert source.body_line == 5


def test_keys_are_one_whatever_their_capitals_and_dashes() -> None:
    source, _ = parse_source("TITLE: One\nKnow_More: a\n\nBody", "content/posts/x.md")
    assert set(source.fields) == {"title", "know-more"}


def test_a_line_without_a_key_is_named() -> None:
    assert messages("Title: One\nDate 2025-01-01\nTags: a\n\nBody") == [
        "content/posts/x.md:2:1: “Date 2025-01-01” is not a `Key: value` line. Write it as "
        "`Key: value`, or leave a blank line above it if the article starts here."
    ]


def test_notes_are_no_part_of_a_value() -> None:
    source, _ = parse_source("# a\nTitle: One # two\n# b: c\nTags: x\n\nBody", "x.md")
    assert {name: field.text for name, field in source.fields.items()} == {
        "title": "One # two",
        "tags": "x",
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Title: One\n# A heading\n\nBody", 2, "# A heading"),
        ("Title: One\n# A heading\nBody\n\nMore", 2, "# A heading"),
        ("# A heading\n\nBody", 1, "# A heading"),
        ("Title: One\n## A heading\nTags: a\n\nBody", 2, "## A heading"),
        ("Title: One\n#hashtag\nTags: a\n\nBody", 2, "#hashtag"),
    ],
)
def test_a_heading_too_near_is_no_note(text: str, line: int, words: str) -> None:
    assert messages(text)[0] == (
        f"content/posts/x.md:{line}:1: “{words}” is not a `Key: value` line. Write it as "
        "`Key: value`, or leave a blank line above it if the article starts here."
    )


@pytest.mark.parametrize(
    ("text", "place", "body"),
    [
        ("---\nTitle: One\nTags: a\n\nWords.\n\nNote: more", "4:1", "\nWords.\n\nNote: more"),
        ("---\nTitle: One\nWords.\n", "3:1", "Words.\n"),
        ("---\nTitle: 'One'\n\n- a\n\nWords", "3:1", "\n- a\n\nWords"),
        ("---\nTitle: One\n\nWords.\n\n---\n\nMore", "3:1", "\nWords.\n\n---\n\nMore"),
        ("---\nTitle: One", "2:1", ""),
    ],
)
def test_a_closing_fence_that_is_missing_is_named_alone(text: str, place: str, body: str) -> None:
    source, findings = parse_source(text, "x.md")
    assert [str(finding) for finding in findings] == [
        f"x.md:{place}: the front matter begins with `---` and the closing `---` is missing. Write "
        "it in a line of its own here, below the last key."
    ]
    assert source.text("title") == "One"
    assert source.body == body


def test_a_divider_at_the_top_is_no_front_matter() -> None:
    for text in ("---\n\nJust words", "---\nJust words"):
        assert messages(text) == messages("\nJust words")


def test_a_key_given_twice_is_named() -> None:
    assert messages("Title: One\nTitle: Two\n\nBody") == [
        "content/posts/x.md:2:1: `Title` is given twice (first in line 1). Keep one of them."
    ]


def test_a_file_without_front_matter_is_named() -> None:
    assert messages("\nJust words") == [
        "content/posts/x.md:1:1: there is no front matter. Start the file with lines such as "
        "`Title: …`, then a blank line."
    ]


def test_an_author_without_front_matter_is_told_of_the_name() -> None:
    found = parse_front_matter(["", "Just words"], "content/authors/x.md").findings
    assert "lines such as `Name: …`" in str(found[0])


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("\u200bTitle: One", "1:1"),
        ("Title: One\nTags: Ev\u2060enings", "2:9"),
        ("Title: One\ufeff", "1:11"),
        ("\u200b---\ntitle: 'One'\n---", "1:1"),
        ("---\ntitle: 'One'\ntags: [Sle\u200bep]\n---", "3:11"),
        ("---\ntitle: One\n---\u200b", "3:4"),
        ("Title: One\n\u200b\nBody", "2:1"),
    ],
)
def test_what_cannot_be_seen_is_named_and_read_over(text: str, where: str) -> None:
    found = parse_front_matter([*text.split("\n"), "", "Body"], "content/posts/x.md")
    code = next(f"{ord(letter):04X}" for letter in text if letter in "\u200b\u2060\ufeff")
    assert [str(finding) for finding in found.findings] == [
        f"content/posts/x.md:{where}: an invisible character (U+{code}) stands here. Delete it, or "
        "type the line anew."
    ]
    assert found.fields["title"].text == "One"


def test_languages_that_part_words_unseen_are_let_be() -> None:
    lines = ["Title: \u1797\u17b6\u200b\u179f\u17b6", "", "Body\u200b"]
    assert parse_front_matter(lines, "x.md").findings == ()


@given(st.text())
def test_any_text_is_read_or_named_and_never_raises(text: str) -> None:
    source, findings = parse_source(text, "content/posts/x.md")
    assert source.fields or findings
