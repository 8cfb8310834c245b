"""Frames found by way of the index are those that are found by taking every sentence apart."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.passages.score import EDITORIAL, FOLDER, passages
from tests.small_rules import reading_of
from wellspring.checking.frames import FrameFinder
from wellspring.checking.match import Finder
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.house.rules import load_rules
from wellspring.model.reading import Reading
from wellspring.text.hints import entries
from wellspring.text.words import words_of


@cache
def book() -> Rulebook:
    return bind_rules(load_rules(EDITORIAL))


def found(reading: Reading, *, plainly: bool) -> list[tuple[int, str, tuple[int, int]]]:
    """Return the frames in a text; `plainly`: the index keeps no sentence back."""
    frames = FrameFinder(Finder(reading, book()))
    if plainly:
        frames.hints = [-1] * len(frames.hints)
    return sorted(
        (sentence.number, rule.id, span)
        for sentence in reading.sentences
        for rule, span in frames.find(sentence)
    )


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_no_frame_of_a_passage_is_kept_back(file: Path) -> None:
    readings = [reading_of(str(passage["text"])) for passage in passages(file.stem)]
    all_found = [found(reading, plainly=True) for reading in readings]
    # The first article alone is short, and its faults are phrases.
    assert any(all_found) or file.stem == "dev-seed"
    assert [found(reading, plainly=False) for reading in readings] == all_found


@cache
def texts() -> list[str]:
    """Return what the lexicon holds, as an author may write it, and some small words."""
    lexicon = book().frames.scanner.lexicon
    parts = (f"{word} {rest}" for word, rest, _ in entries(lexicon))
    plain = {text.replace("?", "").replace("|", " ").replace("_", "it") for text in parts}
    return [*sorted(plain | lexicon.endings.keys()), "n't", "'s", "you", "my", "not", "the", "."]


@given(
    st.lists(
        st.tuples(
            st.deferred(lambda: st.sampled_from(texts())), st.sampled_from((" ", "-", "", "'", "_"))
        ),
        max_size=8,
    )
)
def test_hints_tell_of_all_that_a_sentence_holds(parts: list[tuple[str, str]]) -> None:
    text = "".join(part for pair in parts for part in pair)
    index, scanner, words = book().index, book().frames.scanner, words_of(text)
    hinted = index.kinds(index.needs(text))
    held = [each.kinds for each in (*scanner.things(words), *scanner.doings(words, wanted=-1))]
    assert [kinds & ~hinted for kinds in held] == [0] * len(held)
