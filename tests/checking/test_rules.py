"""How rules are applied: kinds, scopes, excuses, and where a finding stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import reading_of
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.house.rules import load_rules
from wellspring.model.finding import Finding, Fix
from wellspring.model.place import Place

Write = Callable[[dict[str, str]], Path]
Check = Callable[..., list[Finding]]
HEAD = (
    'severity = "error"\nmessage = "“{match}” is wrong. Mend it."\nwhy = "A reason."\n'
    'source = "https://example.org/why"\n'
)
TAIL = '\n[examples]\nflagged = ["It cures."]\nclean = ["It helps."]\n'
NEGATION = """
what = "Denied."
[[way]]
where = "before"
words = ["not", "\\\\w+n't", "no"]
unless = ["not (?:just|only)"]
ends = ["but", "—"]
[[way]]
where = "next"
words = ["^that is not true"]
[[way]]
where = "heading"
words = ["myths?"]
[[way]]
where = "lead"
words = ["beware"]
[[way]]
where = "before"
quoted = true
words = ["he claims"]
[examples]
excused = ["It is not {a cure}."]
stands = ["It is {a cure}."]
"""


@pytest.fixture
def check(write_house: Write) -> Check:
    def run(rule: str, text: str, declared: str = "", topic: str = "") -> list[Finding]:
        root = write_house(
            {
                "rules/claim/x.toml": HEAD + rule + TAIL,
                "excuses/negation.toml": NEGATION,
                "vocabulary/ills.toml": 'what = "Ills."\nwords = ["colds?", "{aches}"]\n',
                "vocabulary/aches.toml": 'what = "Aches."\nwords = ["headaches?"]\n',
            }
        )
        reading = reading_of(text)
        book = bind_rules(load_rules(root))
        return check_rules(reading, book, frozenset({declared}), frozenset({topic}))

    return run


CURES = 'kind = "existence"\nterms = ["cures {ills}", "cures"]\n'
EXCUSED = CURES + 'excuses = ["negation"]\n'


def test_what_is_not_there_is_not_found(check: Check) -> None:
    assert check(CURES, "It obscures. It helps with colds.") == []


def test_a_finding_says_where_and_why(check: Check) -> None:
    (found,) = check(CURES, "One.\n\nThis *tea* **cures\nheadaches** soon.")
    assert (found.place, found.end) == (Place("x.md", 3, 14), Place("x.md", 4, 10))
    assert found.message == "“cures headaches” is wrong. Mend it."
    assert (found.rule, found.severity, found.source) == (
        "claim-x",
        "error",
        "https://example.org/why",
    )
    assert found.sentence == "this tea cures headaches soon."


def test_unless_silences_what_it_touches(check: Check) -> None:
    assert (
        check(CURES + 'unless = ["cures ham"]\n', "He cures ham. It cures.")[0].place.column == 18
    )


def test_only_if_must_stand_in_the_sentence(check: Check) -> None:
    rule = CURES + 'only_if = ["tea"]\n'
    assert check(rule, "It cures. Tea is hot.") == []
    assert len(check(rule, "Tea cures.")) == 1


def test_a_source_is_enough_for_some_rules(check: Check) -> None:
    rule = 'kind = "requires-citation"\nterms = ["cures"]\neven_if_cited = ["soap"]\n'
    assert check(rule, "It cures [so they say](https://x.y).") == []
    assert len(check(rule, "It cures.")) == 1
    assert len(check(rule, "Soap cures [so they say](https://x.y).")) == 1


@pytest.mark.parametrize(
    ("within", "silent"),
    [("sentence", 1), ("block", 2), ("neighbours", 3), ("text", 4)],
)
def test_words_that_are_needed_may_stand_so_far_away(
    check: Check, within: str, silent: int
) -> None:
    rule = f'kind = "consistency"\nterms = ["cures"]\nneeds = ["maybe"]\nwithin = "{within}"\n'
    near = [
        "Maybe it cures.",
        "It cures. Maybe.",
        "It cures.\n\nMaybe.",
        "It cures.\n\nA.\n\nMaybe.",
    ]
    assert [not check(rule, text) for text in near] == [True] * silent + [False] * (4 - silent)


def test_what_the_front_matter_declares_settles_it(check: Check) -> None:
    rule = 'kind = "consistency"\nterms = ["cures"]\nneeds = ["maybe"]\ndeclared = ["sponsored"]\n'
    assert check(rule, "It cures.", "sponsored") == []
    assert len(check(rule, "It cures.", "personal-story")) == 1


def test_a_rule_may_hold_for_some_topics_only(check: Check) -> None:
    rule = CURES + 'topics = ["ketamine"]\n'
    assert check(rule, "It cures.", topic="sleep") == []
    assert len(check(rule, "It cures.", topic="ketamine")) == 1


@pytest.mark.parametrize(
    ("per", "times"), [("match", 4), ("sentence", 3), ("block", 2), ("text", 1)]
)
def test_a_rule_says_how_often_it_is_reported(check: Check, per: str, times: int) -> None:
    text = "It cures and cures. It cures.\n\nIt cures."
    assert len(check(CURES + f'per = "{per}"\n', text)) == times


def test_a_rule_may_hold_in_some_blocks_only(check: Check) -> None:
    found = check(CURES + 'blocks = ["heading"]\n', "## It cures\n\nIt cures.")
    assert [item.place.line for item in found] == [1]


def test_pairs_go_on_in_the_next_sentence_of_a_block(check: Check) -> None:
    rule = 'kind = "existence"\nterms = ["cures"]\npairs = ["is it safe\\\\? yes"]\n'
    assert check(rule, "Is it safe?\n\nYes it is.") == []
    assert len(check(rule, "Is it safe? Yes it is.")) == 1


def test_a_rule_offers_its_fix(check: Check) -> None:
    rule = 'kind = "substitution"\nterms = ["cures"]\nswap = ["cures", "eases"]\n'
    assert check(rule, "It cures.")[0].fix == Fix("cures", "eases", Place("x.md", 1, 4))


@pytest.mark.parametrize(
    "text",
    [
        "It is not something that cures.",
        "It doesn’t say that it cures.",
        "It cures colds. That is not true.",
        "## Myths\n\nIt cures colds.",
        "Beware of:\n\n- what cures all",
        "He claims “it cures” all.",
    ],
)
def test_denied_words_are_excused(check: Check, text: str) -> None:
    assert check(EXCUSED, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is not just help that cures.",
        "Pills did not help, but this cures.",
        "No pill — this cures.",
        "It cures colds. That is true.",
        "## Facts\n\nIt cures colds.",
        "Try:\n\n- what cures all",
        "He claims it cures all.",
    ],
)
def test_a_denial_that_does_not_reach_excuses_nothing(check: Check, text: str) -> None:
    assert len(check(EXCUSED, text)) == 1


def test_time_grows_with_length_alone(check: Check) -> None:
    assert len(check(EXCUSED, "It cures colds and more. " * 4000)) == 4000
