"""Whether `publish` would go through, as doctor says it, and the line that it ends with."""

import os
from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.publishing.conftest import git
from wellspring.commands.diagnosis import Diagnosis, closing
from wellspring.commands.readiness import publishing_state

WELL = Diagnosis("Python", "3.12")
PROBLEM = Diagnosis("git", "not found", "Install git.")
NOTE = Diagnosis("Browser", "not found", "Install it for tests.", serious=False)
ADDRESS = Diagnosis("Live address", "not ready", "Set it.", serious=False, hinders=True)
CHANGES = Diagnosis("Changes", "1 file", "Commit it.", serious=False, hinders=True)


@pytest.fixture
def repository(blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blog of which everything is committed, with a remote, and an address in the environment."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("SITEURL", "https://reader.example")
    git(tmp_path, "init", "--quiet", "--bare", str(tmp_path / "remote.git"))
    git(blog.root, "init", "--quiet", "--initial-branch=main")
    git(blog.root, "config", "user.name", "Robin Example")
    git(blog.root, "config", "user.email", "robin@reader.example")
    git(blog.root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(blog.root, "add", ".")
    git(blog.root, "commit", "--quiet", "--message", "Start")
    return blog.root


def hindrances(root: Path) -> list[str]:
    """Return what publishing waits for."""
    return [str(item) for item in publishing_state(root) if item.fix and item.hinders]


@pytest.mark.parametrize(
    ("diagnoses", "said"),
    [
        ([WELL, NOTE], "All is well."),
        ([WELL, PROBLEM], "1 problem; what to do stands beside it."),
        (
            [WELL, ADDRESS, NOTE],
            "You can write and build. Not ready to publish: Live address; what to do stands "
            "beside it.",
        ),
        (
            [CHANGES, ADDRESS],
            "You can write and build. Not ready to publish: Changes, Live address; what to do "
            "stands beside each.",
        ),
        (
            [PROBLEM, PROBLEM, ADDRESS],
            "2 problems. Not ready to publish: Live address; what to do stands beside each.",
        ),
    ],
)
def test_the_closing_line(diagnoses: list[Diagnosis], said: str) -> None:
    assert closing(diagnoses) == said


def test_a_blog_that_can_be_published(repository: Path) -> None:
    assert hindrances(repository) == []
    assert [str(item) for item in publishing_state(repository)][1:] == [
        "ok       Branch: main",
        "ok       Changes: everything is committed",
        "ok       Live address: https://reader.example",
        "note     Published: gh-pages is not there, or cannot be seen. `invoke publish` makes it; "
        "Settings, Pages on GitHub shows it to readers.",
    ]


def test_a_domain_in_the_settings_is_an_address(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITEURL")
    file = repository / "publishconf.py"
    text = file.read_text(encoding="utf-8").replace('DOMAIN = ""', 'DOMAIN = "blog.example"')
    file.write_text(text, encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Domain")
    assert hindrances(repository) == []


def test_another_remote_in_the_settings_is_the_one(repository: Path) -> None:
    git(repository, "remote", "rename", "origin", "upstream")
    file = repository / "publishconf.py"
    file.write_text(file.read_text(encoding="utf-8").replace('"origin"', '"upstream"'), "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Remote")
    assert hindrances(repository) == []


def test_an_address_that_nobody_knows_is_in_the_way(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITEURL")
    assert hindrances(repository) == [
        "note     Live address: not ready. publishconf.py: the live site's address is not known, "
        "and every link and feed needs it. Write your domain as WELLSPRING_DOMAIN, or set the "
        "environment variable SITEURL to an address that starts with https://."
    ]


def test_an_address_that_readers_cannot_reach_is_in_the_way(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEURL", "http://localhost:8000")
    (said,) = hindrances(repository)
    assert said.startswith("note     Live address: not ready. SITEURL is `http://localhost:8000`, ")


def test_what_git_lacks_is_in_the_way(repository: Path) -> None:
    git(repository, "remote", "remove", "origin")
    git(repository, "checkout", "--quiet", "--detach")
    (repository / "new.md").write_text("New.\n", encoding="utf-8")
    assert hindrances(repository) == [
        "note     git remote: no remote `origin`. Type `git remote add origin …` before you "
        "publish.",
        "note     Branch: none (a detached HEAD). Type `git switch main`, or `git switch --create "
        "NAME` for a new branch, before you publish.",
        "note     Changes: 1 file not committed. Commit them before you publish.",
    ]


def test_a_repository_without_a_commit(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEURL", "https://reader.example")
    assert hindrances(blog.root) == []
    git(blog.root, "init", "--quiet")
    assert hindrances(blog.root)[1:] == [
        "note     Changes: nothing is committed yet. Commit what belongs to the blog before you "
        "publish."
    ]
