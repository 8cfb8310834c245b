"""Front matter between fences: YAML where it can only be meant so, Key: value lines otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.front_matter import parse_front_matter

NOT_CLOSED = (
    "the quotation mark here is not closed. Put another behind the last word of the value, or "
    "delete this one."
)
BEHIND = (
    "words stand behind the closing quotation mark. Put the whole value between quotation marks "
    "of the other kind, or into none."
)


def header(text: str) -> dict[str, list[str]]:
    found = parse_front_matter(f"---\n{text}\n---\n\nBody".split("\n"), "x.md")
    assert found.findings == ()
    return {name: [value.text for value in field.values] for name, field in found.fields.items()}


def complaints(text: str) -> list[str]:
    found = parse_front_matter(f"---\n{text}\n---\n\nBody".split("\n"), "x.md")
    return [str(finding) for finding in found.findings]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Title: One: two", {"title": ["One: two"]}),
        ('Title: "One: two"', {"title": ["One: two"]}),
        ("Title: 'It''s'", {"title": ["It's"]}),
        ("Tags: [Walking, Habits]", {"tags": ["Walking", "Habits"]}),
        ("Tags:\n- Walking\n- Habits", {"tags": ["Walking", "Habits"]}),
        ("Tags:\n    - Walking", {"tags": ["Walking"]}),
        ("Title: One # a note\nTags: []", {"title": ["One"], "tags": []}),
        ("# a note\nTitle: One", {"title": ["One"]}),
        ("Summary: >\n  Long\n  words.\nTitle: 'x'", {"summary": ["Long words."], "title": ["x"]}),
        ("Date: 2026-11-23\nTitle: 'x'", {"date": ["2026-11-23"], "title": ["x"]}),
        ("Title: C# for beginners", {"title": ["C# for beginners"]}),
        ("Know_more: ['A | https://x.example/']", {"know-more": ["A | https://x.example/"]}),
    ],
)
def test_values_are_as_they_are_meant(text: str, fields: dict[str, list[str]]) -> None:
    assert header(text) == fields


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('Title: "One', f"x.md:2:8: {NOT_CLOSED}"),
        ("Title: x\nTags: ['a', b, 'c]\nDate: y", f"x.md:3:16: {NOT_CLOSED}"),
        ('Title: "One\nSummary: "Two"', f"x.md:2:8: {NOT_CLOSED}"),
        ("Title: 'One\nSummary: It's two", f"x.md:2:8: {NOT_CLOSED}"),
        ("Title: 'It's one'", f"x.md:2:12: {BEHIND}"),
        ('Title: "Tea" and sleep', f"x.md:2:14: {BEHIND}"),
        ("- a\nb: 'x'", "x.md:3:1: this front matter is not YAML: expected <block end>, but found "
         "'?'. Mend it."),
        ("Title: 'x'\nTags: [a\nDate: y", "x.md:3:7: the list that begins here is not closed. "
         "Write a comma between two items, and `]` behind the last one."),
        ("- One", "x.md:2:1: this front matter has no keys. Write lines such as `Title: …`."),
        ("Title: 'x'\nTags: {a: b}", "x.md:3:1: `Tags` must be a text or a list of texts. Write it "
         "so."),
        ("Title: 'x'\ntitle: 'y'", "x.md:3:1: `title` is given twice (first in line 2). Keep one "
         "of them."),
        ("Title: 'x\x01'", "x.md:2:1: this front matter is not YAML: a character that YAML does "
         "not know. Mend it."),
        ("Title: !!python/object:os.system x", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    assert complaints(text) == ([message] if message else [])


@given(st.text(alphabet="ab:-#[]{}'\"|>&*! \n", max_size=50))
def test_no_header_breaks_it(text: str) -> None:
    assert all(complaint.startswith("x.md:") for complaint in complaints(text))


def test_a_tab_is_named() -> None:
    assert complaints("title: 'One'\n\tdate: 2025-01-01") == [
        "x.md:3:1: a tab stands here, and front matter of this form takes none. Write blanks "
        "instead."
    ]


def test_brackets_without_end_are_named() -> None:
    assert complaints(f"title: {'[' * 5000}") == [
        "x.md:2:1: this front matter has brackets within brackets, too deep to read. Write plain "
        "values."
    ]
