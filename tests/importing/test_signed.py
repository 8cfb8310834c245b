"""Names with days: what stands alone is none, what readers sign is one."""

import pytest

from tests.importing.score import STYLE
from wellspring.importing.line import Line
from wellspring.importing.signed import Signature, signatures


def found(text: str) -> list[Signature]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return signatures(lines, STYLE, 0)


@pytest.mark.parametrize(
    "text",
    [
        "March 3, 2021\nI slept badly.",
        "A long night, as nights are in March.\nMar 4\nI slept.",
        "Sam Sample\nI slept.",
        "We moved in 2019, two years ago.",
    ],
)
def test_no_signature(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Sam Sample\nMar 4\nI liked it.", 2),
        ("Sam Sample\n•\nMar 4 '21\nI liked it.", 3),
        ("sam_sample\nMarch 4 2021, 08:22:14 UTC\nI liked it.", 2),
        ("Sam Sample (4 years ago)\nI liked it.", 1),
        ("Sam Sample, Leeds, 4 March 2021\nI liked it.", 1),
        ("Sam Sample on March 4, 2021 at 9:14 am\nI liked it.", 1),
    ],
)
def test_a_reader_signs(text: str, size: int) -> None:
    assert found(text) == [Signature(tuple(range(size)), says=True)]


def test_a_card_says_nothing() -> None:
    assert found("Jo Nobody\nMarch 1, 2021\nThe Long Way Round") == [Signature((0, 1), says=False)]
