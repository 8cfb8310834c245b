"""Front matter outside the blog: notes have none, and what is wrong with a header is named."""

import pytest

from wellspring.commands.header import has_header, read_header


@pytest.mark.parametrize(
    "text",
    [
        "Myth: it cures.",
        "Note: it cures.",
        "Question: it cures",
        "https://x: cures",
        "---\n\nA text that begins with a rule.\n\n---\n\nMore.",
        "---\n# A heading\n\nNote: one\n---\n",
    ],
)
def test_a_note_has_no_front_matter(text: str) -> None:
    assert not has_header(text)


@pytest.mark.parametrize(
    "text",
    [
        "Title: A day\n\nx",
        "---\ntitle: A day\n---\nx",
        "---\r\n# a note\r\ntitle: A day\r\n---\r\nx",
        "---\nmood: calm\n---\nx",
        "---\n---\nx",
        "\ufeffTitle: A day",
        "tags: a\n\nx",
        "\n\nDate: 1",
        "# a note\nTitle: A day\n\nx",
    ],
)
def test_front_matter_is_told_by_its_keys(text: str) -> None:
    assert has_header(text)


def complaints(text: str) -> list[str]:
    return [str(finding) for finding in read_header(text, "x.md")[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Title: A day\nSummary: Words\n\nx",
        "---\ntitle: A day\nlayout: post\nmood: calm\ndescription: x\n---\nx",
        "\n\nDate: 1",
        "\n---\nTitle: x\n---\n",
        "Name: A. Walker\nRole: Editor\n\nx",
    ],
)
def test_other_keys_are_for_other_programs(text: str) -> None:
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Title: A day\nSumary: x\n\ny",
            "x.md:2:1: `Sumary` is not a front-matter key. Did you mean `Summary`?",
        ),
        (
            "---\nTitle: 'A day\n---\n\ny",
            "x.md:2:8: the quotation mark here is not closed. Put another behind the last word of "
            "the value, or delete this one.",
        ),
        (
            "Title: A day\nDear reader\n\ny",
            "x.md:2:1: “Dear reader” is not a `Key: value` line. Write it as `Key: value`, or "
            "leave a blank line above it if the article starts here.",
        ),
    ],
)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    assert complaints(text) == [said]
