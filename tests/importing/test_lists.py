"""Lists that have lost their bullets: what is one, and what only looks like one."""

import pytest

from tests.importing.score import STYLE
from tests.importing.small_stories import PROSE
from wellspring.importing.block import Block
from wellspring.importing.line import Line
from wellspring.importing.lists import lists_apart
from wellspring.importing.story import read_story


def items(*lines: str) -> list[str]:
    """Return the items of a story with such lines between its paragraphs."""
    text = "\n".join(["A Slow Walk", "By Robin Example", "", PROSE, "", *lines, "", PROSE])
    story = read_story(text.encode(), "x.txt", STYLE)
    return [block.text for block in story.blocks if block.kind == "item"]


@pytest.mark.parametrize(
    "lines",
    [
        ("The form asks:", "Which knee?"),
        ("She said what she always says:", PROSE, PROSE),
        ("I asked her:", "Why do you walk so slowly on the way home?", PROSE),
        ("My daughter asked me:", "Why are you so tired?", "I did not know what to say."),
        (
            "I’ll explain:",
            "What is fatigue?",
            "It is not being tired.",
            "Is there a cure?",
            "None.",
        ),
    ],
)
def test_no_list(lines: tuple[str, ...]) -> None:
    assert items(*lines) == []


def test_sentences_below_a_colon_are_none_where_lists_have_bullets() -> None:
    found = items(
        "• a pot of tea", "• a good book", "", PROSE, "", "I knew:", "I was ill.", "I slept."
    )
    assert found == ["a pot of tea", "a good book"]


@pytest.mark.parametrize(
    "lines",
    [
        ("What I took:", "a pot of tea", "a good book"),
        ("The form wants to know:", "Which knee?", "Since when?", "Any history?"),
        ("My list of that week:", "Slept.", "Woke.", "Toast."),
    ],
)
def test_lines_below_a_colon_that_are_alike(lines: tuple[str, ...]) -> None:
    assert items(*lines) == list(lines[1:])


def test_words_alone_are_items_beside_another_list_too() -> None:
    found = items("My list:", "Slept.", "Woke.", "", PROSE, "", "• a pot of tea", "• a good book")
    assert found == ["Slept.", "Woke.", "a pot of tea", "a good book"]


def test_boxes_to_be_ticked_are_a_list_that_says_what_is_done() -> None:
    assert items("[ ] call Kim", "[x] buy honey", "- [ ] wash up") == [
        *("call Kim", "✓ buy honey", "wash up")
    ]
    assert items("[x]", "[Music plays] and the lamp is lit.") == []


APART = (PROSE, "", PROSE, "", PROSE, "", PROSE, "", PROSE, "")


@pytest.mark.parametrize(
    "lines",
    [
        ("“Good.”", "“Don’t move your head.”", "“Leave the small ones, they’re not finished.”"),
        ("Find where the tools are.", "Tell one man. Just the one. See what happens.", "Sleep?"),
    ],
)
def test_lines_that_stand_together_below_a_colon_are_items(lines: tuple[str, ...]) -> None:
    assert items(*APART, "What he told me:", *lines) == list(lines)
    assert items(*APART, "What he told me:", "", *lines, "", PROSE) == list(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Good.", "Don’t move."),
        ("Sit. Stay.", "there's the light. Come round.", "Good. Down you go."),
        ("Sit. Stay.", "Down you go. Stay.", "Good girl—"),
        ("Sit. Stay.", "He said:", "Down you go. Stay."),
        ("It was " * 60 + "late. And on.", "Down you go. Stay.", "Good. Girl."),
    ],
)
def test_other_lines_that_stand_together_are_not_surely_items(lines: tuple[str, ...]) -> None:
    apart: list[Block | Line] = [Line(at, PROSE) for at in range(6)]
    below: list[Block | Line] = [Line(7 + at, line) for at, line in enumerate(lines)]
    gaps = [True] * 8 + [False] * (len(lines) - 1)
    assert lists_apart([*apart, Line(6, "He told me:"), *below], gaps) == set()


def test_where_all_lines_stand_together_none_is_surely_an_item() -> None:
    lines: list[Block | Line] = [Line(at, "He told me:" if at == 3 else PROSE) for at in range(9)]
    assert lists_apart(lines, [False] * 9) == set()
    assert lists_apart(lines, [True] * 5 + [False] * 4) == set()
