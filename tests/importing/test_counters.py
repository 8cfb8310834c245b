"""What a page counts at the ends of paragraphs goes; what a writer counts stays."""

import pytest

from tests.importing.score import STYLE
from tests.importing.small_stories import PROSE
from wellspring.importing.counters import without_counters
from wellspring.importing.line import Line, Note
from wellspring.importing.story import read_story


def texts(*lines: str) -> list[str]:
    """Return lines without counters."""
    return [
        line.text for line in without_counters([Line(at, line) for at, line in enumerate(lines)])[0]
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("I walked to the river in the rain. 11", "Nobody else was there to see it."),
        ("It was 40. Then it was 39", "Day 3", "I slept at 4", "Chapter 12"),
        ("We were 1/2", "The score was 3/4", "It was a half, or 2/4"),
        ("Fasting glucose (mg/dL) 98", "Pulse, when resting (bpm) 62", "Pressure, upper (mm) 128"),
        (
            "A cup of wheat flour (plain) 1/2",
            "A cup of milk (whole) 1/4",
            "A cup of oil (olive) 1/3",
        ),
        ("My dose is written in [a] book.", "[b] is a letter."),
        ("I like C++", "And C+", "And B+"),
    ],
)
def test_these_stay(lines: tuple[str, ...]) -> None:
    assert texts(*lines) == list(lines)


@pytest.mark.parametrize(
    ("ends", "tail"),
    [
        (("+", "+", "+"), ()),
        ((" 11", " 3", " 204"), ()),
        ((" 1/8", " 2/8", " 3/8"), ()),
        (("[a]", "[b][c]", "[d]"), ("[a] Is this the right street?",)),
        (("↩", "↩", "↩"), ()),
    ],
)
def test_these_go(ends: tuple[str, ...], tail: tuple[str, ...]) -> None:
    told = [
        "I walked to the river in the rain.",
        "“Nobody else was there with me.”",
        "Was it late in the evening? Yes!",
    ]
    lines = [f"{text}{end}" for text, end in zip(told, ends, strict=True)]
    assert texts(*lines, *tail) == [*told, *tail]


def test_what_goes_is_named() -> None:
    lines = [
        Line(number, f"I walked to the river again and again. {number}") for number in (4, 5, 6)
    ]
    assert without_counters(lines)[1] == [
        Note(number, "aside", str(number)) for number in (4, 5, 6)
    ]


def test_a_story_is_without_them() -> None:
    told = [f"{PROSE} {number}" for number in (11, 3, 204)]
    story = read_story("\n\n".join(("A Slow Walk", *told)).encode(), "x.txt", STYLE)
    assert [block.text for block in story.blocks] == [PROSE] * len(told)
    assert ("aside", "204") in [(note.kind, note.text) for note in story.stripped]


def test_comments_of_a_document_go_with_their_marks() -> None:
    body = ("For most of last year[a] I knew them.", "Her name.[b] It was[c][d] late, and [e].")
    below = ("[a]which year?", "[b]ask", "yes, she said", "[c]x", "[d]y")
    plain = ["For most of last year I knew them.", "Her name. It was late, and [e]."]
    assert texts(*body, *below) == [*plain, *[""] * len(below)]


def test_notes_with_letters_stay() -> None:
    lines = ("It was cold[a] then.", "[a] See the weather office, 2019.")
    assert texts(*lines) == list(lines)


def test_marks_without_comments_stay() -> None:
    lines = ("For most of last year[a] I knew them.", "Array[b] it is.")
    assert texts(*lines) == list(lines)
