"""Loading rules, excuses and word lists: what is wrong is named with file and key, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.real_house import real_rules
from wellspring.checking.measures import MEASURES, OF_ARTICLES
from wellspring.errors import HouseStyleError
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
GOOD = (
    'kind = "existence"\nseverity = "error"\nmessage = "No."\nwhy = "So."\n'
    'source = "https://example.org/a"\nterms = ["cures"]\n\n[examples]\n'
    'flagged = ["It cures."]\nclean = ["It helps."]\n'
)
FILE = "editorial/rules/claim/x.toml"


def problems(write_house: Write, rule: str, more: dict[str, str] | None = None) -> list[str]:
    root = write_house({"rules/claim/x.toml": rule} | (more or {}))
    with pytest.raises(HouseStyleError) as raised:
        load_rules(root)
    return str(raised.value).splitlines()


def test_a_good_rule_is_loaded(write_house: Write) -> None:
    (rule,) = load_rules(write_house({"rules/claim/x.toml": GOOD}))
    assert rule.id == "claim-x"


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        (
            'source = "https://example.org/a"\n',
            "",
            f'{FILE}:1:1: `source` is missing or is not text. Add `source = "…"`.',
        ),
        (
            'clean = ["It helps."]\n',
            "",
            f"{FILE}:8:1: there must be `flagged` examples and at least as many `clean` ones. Add "
            "them under `[examples]`.",
        ),
        (
            'terms = ["cures"]',
            'terms = ["(cures"]',
            f"{FILE}:6:1: `(cures` in `terms` is not a regular expression: missing ), unterminated "
            "subpattern at position 0. Mend it.",
        ),
        (
            'terms = ["cures"]',
            'terms = ["cures {ilness}"]',
            f"{FILE}:6:1: there is no word list `ilness`. There are none yet.",
        ),
        (
            'terms = ["cures"]',
            'terms = ["it’s"]',
            f"{FILE}:6:1: `it’s` in `terms` has a curly quote. Write ' instead of ’.",
        ),
        (
            'kind = "existence"',
            'kind = "existance"',
            f"{FILE}:1:1: `kind` cannot be `existance`. Did you mean `existence`?",
        ),
        (
            'terms = ["cures"]',
            'terms = ["cures"]\nexcuses = ["negation"]',
            f"{FILE}:7:1: there is no excuse `negation`. There are none yet.",
        ),
        (
            'terms = ["cures"]',
            'terms = ["cures"]\ntermz = []',
            f"{FILE}:7:1: `termz` is not a key of this kind of file. Did you mean `terms`?",
        ),
        (
            'kind = "existence"',
            'kind = "consistency"',
            f"{FILE}:1:1: `needs` is missing. Say which words must stand nearby.",
        ),
        (
            'kind = "existence"',
            'kind = "substitution"',
            f"{FILE}:1:1: `swap` is missing. Say what replaces what.",
        ),
        (
            'kind = "existence"',
            'kind = "metric"',
            f"{FILE}:1:1: `measure` is missing. Say what the rule looks at.",
        ),
        (
            'terms = ["cures"]',
            'terms = ["cures"]\nblocks = ["headline"]',
            f"{FILE}:7:1: there is no block `headline`. Did you mean `heading`?",
        ),
    ],
)
def test_a_broken_rule_names_file_and_key(
    write_house: Write, was: str, now: str, message: str
) -> None:
    assert problems(write_house, GOOD.replace(was, now)) == [message]


def test_a_measure_that_does_not_exist_is_named(write_house: Write) -> None:
    rule = GOOD.replace('"existence"', '"metric"').replace("terms", 'measure = "lenght"\nterms')
    (line,) = problems(write_house, rule)
    assert line.startswith(f"{FILE}:6:1: `measure` cannot be `lenght`.")


def test_all_that_is_wrong_is_said_in_one_run(write_house: Write) -> None:
    bad = GOOD.replace('why = "So."\n', "").replace('"error"', '"fatal"')
    more = {"excuses/a.toml": 'what = "A."\n', "vocabulary/b.toml": "words = []\n"}
    lines = problems(write_house, bad, more)
    assert len({line.split(":")[0] for line in lines}) == 3
    assert len(lines) >= 5


def test_lists_may_hold_each_other_in_any_order(write_house: Write) -> None:
    files = {
        "rules/claim/x.toml": GOOD.replace('"cures"', '"cures {all}"'),
        "vocabulary/all.toml": 'what = "All."\nwords = ["{zzz}"]\n',
        "vocabulary/zzz.toml": 'what = "Some."\nwords = ["colds?"]\n',
    }
    (rule,) = load_rules(write_house(files))
    assert rule.terms[0].pattern.search("it cures colds")


def test_the_measures_that_rules_may_name_are_those_there_are() -> None:
    rules = real_rules()
    assert {rule.measure for rule in rules if rule.measure} == set(MEASURES)
    assert set(MEASURES) >= OF_ARTICLES
