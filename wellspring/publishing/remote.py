"""Look at the repository to publish from and the one to publish to, before anything is made.

Called by the publisher; what it finds wrong is refused with what to do.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from wellspring.errors import PublishError
from wellspring.publishing import git
from wellspring.publishing.address import remote_url
from wellspring.publishing.gate import PagesTarget, branch_refusals

IDENTITY = (
    ("GIT_COMMITTER_NAME", "user.name", '"Your Name"'),
    ("GIT_COMMITTER_EMAIL", "user.email", "you@example.org"),
)


@dataclass(frozen=True, slots=True)
class Remote:
    """A remote as it is now. `tip` is the target branch's commit, empty if it has none yet."""

    url: str
    tip: str
    default: str | None


def open_remote(repository: Path, target: PagesTarget) -> Remote:
    """Find the remote and its state. Raises PublishError for what forbids publishing there."""
    here = git.ask(repository, "rev-parse", "--show-toplevel")
    if not here.succeeded:
        raise PublishError(
            f"{repository}: git cannot work there: {here.reason}. Publish from the blog's own "
            "git repository (`git init` makes one)."
        )
    require_identity(repository)
    url = remote_url(repository, target.remote)
    if url is None:
        raise PublishError(
            f"There is no remote called {target.remote}. Add it with "
            f"`git remote add {target.remote} https://github.com/YOU/BLOG.git`, then publish again."
        )
    if not git.ask(repository, "check-ref-format", "--branch", target.branch).succeeded:
        raise PublishError(
            f"`{target.branch}` cannot be a branch's name. Publish to a branch such as gh-pages."
        )
    remote = look(repository, target, whole_url(url, Path(here.output.rstrip("\n"))))
    head = git.ask(repository, "symbolic-ref", "--quiet", "--short", "HEAD")
    refusals = branch_refusals(target, head.output.strip() or None, remote.default)
    if refusals:
        raise PublishError("\n".join(refusals))
    return remote


def require_identity(repository: Path) -> None:
    """Refuse to publish as nobody: ghp-import would write a commit by `[] <>`."""
    for variable, key, example in IDENTITY:
        named = os.environ.get(variable, git.ask(repository, "config", key).output)
        if not named.strip():
            raise PublishError(
                f"git does not know who publishes. Run `git config --global {key} {example}`, "
                "then publish again."
            )


def whole_url(url: str, top: Path) -> str:
    """Make a remote that is a folder named from the repository's top findable from anywhere."""
    return str((top / url).resolve()) if (top / url).exists() else url


def look(repository: Path, target: PagesTarget, url: str) -> Remote:
    """Ask the remote which commit its branch is at and which branch it hands out by default."""
    ref = f"refs/heads/{target.branch}"
    answer = git.ask(repository, "ls-remote", "--symref", url, "HEAD", ref)
    if not answer.succeeded:
        raise PublishError(
            f"{target.remote} cannot be reached: {answer.reason}. Check its address "
            "(`git remote -v`) and your connection, then publish again."
        )
    tip, default = "", None
    for line in answer.output.splitlines():
        value, _, name = line.partition("\t")
        if name == ref:
            tip = value
        elif name == "HEAD" and value.startswith("ref: refs/heads/"):
            default = value.removeprefix("ref: refs/heads/")
    return Remote(url, tip, default)
