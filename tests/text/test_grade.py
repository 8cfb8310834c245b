"""Reading grades: the formula, what is counted, and which sentences are hardest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_rules import reading_of
from wellspring.text.grade import formula, grade_of, hardest, syllables

EASY = "The cat sat on the mat. The dog ran to the cat."
HARD = (
    "Contemporary pharmacological interventions necessitate considerable interdisciplinary "
    "collaboration between experienced practitioners."
)


def grade(body: str) -> float:
    return grade_of(reading_of(body))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("the", 1),
        ("hmm", 1),
        ("made", 1),
        ("walked", 1),
        ("wanted", 2),
        ("table", 2),
        ("makes", 1),
        ("houses", 2),
        ("sleeping", 2),
        ("medicine", 3),
        ("café", 2),
    ],
)
def test_syllables_are_groups_of_vowels_without_a_silent_e(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula_is_that_of_kincaid() -> None:
    assert formula(100, 5, 150) == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)


def test_a_text_without_words_has_no_grade() -> None:
    assert grade("") == grade("123. 45!") == grade("```\ncode here\n```") == 0.0


def test_short_words_are_easy_and_long_ones_hard() -> None:
    assert grade(EASY) < 2
    assert grade(HARD) > 15


def test_a_known_text_has_its_known_grade() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


@pytest.mark.parametrize(
    "more", [f"\n\n[^1]: {HARD}", f"\n\n| {HARD} | x |\n|---|---|", f"\n\n```\n{HARD}\n```"]
)
def test_footnotes_tables_and_code_do_not_count(more: str) -> None:
    assert grade(EASY + more) == grade(EASY)


def test_a_heading_and_an_item_are_sentences_of_their_own() -> None:
    assert grade(f"## Cats and dogs\n\n- {EASY}") < grade("Cats and dogs and the cat sat on a mat.")


def test_the_hardest_come_first_and_short_ones_never() -> None:
    body = f"{EASY} Incomprehensibility! {HARD} We went out to see the old dog by the sea today."
    found = [sentence.shown for sentence in hardest(reading_of(body))]
    assert found == [HARD, "We went out to see the old dog by the sea today."]
    assert len(hardest(reading_of(f"{HARD} {HARD} {HARD} {HARD}"))) == 3


@given(st.text())
def test_any_word_has_a_syllable_and_any_text_a_grade(text: str) -> None:
    assert syllables(text) >= 1
    assert grade(text) >= 0.39 + 11.8 - 15.59 - 1e-9 or grade(text) == 0.0
