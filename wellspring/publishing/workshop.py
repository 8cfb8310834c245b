"""Do git's work in a temporary repository, so that the author's own is only ever read.

Nothing that fails here leaves a half-made branch behind that a later `git push` would
publish. The publisher calls it; ghp-import makes the commit.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory

from ghp_import import GhpError, ghp_import

from wellspring.errors import PublishError
from wellspring.publishing import git

REMOTE = "origin"  # what the temporary repository calls the author's remote; ghp-import looks there
# How the author's repository reaches its remote; branches and remotes themselves stay behind.
CONNECTION = r"^(credential|http|url|protocol|ssh|user)\.|^core\.(sshcommand|askpass|gitproxy)$"


@contextmanager
def workshop(repository: Path) -> Iterator[Path]:
    """Make a temporary repository that connects and signs as the author's does."""
    with TemporaryDirectory(prefix="wellspring-publish-", ignore_cleanup_errors=True) as folder:
        place = Path(folder).resolve()
        git.must(place, "init", "--quiet", "--template=")
        for entry in git.ask(
            repository, "config", "--null", "--includes", "--get-regexp", CONNECTION
        ).output.split("\0"):
            key, _, value = entry.partition("\n")
            if key:
                git.must(place, "config", "--add", key, value)
        git.must(
            place, "config", "core.hooksPath", os.devnull
        )  # hooks of the author's are for sources
        yield place


def fetch(place: Path, url: str, branch: str, *, whole: bool = False) -> None:
    """Bring the live branch's last commit, which the next one is to follow, or all of them."""
    git.must(
        place,
        "fetch",
        "--quiet",
        "--no-tags",
        *(() if whole else ("--depth=1",)),
        url,
        f"+refs/heads/{branch}:refs/remotes/{REMOTE}/{branch}",
    )


def commit(place: Path, output: Path, branch: str, cname: str | None, message: str) -> str:
    """Let ghp-import commit the folder on top of what was fetched; return the commit's id."""
    try:
        with git.inside(place):
            ghp_import(
                str(output),
                remote=REMOTE,
                branch=branch,
                cname=cname,
                mesg=message,
                nojekyll=True,
                push=False,
            )
    # TypeError is what ghp-import 2.1.0 ends in when git refuses its commit: it prints bytes.
    except (GhpError, CalledProcessError, TypeError, OSError, UnicodeError) as error:
        raise PublishError(
            f"ghp-import could not make the commit: {str(error).rstrip('.')}. Nothing was "
            "published; look at what git says above, mend it, then publish again."
        ) from error
    return git.must(place, "rev-parse", "--verify", f"refs/heads/{branch}").strip()


def push(place: Path, url: str, branch: str, commit_id: str, before: str) -> git.Answer:
    """Push, if the live branch is still where it was (`before`, empty for no branch yet)."""
    ref = f"refs/heads/{branch}"
    return git.ask(
        place, "push", "--quiet", f"--force-with-lease={ref}:{before}", url, f"{commit_id}:{ref}"
    )
