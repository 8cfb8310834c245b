"""Setting front-matter keys: what was asked for changes, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.edit import set_keys
from wellspring.text.source import parse_source

TEXT = "Title: One\nAuthor: A\nTags: x,\n    y\n\nWords: they stay.\n"


def edited(text: str, **keys: str | None) -> str:
    named = {key.replace("_", "-"): value for key, value in keys.items()}
    return set_keys(text, parse_source(text, "x.md")[0], named)


def test_nothing_changes_when_nothing_is_set() -> None:
    assert edited(TEXT) == TEXT


def test_a_new_key_stands_below_the_author() -> None:
    assert edited(TEXT, Reviewed="2026-01-01") == TEXT.replace(
        "Author: A\n", "Author: A\nReviewed: 2026-01-01\n"
    )


def test_a_key_with_several_lines_is_replaced_or_removed() -> None:
    assert edited(TEXT, Tags="z") == TEXT.replace("Tags: x,\n    y\n", "Tags: z\n")
    assert edited(TEXT, Tags=None) == TEXT.replace("Tags: x,\n    y\n", "")


def test_removing_what_is_not_there_changes_nothing() -> None:
    assert edited(TEXT, Review_due=None) == TEXT


def test_line_endings_and_fences_stay() -> None:
    fenced = "---\r\nTitle: One\r\n---\r\n\r\nWords.\r\n"
    assert edited(fenced, Reviewed="x") == fenced.replace(
        "Title: One\r\n", "Title: One\r\nReviewed: x\r\n"
    )


@given(st.text(alphabet="abc: \n-#", max_size=80))
def test_a_body_is_never_touched(body: str) -> None:
    text = f"Title: One\nReviewed: x\n\n{body}"
    assert edited(text, Reviewed="y") == f"Title: One\nReviewed: y\n\n{body}"
