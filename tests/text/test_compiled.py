"""A kept expression finds what the expression finds; one that Python refuses is compiled anew."""

import pickle
import re

import pytest

from wellspring.model.phrase import thaw
from wellspring.text.compiled import freeze
from wellspring.text.phrases import Vocabulary

EXPRESSIONS = [r"(?:a|b)+c", r"\bcure[sd]?\b", r"(?<!no )risk", r"(\w)\1", r"(?i:FDA) approved"]
TEXT = "aabc cured no risk, risk; see the fda approved"


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_was_kept_finds_the_same(expression: str) -> None:
    kept = thaw(expression, freeze(expression))
    assert [found.span() for found in kept.finditer(TEXT)] == [
        found.span() for found in re.finditer(expression, TEXT)
    ]
    assert kept.groups == re.compile(expression).groups


def test_groups_with_names_are_not_kept() -> None:
    assert freeze("(?P<word>a)") == b""
    found = thaw("(?P<word>a)", b"").search("a")
    assert found
    assert found["word"] == "a"


@pytest.mark.parametrize("code", [b"", b"\xff" * 40, bytes(8), bytes(40), b"odd"])
def test_bytes_that_are_no_code_do_no_harm(code: bytes) -> None:
    assert thaw("cures?", code).search("it cures")


def test_what_is_no_expression_is_an_error() -> None:
    with pytest.raises(re.error, match="unterminated character set"):
        freeze("[a")


def test_a_phrase_reaches_another_process() -> None:
    stored = pickle.dumps(Vocabulary().phrase("cures?"))
    phrase = pickle.loads(stored)  # noqa: S301 - ours, made in the line above
    assert [found.group() for found in phrase.pattern.finditer("it cures")] == ["cures"]
