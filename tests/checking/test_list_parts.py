"""Numbers that readers would see otherwise, and paragraphs that fall out of their item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.checking.list_parts import COUNTED, FALLEN, NO_ITEM, check_list_parts
from wellspring.text.prose import blank_code
from wellspring.text.source import parse_source

PATH = "content/posts/x.md"


def complaints(body: str) -> list[str]:
    source, _ = parse_source(f"Title: One\n\n{body}\n", PATH)
    return [str(finding) for finding in check_list_parts(source, blank_code(source.body))]


@pytest.mark.parametrize(
    "body",
    [
        "1. a\n2. b\n3. c",
        "1. a\n1. b\n1. c",
        "5. a\n6. b",
        "1. a\n\n    More.\n\n2. b",
        "1. a\n    1. inner\n    2. inner\n2. b",
        "1. a\n2. b\n\nWords.\n\n1. c",
        "1. a\n\n- b\n\n1. c",
        "- a\n\n    More.\n\n- b",
        "- a\ngoes on\n- b",
        "It rose in\n98. Then\n97. was.",
        "[^1]: A note.\n\n    More of it.\n\nWords.",
        "Words.\n\n  set in by two",
        "```\n1. a\n3. b\n```",
        "- a\n\n  - b",
        "## 3. A heading\n\n1. a",
    ],
)
def test_what_is_shown_as_written_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("1. a\n3. b\n4. c", 4, COUNTED.format(shown="2.")),
        ("1. a\n2. b\n\n1. c", 6, COUNTED.format(shown="3.")),
        ("5. a\n6. b\n\n2026. A year.", 6, NO_ITEM.format(shown="7.", number=2026)),
        ("1. a\n\n   More.\n\n2. b", 5, FALLEN),
        ("- a\n\n  More.\n\n- b", 5, FALLEN),
        ("[^1]: A note.\n\n  More of it.", 5, FALLEN),
    ],
)
def test_what_readers_would_see_otherwise_is_named(body: str, line: int, message: str) -> None:
    assert complaints(body)[0] == f"{PATH}:{line}:1: {message}"


@given(st.text(st.sampled_from("12. -\nab^[]:"), max_size=60))
def test_no_text_ends_in_an_error(body: str) -> None:
    complaints(body)
