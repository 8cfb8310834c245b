"""What pieces of a sentence tell of a lexicon: too much at times, never too little."""

import pytest

from wellspring.model.frame import Lexicon
from wellspring.text.hints import ALWAYS, hints_of, pieces, rarest


@pytest.mark.parametrize(
    ("rest", "part"),
    [
        ("_", ""),
        ("a? waste of _", "waste"),
        ("the same ~ self", "same"),
        ("past its|their date", "date"),
        ("a & e", "&"),
    ],
)
def test_the_rarest_part_is_one_that_must_be_there(rest: str, part: str) -> None:
    assert rarest(rest) == part


def test_a_word_is_known_by_its_longest_piece() -> None:
    assert pieces("do") == ("do", "don")
    assert pieces("o'clock") == ("clock", "clockn")
    assert pieces("'s") == ("'", "'n")
    assert pieces("5") == ("5", "5n")
    assert pieces("a") == (ALWAYS,)


def test_words_that_belong_together_have_one_number() -> None:
    lexicon = Lexicon(
        ["pills", "quit"],
        things={"pill": {"": 1}, "blood": {"thinners": 1}},
        doings={"say": {"no to _": {"base": 2}}, "says": {"no to _": {"s": 2}}},
    )
    hints = hints_of(lexicon)
    assert (hints.alone, hints.kinds) == ({"pill": 1, "pilln": 1}, [1, 2])
    assert [hints.starts[word] for word in ("blood", "say", "says")] == [[0], [1], [1]]
    assert [hints.ends[word] for word in ("thinners", "to")] == [[0], [1]]
