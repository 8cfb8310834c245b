"""Rules become plain data and pieces, and back; those that do not belong together are refused."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.real_house import real_rules
from tests.small_rules import excuse_file, find, rule_file
from wellspring.house.plain_rules import Rules, bound, rules_from_plain, rules_to_plain
from wellspring.house.rules import load_rules
from wellspring.text.tables import numbered

Write = Callable[[dict[str, str]], Path]
WAY = 'where = "before"\nwords = ["never", "{denial}"]'
LINES = 'terms = ["cures?", "{treatment} heals"]\nexcuses = ["denied"]'
BODY = "It cures. It never cures. Yoga heals. No yoga heals."


@pytest.fixture
def rules(write_house: Write) -> Rules:
    files = {
        "rules/claim/cure.toml": rule_file(LINES),
        "rules/claim/heal.toml": rule_file('terms = ["healing"]\nexcuses = ["denied"]'),
        "excuses/denied.toml": excuse_file(WAY),
        "vocabulary/treatment.toml": 'what = "It."\nwords = ["yoga", "tea"]\n',
        "vocabulary/denial.toml": 'what = "It."\nwords = ["no", "hardly"]\n',
    }
    return bound(load_rules(write_house(files)))


def through(rules: Rules, fetched: list[int] | None = None) -> Rules:
    """Return rules after they were written and read; `fetched`: what has been fetched since."""
    data, pieces = rules_to_plain(rules)
    return rules_from_plain(json.loads(json.dumps(data)), fetcher(pieces, fetched))


def fetcher(
    pieces: list[bytes], fetched: list[int] | None = None
) -> Callable[[int], Callable[[], bytes]]:
    """Return what fetches pieces."""

    def fetch(number: int) -> Callable[[], bytes]:
        def piece() -> bytes:
            if fetched is not None:
                fetched.append(number)
            return pieces[number]

        return piece

    return fetch


def test_rules_come_back_as_they_were(rules: Rules) -> None:
    back = through(rules)
    assert back.tables == rules.tables
    assert rules_to_plain(back) == rules_to_plain(rules)
    assert find(BODY, *back.rules) == find(BODY, *rules.rules)
    assert len(find(BODY, *back.rules)) == 2


def test_the_houses_own_rules_come_back_as_they_were() -> None:
    rules = bound(real_rules())
    back = through(rules)
    assert back.tables == rules.tables
    assert rules_to_plain(back) == rules_to_plain(rules)
    for old, new in zip(numbered(rules.rules), numbered(back.rules), strict=True):
        assert old.expression == new.expression
    for rule, again in zip(rules.rules, back.rules, strict=True):
        assert (rule.id, rule.message, rule.examples) == (again.id, again.message, again.examples)


def test_shared_phrases_stay_shared(rules: Rules) -> None:
    first, second = through(rules).rules
    assert first.excuses[0].ways[0].words[0] is not None
    assert [*map(id, first.excuses[0].ways[0].words)] == [*map(id, second.excuses[0].ways[0].words)]


def test_only_what_is_tried_is_fetched(rules: Rules) -> None:
    fetched: list[int] = []
    back = through(rules, fetched)
    assert not fetched
    assert back.rules[0].terms[0].pattern.search("it cures")
    assert len(fetched) == 1


def test_rules_reach_other_processes(rules: Rules) -> None:
    sent = pickle.loads(pickle.dumps(through(rules, None)))  # noqa: S301 - made a moment before
    assert find(BODY, *sent.rules) == find(BODY, *rules.rules)


def broken(change: Callable[[list[Any]], None], rules: Rules) -> Rules:
    """Return what is read of rules' data after a change."""
    data, pieces = rules_to_plain(rules)
    data = json.loads(json.dumps(data))
    change(data)
    return rules_from_plain(data, fetcher(pieces))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda data: data.pop(), ValueError),
        (lambda data: data[1].pop(), LookupError),
        (lambda data: data[1].append("more"), ValueError),
        (lambda data: data[2].pop(), ValueError),
        (lambda data: data[2][0].pop(), ValueError),
        (lambda data: data[3].__setitem__(0, 1), ValueError),
        (lambda data: data[3].__setitem__(1, "zero"), ValueError),
        (lambda data: data[3].__setitem__(1, 5), TypeError),
        (lambda data: data[4].append({}), TypeError),
    ],
)
def test_what_does_not_belong_together_is_refused(
    rules: Rules, change: Callable[[list[Any]], None], error: type[Exception]
) -> None:
    with pytest.raises(error):
        broken(change, rules)
