"""The temporary repository: connected as the author's, and plain about ghp-import's failures."""

import subprocess
from pathlib import Path

import pytest
from ghp_import import GhpError

from tests.publishing.conftest import Desk, git
from wellspring.errors import PublishError
from wellspring.publishing import workshop


def test_it_connects_as_the_author_s_repository_does(desk: Desk) -> None:
    git(desk.repository, "config", "core.sshCommand", "ssh -i key")
    git(desk.repository, "config", "credential.https://example.org.username", "robin")
    git(desk.repository, "config", "core.hooksPath", "hooks")
    git(desk.repository, "config", "url.https://example.org/.insteadOf", "ex:")
    with workshop.workshop(desk.repository) as place:
        listed = git(place, "config", "--local", "--list")
    assert "core.sshcommand=ssh -i key\n" in listed
    assert "credential.https://example.org.username=robin\n" in listed
    assert "url.https://example.org/.insteadof=ex:\n" in listed
    assert "core.hookspath=hooks\n" not in listed
    assert "remote.origin" not in listed
    assert not place.exists()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            GhpError("Failed to rebase gh-pages branch."),
            "Failed to rebase gh-pages branch.",
        ),
        (
            subprocess.CalledProcessError(1, ["git"]),
            "Command '['git']' returned non-zero exit status 1.",
        ),
        (TypeError("write() argument must be str"), "write() argument must be str"),
        (
            PermissionError(13, "Permission denied", "x.html"),
            "[Errno 13] Permission denied: 'x.html'",
        ),
    ],
)
def test_what_ghp_import_raises(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(workshop, "ghp_import", fail)
    with pytest.raises(PublishError) as caught:
        workshop.commit(tmp_path, tmp_path, "gh-pages", None, "x")
    assert str(caught.value) == (
        f"ghp-import could not make the commit: {words.rstrip('.')}. Nothing was published; "
        "look at what git says above, mend it, then publish again."
    )


def test_git_refuses_the_commit(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    """A real failure of git's fast-import, from a name that git cannot write."""
    with workshop.workshop(desk.repository) as place:
        git(place, "config", "user.name", "Robin <")
        with pytest.raises(PublishError) as caught:
            workshop.commit(place, desk.output, "gh-pages", None, "x")
    assert str(caught.value).startswith("ghp-import could not make the commit: ")
    assert "fatal" in capfd.readouterr().err
