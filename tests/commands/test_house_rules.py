"""Whoever waits for the house rules is told so: once for each change, on a terminal alone."""

import pytest

from tests.conftest import Blog
from tests.small_rules import give_rules, rule_file
from wellspring.commands import progress
from wellspring.commands.house_rules import read_rules
from wellspring.commands.rules import explain_rules

Out = pytest.CaptureFixture[str]


@pytest.fixture
def small(blog: Blog) -> Blog:
    give_rules(blog, cure=rule_file())
    for file in (blog.root / ".build" / "house").glob("*"):
        file.unlink()
    return blog


def test_nothing_is_said_where_nobody_looks(small: Blog, capsys: Out) -> None:
    read_rules(small.root / "editorial", small.root)
    assert capsys.readouterr() == ("", "")


def test_on_a_terminal_it_is_said_once_for_each_change(
    small: Blog, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "is_watched", lambda: True)
    explain_rules(small.root / "pelicanconf.py", ("claim-cure",))
    assert capsys.readouterr().err == "Reading the house rules for the first time…\n"
    explain_rules(small.root / "pelicanconf.py", ("claim-cure",))
    assert capsys.readouterr().err == ""
    give_rules(small, cure=rule_file(severity="error"))
    explain_rules(small.root / "pelicanconf.py", ("claim-cure",))
    assert capsys.readouterr().err == "Reading the house rules anew, as they have changed…\n"
