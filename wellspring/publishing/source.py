"""What is published from: the commit that the author's branch stands at, and a copy of its files.

The author's repository is only read; the copy borrows its objects.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wellspring.building.lock import take
from wellspring.errors import PublishError
from wellspring.publishing import git
from wellspring.publishing.address import remote_url
from wellspring.publishing.gate import SOURCE_BRANCHES
from wellspring.publishing.uncommitted import COMMIT, require_clean

LOCK = "wellspring-publish.lock"
FIRST_COMMIT = (
    "Nothing is committed yet. `git status` lists what is here: write into .gitignore what nobody "
    f"else is to see. Then type `git add --all`, then {COMMIT}, then publish again."
)


@dataclass(frozen=True, slots=True)
class SourceState:
    """The commit to publish, the branch that holds it, and the blog's folder in the repository."""

    commit: str
    branch: str
    folder: str


def read_source(repository: Path) -> SourceState:
    """Return what is committed. Raises PublishError if that is not all there is, or has no name."""
    here = git.ask(repository, "rev-parse", "--show-prefix")
    if not here.succeeded:
        raise PublishError(
            f"{repository}: git cannot work there: {here.reason}. Publish from the blog's own "
            "git repository (`git init` makes one)."
        )
    commit = git.ask(repository, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if not commit.succeeded:
        raise PublishError(FIRST_COMMIT)
    branch = git.ask(repository, "symbolic-ref", "--quiet", "--short", "HEAD").output.strip()
    if not branch:
        raise PublishError(
            "You are on no branch (a detached HEAD), so nothing would hold what is published. "
            f"{way_back(repository)}, then publish again."
        )
    folder = here.output.rstrip("\n")
    require_clean(repository, folder)
    return SourceState(commit.output.strip(), branch, folder)


def way_back(repository: Path) -> str:
    """Say how to get onto a branch without losing what is committed."""
    words = ("for-each-ref", "--contains", "HEAD", "--format=%(refname:short)", "refs/heads")
    holding = git.must(repository, *words).split()
    create = "`git switch --create NAME` for a new branch"
    if not holding:
        return f"Type {create}, which keeps what you have committed here"
    best = next((name for name in SOURCE_BRANCHES if name in holding), holding[0])
    return f"Type `git switch {best}`, or {create}"


def check_out(repository: Path, source: SourceState, place: Path) -> Path:
    """Write the commit's files below `place`; return the blog's folder there."""
    objects = git.must(repository, "rev-parse", "--path-format=absolute", "--git-path", "objects")
    git.must(place, "init", "--quiet", "--template=")
    alternates = place / ".git" / "objects" / "info" / "alternates"
    alternates.parent.mkdir(parents=True, exist_ok=True)
    alternates.write_bytes(os.fsencode(objects.rstrip("\n") + "\n"))
    git.must(place, "config", "core.hooksPath", os.devnull)
    # Settings ask where the site will stand.
    for name in git.must(repository, "remote").split():
        git.must(place, "remote", "add", name, remote_url(repository, name) or "")
    git.must(place, "-c", "advice.detachedHead=false", "checkout", "--quiet", source.commit)
    return place / source.folder


@contextmanager
def only_publisher(repository: Path) -> Iterator[None]:
    """Hold the lock of a clone with all its work trees. Raises PublishError if another has it."""
    place = git.ask(repository, "rev-parse", "--path-format=absolute", "--git-common-dir")
    if not place.succeeded:
        yield
        return
    with (Path(place.output.rstrip("\n")) / LOCK).open("ab") as handle:
        if not take(handle):
            raise PublishError(
                "Somebody is publishing from this folder already. Wait until that has ended, "
                "then publish again."
            )
        yield


def is_asked() -> bool:
    """Tell whether a person sits at the other end and can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()
