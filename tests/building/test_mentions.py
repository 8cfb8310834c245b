"""What pages show of articles: found by its marks, and put anew where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.building.mentions import (
    ADDRESS,
    FORMS,
    HTML,
    JSON,
    UNKNOWN,
    Changed,
    Fact,
    facts_in,
    move,
    put_values,
    sources_in,
    take_marks,
    without_marks,
)

TITLE = Fact("content/posts/one.md", "title")
OTHER = Fact("content/posts/two.md", "title")
VALUES = st.text(st.characters(codec="utf-8", exclude_categories=("Co", "Cs")), min_size=1)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(["<p>", "words", "One", "\n", "&amp;"]),
        st.tuples(st.sampled_from([TITLE, OTHER]), st.sampled_from([HTML, JSON, ADDRESS])),
    ),
    max_size=10,
)


def page(pieces: list[str | tuple[Fact, str]], values: dict[Fact, str]) -> str:
    """Return a page with marks that shows some values."""
    return "".join(
        piece
        if isinstance(piece, str)
        else piece[0].mark(piece[1], FORMS[piece[1]](values[piece[0]]))
        for piece in pieces
    )


@given(PIECES, VALUES, VALUES, VALUES)
def test_another_value_gives_what_the_template_would(
    pieces: list[str | tuple[Fact, str]], old: str, new: str, other: str
) -> None:
    before = take_marks(page(pieces, {TITLE: old, OTHER: other}))
    wanted = take_marks(page(pieces, {TITLE: new, OTHER: other}))
    assert before
    assert wanted
    assert put_values(*before, {TITLE: Changed(old, new)}) == wanted


@given(st.text(max_size=30), st.text(max_size=30))
def test_another_body_moves_what_stands_behind_it(one: str, two: str) -> None:
    def shown(body: str) -> str:
        return f"<h1>{TITLE.mark(HTML, 'One')}</h1>[{body}]<i>{OTHER.mark(HTML, 'Two')}</i>"

    before, after = take_marks(shown(one)), take_marks(shown(two))
    if before and after:
        assert move(before[1], before[0], after[0]) == after[1]


def test_a_page_without_marks_shows_nothing() -> None:
    assert take_marks("<p>Words.</p>") == ("<p>Words.</p>", {})


@pytest.mark.parametrize(
    "text",
    [
        TITLE.mark(UNKNOWN, "One"),
        TITLE.mark(HTML, "One")[:-1],
        TITLE.mark(HTML, "One")[1:],
        "title=%EE%80%80html",
        '{"title": "\\ue000html"}',
        "&#57344;html",
    ],
)
def test_marks_that_are_not_as_they_were_put_are_seen(text: str) -> None:
    assert take_marks(f"<p>{text}</p>") is None


def test_a_value_that_is_not_where_it_should_be_is_not_replaced() -> None:
    assert put_values("<b>Two</b>", {TITLE.name(HTML): (3,)}, {TITLE: Changed("One", "1")}) is None


def test_a_value_used_in_an_unknown_way_is_not_replaced() -> None:
    mentions = {TITLE.name(UNKNOWN): ()}
    assert put_values("<b>3</b>", mentions, {TITLE: Changed("One", "Four")}) is None
    assert put_values("<b>3</b>", mentions, {OTHER: Changed("One", "Four")}) == (
        "<b>3</b>",
        {TITLE.name(UNKNOWN): ()},
    )


def test_a_value_within_a_changed_piece_is_lost() -> None:
    assert move({TITLE.name(HTML): (4,)}, "aaaaOnebbb", "aaOtherbb") is None


def test_the_articles_of_a_page_are_told_by_the_names_of_its_mentions() -> None:
    text = f"{TITLE.mark(HTML, 'One')}, {OTHER.mark(UNKNOWN, '')}"
    assert facts_in(text) == {TITLE, OTHER}
    assert without_marks(text) == "One, "
    assert sources_in({TITLE.name(HTML): (0,), OTHER.name(UNKNOWN): ()}) == {
        TITLE.source,
        OTHER.source,
    }
