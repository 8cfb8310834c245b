"""Keys below a blank line: said of each, while paragraphs that begin alike stay paragraphs."""

import pytest

from wellspring.checking.below_blank import check_below_blank
from wellspring.checking.schema import SCHEMAS
from wellspring.text.source import parse_source

HEAD = "Title: One\nDate: 2025-01-01\nAuthor: Robin Example\nCategory: Sleep\n"


def found(body: str, head: str = HEAD) -> list[str]:
    source, _ = parse_source(f"{head}\n{body}", "content/posts/x.md")
    return [str(finding) for finding in check_below_blank(source, SCHEMAS["posts"])]


@pytest.mark.parametrize(
    "body",
    [
        "Body.\n\nStatus: draft\n",
        "Note: this is about sleep.\n",
        "Summary: nobody can tell.\n",
        "Status quo: draft a letter.\n",
        f"Tags: {'words that go on and on, ' * 10}\n",
        "",
    ],
)
def test_words_of_an_article_are_no_keys(body: str) -> None:
    head = f"{HEAD}Summary: Two.\n"
    assert found(body, head) == []


def test_a_status_below_a_blank_line_keeps_nothing_back() -> None:
    told = (
        "stands below a blank line, so readers would see it, and it does nothing. Move it up to "
        "the front matter, or remove the blank line above it."
    )
    assert found("Status: draft\nTags: a, b\n\nBody.\nDate: x\n") == [
        f"content/posts/x.md:6:1: “Status: draft” {told}",
        f"content/posts/x.md:7:1: “Tags: a, b” {told}",
    ]


def test_the_fence_of_a_header_may_stand_between() -> None:
    assert len(found("---\nDisclaimer: medication\n\nBody.\n")) == 1


def test_a_summary_that_the_header_lacks_is_one() -> None:
    assert len(found("Summary: In short.\n\nBody.\n")) == 1


def test_a_file_without_a_header_has_its_own_complaint() -> None:
    assert found("Status: draft\n", head="") == []
