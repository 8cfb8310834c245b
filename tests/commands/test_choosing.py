"""Choosing a name: as given, asked on a terminal only, and never hanging."""

from collections.abc import Iterator

import pytest

from wellspring.commands import choosing
from wellspring.commands.choosing import choose
from wellspring.errors import ContentError

NAMES = ("Sleep", "Movement", "Mental Health")
Out = pytest.CaptureFixture[str]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody types at a terminal, line by line; then the terminal is closed."""
    typed: list[str] = []

    def lines() -> Iterator[str]:
        while typed:
            yield typed.pop(0)

    source = lines()

    def answer(_question: str) -> str:
        try:
            return next(source)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(choosing, "can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    return typed


def test_a_name_that_is_given_is_not_asked_for(answers: list[str]) -> None:
    answers.append("1")
    assert choose("category", "sLeep", NAMES) == "Sleep"
    assert answers == ["1"]


def test_one_name_is_no_question(answers: list[str]) -> None:
    assert choose("author", "", ["Robin Example"]) == "Robin Example"
    assert choose("author", "", []) == ""
    assert answers == []


def test_without_a_terminal_the_first_is_taken_and_said(capsys: Out) -> None:
    assert choose("category", "", NAMES) == "Mental Health"
    assert capsys.readouterr().out == (
        "No category was named, so `Mental Health` stands there. Others: Movement, Sleep.\n"
    )


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ([""], "Mental Health"),
        (["2"], "Movement"),
        (["sl"], "Sleep"),
        (["m", "mo"], "Movement"),
        (["0", "4", "x", "3"], "Sleep"),
    ],
)
def test_an_answer_is_a_number_or_a_beginning(
    answers: list[str], typed: list[str], chosen: str
) -> None:
    answers += typed
    assert choose("category", "", NAMES) == chosen
    assert answers == []


def test_what_cannot_be_meant_is_asked_again(answers: list[str], capsys: Out) -> None:
    answers += ["9", "3"]
    choose("category", "", NAMES)
    assert capsys.readouterr().out.splitlines() == [
        "  1  Mental Health",
        "  2  Movement",
        "  3  Sleep",
        "Type a number from 1 to 3, or how the name begins.",
    ]


def test_a_closed_terminal_does_not_hang(answers: list[str]) -> None:
    assert answers == []
    assert choose("category", "", NAMES) == "Mental Health"


def test_a_name_that_is_none() -> None:
    with pytest.raises(ContentError) as raised:
        choose("category", "Sleeep", NAMES)
    assert str(raised.value) == "there is no category `Sleeep`. Did you mean `Sleep`?"
