"""Comments to the checker never reach a page, and taking them out moves no line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.ignores import without_ignores

IGNORE = "<!-- check: ignore claim-cure because it quotes a myth -->"


@pytest.mark.parametrize(
    "body",
    [
        "It cures.",
        "<!-- a note to myself -->",
        "<!-- check this later -->",
        "<!-- check: ignored -->",
        f"Words before {IGNORE}",
        f"{IGNORE} words behind",
        f"        {IGNORE}",
        "<!-- check: ignore that never ends",
    ],
)
def test_other_comments_and_words_stay(body: str) -> None:
    assert without_ignores(body) == body


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (IGNORE, ""),
        (f"One.\n\n{IGNORE}\n\nTwo.", "One.\n\n\n\nTwo."),
        (f"   {IGNORE}  \nTwo.", "\nTwo."),
        ("<!-- check: ignore a because\nb\nc -->\nTwo.", "\n\n\nTwo."),
        ("<!--check:ignore a because b-->\nTwo.", "\nTwo."),
        (f"{IGNORE}\n{IGNORE}\nTwo.", "\n\nTwo."),
    ],
)
def test_a_comment_leaves_empty_lines(body: str, left: str) -> None:
    assert without_ignores(body) == left


@given(st.lists(st.sampled_from([IGNORE, "\n", " ", "a", "<!-- ", "-->", "check: ignore"])))
def test_lines_are_as_many_and_twice_is_once(parts: list[str]) -> None:
    body = "".join(parts)
    left = without_ignores(body)
    assert left.count("\n") == body.count("\n")
    assert without_ignores(left) == left
