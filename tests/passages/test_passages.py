"""The labelled passages: how many the rules get right, as counts that must not become worse.

`python -m tests.passages.score dev` shows them by rule.
"""

import json
from pathlib import Path

import pytest

from tests.passages.score import Count, passages, score, step_of
from tests.real_house import real_rules
from wellspring.checking.rulebook import Rulebook, bind_rules

KNOWN = json.loads(Path(__file__).with_name("counts.json").read_text(encoding="utf-8"))
SETS = sorted(KNOWN)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return bind_rules(real_rules())


@pytest.fixture(scope="module", params=SETS)
def counts(request: pytest.FixtureRequest, book: Rulebook) -> tuple[str, dict[str, Count]]:
    return request.param, score(request.param, book, step_of(request.param))


def test_no_rule_finds_less_than_it_did(counts: tuple[str, dict[str, Count]]) -> None:
    name, found = counts
    worse = {
        rule: (count.hits, KNOWN[name][rule]["hits"])
        for rule, count in found.items()
        if count.hits < KNOWN[name][rule]["hits"]
    }
    assert worse == {}


def test_no_rule_raises_more_false_alarms_than_it_did(
    counts: tuple[str, dict[str, Count]],
) -> None:
    name, found = counts
    worse = {
        rule: (len(count.false), KNOWN[name][rule]["false"])
        for rule, count in found.items()
        if len(count.false) > KNOWN[name][rule]["false"]
    }
    assert worse == {}


@pytest.mark.parametrize("name", SETS)
def test_about_half_of_the_passages_are_near_misses(name: str) -> None:
    labelled = passages(name)
    clean = sum(not passage["rules"] for passage in labelled)
    assert 0.38 <= clean / len(labelled) <= 0.62


def test_no_passage_is_in_two_sets() -> None:
    texts = [str(passage["text"]).strip() for name in SETS for passage in passages(name)]
    assert len(texts) == len(set(texts))
