"""Idioms among words: places for an object, choices, what may be left out."""

import pytest

from wellspring.text.idioms import follow
from wellspring.text.words import words_of


@pytest.mark.parametrize(
    ("rest", "text", "met"),
    [
        ("_ in the? drawer", "leave the pills in the drawer", "the pills"),
        ("_ in the? drawer", "leave them in drawer", "them"),
        ("no|goodbye to _", "say goodbye to your pills today", "your pills today"),
        ("self off _", "wean yourself slowly off it", "it"),
        ("~ without _", "go a few days without your pills", "your pills"),
        ("a * break from _", "take a long break from half of the pills", "half of the pills"),
    ],
)
def test_an_idiom_has_its_object(rest: str, text: str, met: str) -> None:
    words = words_of(text)
    found = follow(words, 1, tuple(rest.split()))
    assert found
    _, (start, end) = found
    assert " ".join(words.texts[start:end]) == met


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        ("_ in the? drawer", "leave the pills, look in the drawer"),
        ("no to", "say yes to"),
        ("~ without _", "go, without pills"),
        ("a * break", "take a ."),
    ],
)
def test_other_words_are_no_idiom(rest: str, text: str) -> None:
    assert follow(words_of(text), 1, tuple(rest.split())) is None


def test_an_idiom_without_an_object_ends_with_its_last_word() -> None:
    assert follow(words_of("go cold turkey now"), 1, ("cold", "turkey")) == (3, (-1, -1))
