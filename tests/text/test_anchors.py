"""What a match must hold: never too much, and enough to skip most sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from wellspring.house.rules import load_rules
from wellspring.model.phrase import Phrase, probe_of
from wellspring.text.phrases import Vocabulary

PHRASES = [
    phrase
    for rule in load_rules(ROOT / "editorial")
    for phrase in (*rule.terms, *rule.pairs, *rule.unless, *rule.needs)
]


def phrase(expression: str, **lists: list[str]) -> Phrase:
    words = Vocabulary()
    for name, found in lists.items():
        words.add(name, found)
    return words.phrase(expression)


def wanted(expression: str) -> set[str]:
    return {anchor.text for anchor in phrase(expression).anchors}


def test_an_expression_of_which_nothing_can_be_told_is_always_tried() -> None:
    assert wanted(r"\w+y") == set()
    assert phrase(r"[a-z]+").may_match("anything")


def test_the_rarer_word_is_chosen() -> None:
    assert wanted("the remedy") == {"the remedy"}
    assert wanted("(?:the|a) (?:remedy|cure)") == {"remedy", "cure"}


def test_what_may_be_left_out_is_not_needed() -> None:
    assert wanted("(?:really )?safe") == {"safe"}


def test_a_word_that_may_go_on_to_the_left_is_looked_for_anywhere() -> None:
    (anchor,) = phrase("(?:un)?safe").anchors
    assert (anchor.text, anchor.key) == ("safe", "")
    assert phrase("(?:un)?safe").may_match("it is unsafe")


def test_digits_are_needed_where_they_are() -> None:
    assert not phrase(r"\d+ tablets?").may_match(probe_of("some tablets"))
    assert phrase(r"\d+ tablets?").may_match(probe_of("2 tablets"))


def test_lists_count_as_if_written_out() -> None:
    found = phrase("no {harm} at all", harm=["risks?", "danger"])
    assert found.pattern.search("no danger at all")
    assert not found.may_match("no bother at all")


def test_letters_whose_capitals_make_no_difference_are_not_looked_for() -> None:
    assert phrase("(?i:CURES)").may_match("it cures")


def test_phrases_cut_no_word() -> None:
    assert not phrase("cure").pattern.search("obscures and cured")
    assert phrase(r"cure\?").pattern.search("a cure?")


@pytest.mark.parametrize("found", PHRASES, ids=lambda found: found.expression[20:50])
def test_every_expression_of_the_house_style_compiles(found: Phrase) -> None:
    assert found.pattern


TEXTS = [
    sentence.casefold().replace("’", "'")
    for rule in load_rules(ROOT / "editorial")
    for sentence in (*rule.examples.flagged, *rule.examples.clean)
]


def test_no_match_is_skipped() -> None:
    for found in PHRASES:
        for text in TEXTS:
            if found.pattern.search(text):
                assert found.may_match(probe_of(text)), (found.expression, text)


WORDS = st.lists(
    st.sampled_from(["no", "risk", "risks", "safe", "unsafe", "2", "40%", "cure", "cures", "the"]),
    max_size=8,
).map(" ".join)
EXPRESSIONS = [
    r"no (?:\w+ ){0,2}risks?",
    r"(?:un)?safe|cures?",
    r"(?:\d+|the) ?%? (?:safe|cure)",
    r"(?:the (?:safe|cure)|no)(?: risk)?",
    r"(?<!no )risk",
    r"(?=the)\w+ (?:cure|risk)s?",
]


@given(WORDS, st.sampled_from(EXPRESSIONS))
def test_whatever_matches_may_match(text: str, expression: str) -> None:
    found = phrase(expression)
    if re.search(expression, text) and found.pattern.search(text):
        assert found.may_match(probe_of(text))
