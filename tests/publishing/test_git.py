"""What git complains of becomes one line, without secrets."""

import os
from pathlib import Path

import pytest

from tests.publishing.conftest import Desk
from wellspring.errors import PublishError
from wellspring.publishing import git


@pytest.mark.parametrize(
    ("complaint", "reason"),
    [
        ("fatal: not a git repository.\nmore", "not a git repository"),
        ("remote: \nremote: Permission denied\nfatal: x", "Permission denied"),
        (
            "fatal: unable to access 'https://robin:secret@example.org/x/': no",
            "unable to access 'https://example.org/x/': no",
        ),
        ("", "git gave no reason"),
    ],
)
def test_reason(complaint: str, reason: str) -> None:
    assert git.Answer(succeeded=False, output="", complaint=complaint).reason == reason


def test_no_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PublishError) as caught:
        git.ask(tmp_path, "--version")
    assert str(caught.value) == (
        "Git is not installed. Install it from https://git-scm.com/downloads, then try again."
    )


def test_must_names_what_failed(desk: Desk) -> None:
    with pytest.raises(PublishError) as caught:
        git.must(desk.repository, "rev-parse", "--verify", "nothing")
    assert str(caught.value) == (
        "git rev-parse failed: Needed a single revision. Nothing was published; mend that, then "
        "publish again."
    )


def test_inside_hides_another_repository(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As when publishing is started by a hook, which git gives its own repository."""
    monkeypatch.setenv("GIT_DIR", str(desk.remote))
    assert git.ask(desk.repository, "rev-parse", "--git-dir").output == ".git\n"
    with git.inside(tmp_path):
        assert Path.cwd() == tmp_path.resolve()
        assert "GIT_DIR" not in os.environ
    assert os.environ["GIT_DIR"] == str(desk.remote)
