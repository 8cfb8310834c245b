"""Guarded facts: sentences with their lines, and what in them an edit must not change unseen."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.facts import facts_of, sentences

PROSE = """\
Take it slowly.[^1] It is **not** a race!
Really?

- Rest for 10 minutes.
- Then go on

1. First.
> “Quoted.” Then more.
"""


def facts(sentence: str) -> list[str]:
    return sorted(facts_of(sentence, lambda text: {"ketamine"} & {text.split()[0].lower()}))


def test_sentences_keep_their_lines_and_lose_their_marks() -> None:
    assert list(sentences(PROSE, 5)) == [
        (5, "Take it slowly."),
        (5, "It is not a race!"),
        (6, "Really?"),
        (8, "Rest for 10 minutes."),
        (9, "Then go on"),
        (11, "First."),
        (12, "“Quoted.”"),
        (12, "Then more."),
    ]


@given(st.text(alphabet="ab .!?\n-*>”)", max_size=60))
def test_no_word_is_lost(prose: str) -> None:
    found = Counter("".join(text for _, text in sentences(prose, 1)))
    assert all(found[letter] == prose.count(letter) for letter in "ab")


@pytest.mark.parametrize(
    "sentence",
    [
        "A note on knots.",
        "Section 4 is short.",
        "See page 12.",
        "In 2023 it rained.",
        "Notice it.",
        "Many thanks.",
    ],
)
def test_plain_sentences_hold_no_facts(sentence: str) -> None:
    assert facts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is not safe.", ["not"]),
        ("It isn’t safe without help.", ["isn't", "without"]),
        ("Take 50mg or 50-mg.", ["50 mg"]),
        ("Between 4–6 weeks.", ["4–6 weeks"]),
        ("Between 4 - 6 weeks.", ["4–6 weeks"]),
        ("Over 21% of adults, 1.5 ml.", ["1.5 ml", "21 %"]),
        ("After two sessions.", ["two sessions"]),
        ("For fifty minutes, a few times.", ["a few times", "fifty minutes"]),
        ("Nearly 1 in 3 people.", ["1 in 3"]),
        ("Twice a day.", ["twice a day"]),
        ("Ketamine helps.", ["ketamine"]),
    ],
)
def test_facts_are_found_in_one_form(sentence: str, expected: list[str]) -> None:
    assert facts(sentence) == expected
