"""The stretches that the second reader reads at once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.small_rules import reading_of
from wellspring.model.reading import Reading
from wellspring.text.windows import MOST, windows

LONG = "We walk along the river every evening and look at the herons that stand in the reeds there."


def read(text: str) -> Reading:
    return reading_of(text)


def cut(text: str) -> list[tuple[int, str]]:
    return [(window.known, window.text) for window in windows(read(text))]


def test_nothing_has_no_window() -> None:
    assert cut("") == []


def test_short_blocks_stand_together_with_marks_for_what_they_are() -> None:
    text = (
        "## Myths\n\n> Juice heals.\n\n- It does not.\n\nHerons are [shy](https://x.example/a).\n"
    )
    assert cut(text) == [
        (0, "[heading] myths [quote] juice heals. [item] it does not. herons are shy. [source]")
    ]


def test_a_heading_begins_a_window() -> None:
    assert [text for _, text in cut("One.\n\n## Two\n\nThree.\n")] == [
        "one.",
        "[heading] two three.",
    ]


def test_a_long_block_goes_on_behind_its_last_sentence() -> None:
    found = cut(" ".join([LONG] * 6))
    assert [known for known, _ in found] == [0, 1]
    assert [text.count("herons") for _, text in found] == [4, 3]


def test_a_window_that_is_long_enough_ends_with_its_block() -> None:
    found = cut(f"{LONG} {LONG}\n\nA walk.\n")
    assert [(known, text.count("walk")) for known, text in found] == [(0, 2), (0, 1)]


def test_sentences_know_where_they_start() -> None:
    (window,) = windows(read("## Myths\n\nJuice heals. It does not.\n"))
    starts = [window.text[start:].split()[0] for start in window.starts]
    assert starts == ["myths", "juice", "it"]


@given(st.lists(st.text("ab .#>-\n", max_size=400), max_size=8))
def test_every_sentence_is_judged_once(parts: list[str]) -> None:
    reading = read("\n\n".join(parts))
    judged = [
        sentence.number for each in windows(reading) for sentence in each.sentences[each.known :]
    ]
    assert judged == [sentence.number for sentence in reading.sentences]


@given(st.lists(st.integers(1, 60), max_size=30))
def test_no_window_is_too_long(lengths: list[int]) -> None:
    reading = read(" ".join(f"A{' b' * length}." for length in lengths))
    for window in windows(reading):
        own = window.sentences[window.known :]
        assert len(own) == 1 or sum(len(each.text.split()) for each in window.sentences) <= MOST
