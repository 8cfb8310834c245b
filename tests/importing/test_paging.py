"""Heads and numbers of pages go, and what went on over a page's end goes on; other lines stay."""

import pytest

from wellspring.importing.line import Line
from wellspring.importing.paging import without_pages
from wellspring.importing.wrapped import unwrapped

HEAD = "STRIDE * Winter number          page {}"
TITLE = "STRIDE * Journal of a Society"


def lines_of(text: str) -> list[Line]:
    return [Line(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]


def told(text: str) -> tuple[list[str], list[str]]:
    """Return the filled lines of a text without its pages' marks, joined, and these marks."""
    kept, notes = without_pages(lines_of(text))
    return [line.text for line in unwrapped(kept) if line.text], [note.text for note in notes]


@pytest.mark.parametrize(
    "text",
    [
        "I read to page 3\n\nand then I slept.",
        "Page 1\n\nThe first day.\n\nPage 2 of my diary was blank.",
        "It was 3/4 full.\n\nIt was 1/4 full.",
        "- 4 -\n\nOne alone.",
        "A walk\n\nA walk\n\nA walk",
        "3\n\neggs\n\n4\n\npears",
    ],
)
def test_what_is_no_mark_of_a_page_stays(text: str) -> None:
    assert told(text)[1] == []


def test_a_sentence_goes_on_over_a_page_s_end() -> None:
    text = (
        f"There was a whole hillside that I'd\n\n{HEAD.format(1)}\n\n{TITLE}\n\n"
        f"walked past in April.\n\n{HEAD.format(2)}\n\n{TITLE}\n\nAnother day."
    )
    found, marks = told(text)
    assert found == ["There was a whole hillside that I'd walked past in April.", "Another day."]
    assert marks == [HEAD.format(1), TITLE, HEAD.format(2), TITLE]


def test_what_ends_with_its_page_does_not_go_on() -> None:
    text = "It ended.\n\nPage 1 of 2\n\nit began anew.\n\nPage 2 of 2"
    assert told(text) == (["It ended.", "it began anew."], ["Page 1 of 2", "Page 2 of 2"])


def test_numbers_between_hyphens_are_pages_where_there_are_several() -> None:
    assert told("One.\n\n- 1 -\n\nTwo.\n\n- 2 -")[0] == ["One.", "Two."]


def test_a_refrain_is_no_head() -> None:
    refrain = "She said nothing"
    text = (
        f"It rained.\n\nPage 1 of 2\n\n{refrain}\n\nIt rained.\n\n{refrain}\n\nIt rained.\n\n"
        f"{refrain}\n\nPage 2 of 2"
    )
    assert told(text)[1] == ["Page 1 of 2", "Page 2 of 2"]


def test_numbers_alone_that_count_up_are_pages() -> None:
    page = "\n".join(f"Line {letter} of it." for letter in "abcdefgh")
    head = "\n\n{}\n\nTHE ORCHARD\n\n"
    text = f"{page}\nand we make in{head.format(14)}march.\n{page}{head.format(15)}End."
    found, marks = told(text)
    assert marks == ["14", "THE ORCHARD", "15", "THE ORCHARD"]
    assert "and we make in march." in found


LEFT, RIGHT = (
    "14        THE LYCHGATE        Harvest number",
    "Harvest number        THE LYCHGATE        15",
)


def test_numbers_beside_words_that_come_again_are_pages() -> None:
    text = f"I had gone as far as\n\ncontinued opposite\n\n{LEFT}\n\n{RIGHT}\n\nthe gate, and on."
    assert told(text) == (
        ["I had gone as far as the gate, and on."],
        ["continued opposite", LEFT, RIGHT],
    )


def test_rows_with_numbers_are_no_pages() -> None:
    rows = [
        "Walk        3        Tue",
        "Swim        4        Tue",
        "12        Tue",
        "Tue        9        9",
    ]
    assert told("\n\n".join([*rows, "continued opposite"]))[1] == []


def test_the_numbers_of_a_thread_s_parts_go() -> None:
    text = "1/4\n\nWe left.\n\n2/4\n\nIt rained.\n\n3/4\n\nWe slept."
    assert told(text) == (["We left.", "It rained.", "We slept."], ["1/4", "2/4", "3/4"])


@pytest.mark.parametrize("numbers", ["1/4 2/4", "1/2 1/4 3/4", "1/4 2/5 3/6"])
def test_shares_are_no_parts_of_a_thread(numbers: str) -> None:
    assert told("\n\n".join(numbers.split()))[1] == []
