"""What a match must hold: never too much, and enough to skip most sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.real_house import real_rules
from wellspring.checking.index import PhraseIndex
from wellspring.model.phrase import MARKS, PARTS, STARTS, WORDS, Anchor, Phrase
from wellspring.text.phrases import EDGE, Vocabulary
from wellspring.text.tables import numbered, tables_of

PHRASES = numbered(real_rules())


def vocabulary(lists: dict[str, list[str]]) -> Vocabulary:
    words = Vocabulary()
    for name, found in lists.items():
        words.add(name, found)
    return words


def phrase(expression: str, **lists: list[str]) -> Phrase:
    return vocabulary(lists).phrase(expression)


def wanted(expression: str, **lists: list[str]) -> list[set[Anchor]]:
    return [set(group) for group in phrase(expression, **lists).needs]


def may_match(found: Phrase, text: str) -> bool:
    return bool(PhraseIndex(tables_of([found])).met(text))


def test_an_expression_of_which_nothing_can_be_told_is_always_tried() -> None:
    assert wanted(r"\w+y") == []
    assert may_match(phrase(r"[a-z]+"), "anything")


def test_the_rarer_word_is_needed_first() -> None:
    assert wanted("the remedy") == [{(WORDS, "remedy")}, {(WORDS, "the")}]
    assert wanted("(?:the|a) (?:remedy|cure)") == [{(WORDS, "remedy"), (WORDS, "cure")}]


def test_what_may_be_left_out_is_not_needed() -> None:
    assert wanted("(?:really )?safe") == [{(WORDS, "safe")}]
    assert wanted(r"no (?:\w+ ){0,2}risk") == [{(WORDS, "risk")}, {(WORDS, "no")}]


def test_a_word_is_whole_where_nothing_else_goes_on() -> None:
    assert wanted("cures?") == [{(WORDS, "cure"), (WORDS, "cures")}]
    assert wanted(r"heal\w*") == [{(STARTS, "heal")}]
    assert wanted(r"heal\b.*") == [{(WORDS, "heal")}]
    assert wanted(r"\w*safe") == [{(PARTS, "safe")}]
    assert not may_match(phrase("con"), "consider it")


def test_a_word_that_may_go_on_to_the_left_is_one_of_two() -> None:
    assert wanted("(?:un)?safe") == [{(WORDS, "safe"), (WORDS, "unsafe")}]
    assert may_match(phrase("(?:un)?safe"), "it is unsafe")


def test_digits_are_needed_where_they_are() -> None:
    assert not may_match(phrase(r"\d+ tablets?"), "some tablets")
    assert may_match(phrase(r"\d+ tablets?"), "2 tablets")
    assert may_match(phrase(r"\d+ tablets?"), "250 tablets")


def test_marks_are_needed_where_they_are() -> None:
    assert wanted("self-(?:help|care)") == [
        {(WORDS, "self")},
        {(WORDS, "help"), (WORDS, "care")},
        {(MARKS, "-")},
    ]
    assert not may_match(phrase("a (?:-|—) b"), "a, b")


def test_lists_count_as_if_written_out() -> None:
    found = phrase("no {harm} at all", harm=["risks?", "danger"])
    assert found.pattern.search("no danger at all")
    assert not may_match(found, "no bother at all")


def test_one_of_two_lists_is_needed() -> None:
    lists = {"harm": [r"risk\w*"], "good": ["help", "care"]}
    assert wanted("(?:{harm}|{good})", **lists) == [
        {(STARTS, "risk"), (WORDS, "help"), (WORDS, "care")}
    ]


def test_letters_whose_capitals_make_no_difference_are_not_looked_for() -> None:
    assert may_match(phrase("(?i:CURES)"), "it cures")


def test_phrases_cut_no_word() -> None:
    assert not phrase("cure").pattern.search("obscures and cured")
    assert phrase(r"cure\?").pattern.search("a cure?")


@pytest.mark.parametrize("found", PHRASES, ids=lambda found: found.expression[20:50])
def test_every_expression_of_the_house_style_compiles(found: Phrase) -> None:
    assert found.pattern


TEXTS = [
    sentence.casefold().replace("’", "'")
    for rule in real_rules()
    for sentence in (*rule.examples.flagged, *rule.examples.clean)
]


def test_no_match_is_skipped() -> None:
    index = PhraseIndex(tables_of(PHRASES))
    for text in TEXTS:
        likely = index.met(text)
        for number, found in enumerate(PHRASES):
            if not likely >> number & 1:
                assert not found.pattern.search(text), (found.expression, text)


WORDS_OF_TEXTS = st.lists(
    st.sampled_from(
        ["no", "risk", "risks", "safe", "unsafe", "2", "40%", "cure", "cures", "the", "-", "it's"]
    ),
    max_size=8,
).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words), "-".join(words)]))
EXPRESSIONS = [
    r"no (?:\w+ ){0,2}risks?",
    r"(?:un)?safe|cures?",
    r"(?:\d+|the) ?%? (?:safe|cure)",
    r"(?:the (?:safe|cure)|no)(?: risk)?",
    r"(?<!no )risk",
    r"(?=the)\w+ (?:cure|risk)s?",
    r"(?:{harm}|{good})",
    r"(?:no|the)[- ]{good}(?: {harm})?",
    r"\b(?:un)?{good}\b ?-?",
    r"(?:no ?)+{harm}",
    r"(?>cures?|un(?:safe|risk))\w*",
    r"[un]*safe-?(?:it|risk)'?s",
    r"(?:it's|the)(?:-|—| )?(?:no|\d)",
]
LISTS = {"harm": [r"risk\w*", "2"], "good": ["safe", "cures?"]}


@given(WORDS_OF_TEXTS, st.sampled_from(EXPRESSIONS))
def test_whatever_matches_may_match(text: str, expression: str) -> None:
    found = phrase(expression, **LISTS)
    edged = f"{EDGE}(?:{vocabulary(LISTS).write_out(expression)}){EDGE}"
    assert str(found.pattern.search(text)) == str(re.search(edged, text))
    if found.pattern.search(text):
        assert may_match(found, text)
