"""Terms: whole words only, in the forms that readers meet them, each at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.terms import index_terms

INDEX = index_terms(
    {
        "drug": ["ketamine"],
        "mood": ["low mood", "self-harm", "can't cope", "anxiety", "mood"],
        "herb": ["St. John's wort", "", "…"],
    }
)


def found(text: str) -> list[tuple[str, str]]:
    return [(item.owner, text[item.start : item.end]) for item in INDEX.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "esketamine",
        "ketaminergic",
        "ketamin",
        "lowmood",
        "slow moods",
        "low, moody",
        "self. Harm is",
        "selfharm",
        "self/harm",
        "can t cope",
        "can’t, cope",
        "can't",
        "",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert [item for item in found(text) if item[1].casefold() not in {"mood", "moods"}] == []


@pytest.mark.parametrize(
    ("text", "owner", "words"),
    [
        ("a Ketamine b", "drug", "Ketamine"),
        ("KETAMINES.", "drug", "KETAMINES"),
        ("ketamine’s effects", "drug", "ketamine"),
        ("“ketamine”", "drug", "ketamine"),
        ("Ketamine® is", "drug", "Ketamine"),
        ("anxieties", "mood", "anxieties"),
        ("self harm", "mood", "self harm"),
        ("Self-Harm", "mood", "Self-Harm"),
        ("self‑harm", "mood", "self‑harm"),
        ("she can’t\n  cope", "mood", "can’t\n  cope"),
        ("she can't cope", "mood", "can't cope"),
        ("some St. John’s Wort tea", "herb", "St. John’s Wort"),
    ],
)
def test_a_term_is_found_in_its_forms(text: str, owner: str, words: str) -> None:
    assert found(text) == [(owner, words)]


def test_terms_within_terms_are_all_found() -> None:
    assert found("a low mood") == [("mood", "low mood"), ("mood", "mood")]


def test_letters_that_change_their_length_keep_places_right() -> None:
    assert found("Straße İ ketamine") == [("drug", "ketamine")]


@given(st.text(), st.text())
def test_a_word_between_any_two_texts_is_found(before: str, after: str) -> None:
    assert ("drug", "ketamine") in found(f"{before} ketamine {after}")


@given(st.text(max_size=200))
def test_every_place_lies_in_the_text(text: str) -> None:
    assert all(0 <= item.start < item.end <= len(text) for item in INDEX.find(text))
