"""Words of a sentence: contractions and hyphens apart, places kept."""

from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.words import words_of


def test_what_is_joined_is_taken_apart() -> None:
    words = words_of("you'll need no blood-pressure pills, don't you?")
    assert words.texts == (
        *("you", "'ll", "need", "no", "blood", "pressure", "pills", ","),
        *("do", "n't", "you", "?"),
    )


def test_there_is_no_word_outside() -> None:
    words = words_of("stop it")
    assert (words.at(-1), words.at(2), len(words)) == ("", "", 2)


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    words = words_of(text)
    for place, word in enumerate(words.texts):
        assert text[slice(*words.span(place, place + 1))] == word
