"""Frames of a rule over a text: roles, denials, what “it” stands for, scenes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import reading_of
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
Found = Callable[[str, str], list[str]]
HEAD = """
kind = "existence"
severity = "error"
message = "{match}"
why = "A reason."
source = "https://example.org/why"
excuses = ["no"]
frames_without = ["no"]
[[frame]]
"""
TAIL = """
flagged = ["Stop the pills."]
clean = ["Stop the bus."]
[examples]
flagged = ["Stop the pills."]
clean = ["Stop the bus."]
"""
NO = """
what = "Denied."
[[way]]
where = "before"
words = ["not"]
[examples]
excused = ["I do not {stop}."]
stands = ["I {stop}."]
"""
QUIT = 'does = ["quit"]\nwhat = ["pills"]\nsaid = ["to-reader"]\n'


@pytest.fixture
def found(write_house: Write) -> Found:
    def run(frame: str, text: str) -> list[str]:
        root = write_house(
            {
                "rules/claim/x.toml": f"{HEAD}{frame}{TAIL}",
                "excuses/no.toml": NO,
                "lexicon/quit.toml": 'what = "Q."\ndoings = ["stop", "halve"]\nalone = ["rest"]\n',
                "lexicon/pills.toml": 'what = "P."\nthings = ["pill", "statin"]\n',
                "lexicon/herbs.toml": 'what = "H."\nthings = ["sage", "tea"]\n',
                "lexicon/best.toml": 'what = "B."\nsigns = ["better", "first"]\n',
            }
        )
        reading = reading_of(text)
        return [each.message for each in check_rules(reading, bind_rules(load_rules(root)))]

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Stop the bus.",
        "Stop the pill box from rattling.",
        "She stopped the pills.",
        "Don't stop the pills.",
        "If you stop the pills, ask.",
        "Take the pills. The tea is hot, so stop it.",
    ],
)
def test_other_roles_are_left_alone(found: Found, text: str) -> None:
    assert found(QUIT, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You can safely stop your pills.", "stop your pills"),
        ("Do not wait, stop the pills.", "stop the pills"),
        ("The pills are old. Halve them.", "Halve them"),
        ("Statins? You may rest.", "rest"),
    ],
)
def test_the_same_roles_are_found_in_other_words(found: Found, text: str, said: str) -> None:
    assert found(QUIT, text) == [said]


def test_a_denial_is_shown_with_what_is_denied(found: Found) -> None:
    assert found(f"{QUIT}denied = true\n", "You don't stop the pills.") == ["don't stop the pills"]


def test_the_subject_may_be_asked_for(found: Found) -> None:
    frame = 'does = ["quit"]\nwho = ["pills"]\nsaid = ["can"]\n'
    assert found(frame, "The pills can rest.") == ["rest"]
    assert found(frame, "The cat can rest.") == []


def test_what_it_is_about_may_have_to_be_somebodys(found: Found) -> None:
    frame = 'does = ["quit"]\nwhat = ["pills"]\nsaid = ["of-thing"]\nowned = true\n'
    assert found(frame, "Sage stopped my pills.") == ["stopped my pills"]
    assert found(frame, "Sage stopped the pills.") == []


def test_words_beside_near_and_lacking(found: Found) -> None:
    frame = f'{QUIT}beside = ["best"]\nnear = ["herbs"]\nlacks = ["herbs"]\n'
    assert found(frame, "Drink sage. First stop the pills.") == ["stop the pills"]
    assert found(frame, "Drink sage. Stop the pills.") == []
    assert found(frame, "First stop the pills.") == []
    assert found(frame, "Drink sage. First stop the pills with tea.") == []


def test_a_scene_asks_for_things_in_any_order(found: Found) -> None:
    scene = 'beside = ["pills|herbs", "herbs", "best"]\n'
    assert found(scene, "Sage is better than a pill.") == ["Sage is better than a pill"]
    assert found(scene, "For coughs a pill is worse, and sage better.") == [
        "pill is worse, and sage better"
    ]
    assert found(scene, "Sage is better.") == []


def test_no_word_is_reported_twice(found: Found) -> None:
    both = f'{QUIT}flagged = ["a"]\nclean = ["b"]\n[[frame]]\nbeside = ["pills", "best"]\n'
    assert len(found(both, "First stop the pills.")) == 1
