"""Lists that have lost their bullets: what is one, and what only looks like one."""

import pytest

from tests.importing.score import STYLE
from tests.importing.small_stories import PROSE
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
