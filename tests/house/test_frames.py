"""Loading frames and their lists: what is wrong is named with file and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wellspring.errors import HouseStyleError
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
FRAME = """
[[frame]]
does = ["quit"]
what = ["pills"]
said = ["to-reader"]
flagged = ["Stop the pills."]
clean = ["Stop the bus."]
"""
RULE = (
    'kind = "existence"\nseverity = "error"\nmessage = "No."\nwhy = "So."\n'
    f'source = "https://example.org/a"\n{FRAME}\n[examples]\n'
    'flagged = ["Stop the pills."]\nclean = ["Stop the bus."]\n'
)
QUIT = 'what = "To stop."\ndoings = ["stop", "=done with|without"]\n'
PILLS = 'what = "Pills."\nthings = ["pill"]\nlists = ["drugs"]\n'
FILE = "editorial/rules/claim/x.toml"


def house(write_house: Write, rule: str = RULE, quit_: str = QUIT, pills: str = PILLS) -> Path:
    return write_house(
        {
            "rules/claim/x.toml": rule,
            "lexicon/quit.toml": quit_,
            "lexicon/pills.toml": pills,
            "vocabulary/drugs.toml": 'what = "D."\nwords = ["{others}", "aspirins?", "a+"]\n',
            "vocabulary/others.toml": 'what = "O."\nwords = ["beta blockers?"]\n',
        }
    )


def test_a_frame_is_loaded_with_its_lists(write_house: Write) -> None:
    (rule,) = load_rules(house(write_house))
    assert rule.framed
    lexicon = rule.framed.lexicon
    assert lexicon.names == ["pills", "quit"]
    assert lexicon.things == {
        "pill": {"": 1},
        "pills": {"": 1},
        "aspirin": {"": 1},
        "aspirins": {"": 1},
        "beta": {"blocker": 1, "blockers": 1},
    }
    assert lexicon.doings["stopping"] == {"_": {"ing": 2}}
    assert lexicon.doings["done"] == {"with|without _": {"fixed": 2}}


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        (
            '["quit"]',
            '["quid"]',
            "8:1: there is no list `quid` in editorial/lexicon/. Did you mean `quit`?",
        ),
        ('["to-reader"]', '["to-readers"]', "10:1: `said` cannot be `to-readers`. Did you mean"),
        ('said = ["to-reader"]\n', "", "7:1: `said` is missing. Say to or of whom"),
        ('does = ["quit"]\n', "", "7:1: a frame needs `does`, or two lists in `beside`. Add one."),
        (
            'clean = ["Stop the bus."]\n\n',
            "\n",
            "11:1: a frame needs `flagged` and `clean` examples. Add one of each.",
        ),
        ("said =", "sayd = []\nsaid =", "10:1: `sayd` is not a key of this kind of file."),
        (
            "source =",
            'frames_without = ["no"]\nsource =',
            "5:1: `no` is no excuse of this rule. Take it out.",
        ),
    ],
)
def test_a_wrong_frame_is_named(write_house: Write, was: str, now: str, message: str) -> None:
    with pytest.raises(HouseStyleError) as raised:
        load_rules(house(write_house, RULE.replace(was, now, 1)))
    assert any(line.startswith(f"{FILE}:{message}") for line in str(raised.value).splitlines())


@pytest.mark.parametrize(
    ("pills", "message"),
    [
        ('what = "P."\n', "1:1: the list is empty. Add one of: things, signs, endings, lists,"),
        (
            'what = "P."\nlists = ["drug"]\n',
            "2:1: there is no word list `drug`. Did you mean `drugs`?",
        ),
        (
            'what = "P."\nthings = ["Pill"]\n',
            "2:1: `Pill` in `things` must be small letters with straight quotes.",
        ),
        ('things = ["pill"]\n', "1:1: `what` is missing or is not text."),
    ],
)
def test_a_wrong_list_is_named(write_house: Write, pills: str, message: str) -> None:
    with pytest.raises(HouseStyleError) as raised:
        load_rules(house(write_house, pills=pills))
    lines = str(raised.value).splitlines()
    assert any(line.startswith(f"editorial/lexicon/pills.toml:{message}") for line in lines)
