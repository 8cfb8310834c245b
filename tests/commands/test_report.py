"""How commands speak: whole sentences, on any terminal, without tracebacks."""

import io
import re
import subprocess
import sys

import pytest

from wellspring.commands.report import complain, explain_fault, say
from wellspring.errors import ContentError


def test_who_has_read_enough_is_told_no_fault() -> None:
    code = (
        "import sys\nfrom wellspring.commands import report\n"
        "sys.excepthook = report.explain_fault\n"
        "for number in range(99999): report.say(str(number))"
    )
    child = [sys.executable, "-c", code]
    with subprocess.Popen(child, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        assert run.stdout.readline() == b"0\n"
        run.stdout.close()
        assert run.stderr.read() == b""


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


def test_a_reader_who_leaves_does_not_stop_the_work() -> None:
    code = (
        "from wellspring.commands.report import complain, say\n"
        "for number in range(50_000): say(f'line {number}')\n"
        "complain('done')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stdout.readline() == "line 0\n"
        run.stdout.close()
        assert run.stderr.read() == "done\n"
    assert run.returncode == 0


def test_stopping_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    explain_fault(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == "Stopped.\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


FINDING = "content/posts/x.md:1:2: warning: `Dat` is no key. Did you mean `Date`? [a-rule]"


def in_colour(monkeypatch: pytest.MonkeyPatch, message: str) -> str:
    """Return what a terminal is sent for a problem."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    complain(message)
    return terminal.getvalue()


def test_a_terminal_shows_colour_and_the_same_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = in_colour(monkeypatch, f"{FINDING} [bold]as it is[/bold] {'long ' * 60}")
    assert "\x1b[1;33mwarning\x1b[0m" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain == f"{FINDING} [bold]as it is[/bold] {'long ' * 60}\n"


@pytest.mark.parametrize(
    ("kind", "colour"), [("error", "1;31"), ("warning", "1;33"), ("suggestion", "1;34")]
)
def test_each_kind_has_its_colour(monkeypatch: pytest.MonkeyPatch, kind: str, colour: str) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = in_colour(monkeypatch, FINDING.replace("warning", kind))
    assert f"\x1b[{colour}m{kind}\x1b[0m" in shown


def test_who_wants_no_colour_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert in_colour(monkeypatch, FINDING) == f"{FINDING}\n"
