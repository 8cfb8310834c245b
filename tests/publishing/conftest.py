"""A blog's repository with a remote, both on this disk, and a git that knows no other settings."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from wellspring.audit.manifest import REPORT, write_report
from wellspring.errors import PublishError
from wellspring.publishing.github_pages import PagesTarget, PublishReport, Wish, publish

SITE = {
    "index.html": "<!doctype html><title>Home</title>",
    "404.html": "<!doctype html><title>Not found</title>",
    "posts/one.html": "<!doctype html><title>One</title>",
}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return done.stdout


def write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Desk:
    """An author's computer: the repository, the built site, and the remote's bare repository."""

    repository: Path
    output: Path
    remote: Path

    def publish(
        self, wish: Wish | None = None, message: str = "Publish a test", **target: str
    ) -> PublishReport:
        """Publish the folder with a manifest, as a build leaves it."""
        if (self.output / "index.html").is_file():
            write_report(self.output, "https://x.example", ())
        return publish(self.output, PagesTarget(**target), self.repository, message, wish)

    def refusal(self, wish: Wish | None = None, **target: str) -> str:
        """Publish, expecting a refusal that changes nothing at either end; return its words."""
        before = self.remote_refs(), self.own_refs()
        with pytest.raises(PublishError) as caught:
            self.publish(wish, **target)
        assert (self.remote_refs(), self.own_refs()) == before
        return str(caught.value)

    def live(self, branch: str = "gh-pages") -> dict[str, str]:
        """Return the remote branch's files without the manifest."""
        names = git(self.remote, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")[:-1]
        return {
            name: git(self.remote, "cat-file", "blob", f"{branch}:{name}")
            for name in names
            if name != REPORT
        }

    def own_refs(self) -> str:
        """Return all that the author's repository points at, and its work tree's state."""
        return git(self.repository, "for-each-ref") + git(self.repository, "status", "--porcelain")

    def remote_refs(self) -> str:
        return git(self.remote, "for-each-ref")

    def push_by_another(self, files: Mapping[str, str], branch: str = "gh-pages") -> None:
        """Let somebody else change a branch of the remote."""
        clone = self.repository.parent / "another"
        git(self.repository.parent, "clone", "--quiet", str(self.remote), str(clone))
        git(clone, "checkout", "--quiet", "-B", branch, f"origin/{branch}")
        write(clone, files)
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "--message", "By another")
        git(clone, "push", "--quiet", "origin", branch)


@pytest.fixture(autouse=True)
def _own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    config = tmp_path / "gitconfig"
    config.write_text("[user]\nname = Robin Example\nemail = robin@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "my blog", tmp_path / "built", tmp_path / "remote.git")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(made.remote))
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(made.repository))
    write(made.repository, {"README.md": "A blog"})
    git(made.repository, "add", "--all")
    git(made.repository, "commit", "--quiet", "--message", "Sources")
    git(made.repository, "remote", "add", "origin", str(made.remote))
    git(made.repository, "push", "--quiet", "origin", "main")
    write(made.output, SITE)
    return made
