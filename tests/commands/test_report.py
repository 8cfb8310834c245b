"""How commands speak: whole sentences, on any terminal, without tracebacks."""

import io
import sys

import pytest

from wellspring.commands.report import complain, explain_fault, say
from wellspring.errors import ContentError


def test_say_and_complain_use_their_own_streams(capsys: pytest.CaptureFixture[str]) -> None:
    say("well")
    complain("wrong")
    assert capsys.readouterr() == ("well\n", "wrong\n")


def test_a_terminal_that_knows_ascii_only_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    say("café — “quoted”")
    stream.seek(0)
    assert stream.read() == "caf? ? ?quoted?\n"


def test_an_authors_error_is_said_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    error = ContentError("content/posts/x.md:1:1: wrong. Mend it.")
    explain_fault(type(error), error, None)
    assert capsys.readouterr().err == "content/posts/x.md:1:1: wrong. Mend it.\n"


def test_a_fault_of_the_program_names_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        _ = {}["missing"]
    except KeyError as error:
        explain_fault(type(error), error, error.__traceback__)
    err = capsys.readouterr().err
    assert "test_report.py:" in err
    assert "KeyError: 'missing'. This is a fault in the program, not in your text" in err
    assert err.count("\n") == 1


def test_stopping_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    explain_fault(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == "Stopped.\n"
