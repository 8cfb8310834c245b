"""Headers of other generators' posts: found where one is meant, and nowhere in a plain story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.importing.own_header import Entry, own_header


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A slow walk\n\nI went home.",
        "---\n\nI went home.\n\n---\n\nAnd back.",
        "---\nA quiet evening: it began with a lamp.\n---\nMore.",
        "---\ntitle: One",
        "+++\ntitle = One\n+++\n",
        "+++\nI said\n+++\n",
        "Title: A walk\nI went home.\n\nMore.",
        "Title: A walk\n\nI went home.",
        "---\n- tea\n- soup\n---\nMore.",
        "{" * 5000,
    ],
)
def test_a_plain_story_has_none(text: str) -> None:
    assert own_header(text, "x.md") is None


def test_only_markdown_has_keys_without_fences() -> None:
    text = "Title: A walk\nDate: 2024-01-02\n\nI went."
    assert own_header(text, "x.txt") is None
    found = own_header(text, "x.MD")
    assert found is not None
    assert found.lines == 2
    assert found.entries["date"] == Entry("date", ("2024-01-02",), 2)


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        (
            "\ufeff---\r\ntitle: 'A: walk'\r\nTags: [a, b]\r\n---\r\nI went.",
            4,
            {"title": (("A: walk",), 2), "tags": (("a", "b"), 3)},
        ),
        ("\n---\ntitle: One\n...\nI went.", 4, {"title": (("One",), 3)}),
        # Nearly YAML: a colon within a value.
        (
            "---\ntitle: One: two\ndate: 2024-01-02\n---\n",
            4,
            {"title": (("One: two",), 2), "date": (("2024-01-02",), 3)},
        ),
        (
            '+++\ntitle = "One"\ndate = 2024-01-02\n[taxonomies]\ntags = ["a", "b"]\n+++\nI went.',
            6,
            {"title": (("One",), 2), "date": (("2024-01-02",), 3), "tags": (("a", "b"), 5)},
        ),
    ],
)
def test_a_header_is_read_with_its_lines(
    text: str, lines: int, expected: dict[str, tuple[tuple[str, ...], int]]
) -> None:
    found = own_header(text, "x.md")
    assert found is not None
    assert found.lines == lines
    assert {name: (entry.values, entry.line) for name, entry in found.entries.items()} == expected


@given(st.text(st.sampled_from("-+:= \nabtitle[]\"'"), max_size=60))
def test_no_text_ends_in_an_error(text: str) -> None:
    own_header(f"---\n{text}\n---\n", "x.md")
    own_header(f"+++\n{text}\n+++\n", "x.md")
    own_header(text, "x.md")


def test_brackets_without_end_are_words() -> None:
    found = own_header(f"---\ntitle: {'[' * 5000}\n---\n", "x.md")
    assert found is not None
    assert found.entries["title"].values == ("[" * 5000,)
