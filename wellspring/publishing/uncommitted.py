"""What is not committed, and what to type so that it is; called by source.py.

A command that takes everything would take a file with a password along. So the command names what
git knows, and texts and pictures where the blog has them; of all else its author is asked.
"""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from wellspring.errors import PublishError
from wellspring.publishing import git
from wellspring.text.files import MARKDOWN, PICTURES

SHOWN = 5
# What building, and Python, make beside the sources, in a repository that does not ignore it.
MADE_HERE = (":(exclude).build", ":(exclude)output", ":(exclude,glob)**/__pycache__/**")
IGNORE_FILE = ".gitignore"
OF_THE_BLOG = {"content": (MARKDOWN, *PICTURES), "editorial": (".toml",)}
NEW, AS_IT_WAS = "??", " "
MOVED = ("R", "C")
COMMIT = '`git commit --message "What you have changed"`'


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is not committed as it is; `status` is what git has for it, two letters."""

    path: str
    status: str

    @property
    def is_added(self) -> bool:
        """Tell whether the next commit has it, all of it."""
        return self.status[1] == AS_IT_WAS

    @property
    def is_of_the_blog(self) -> bool:
        """Tell whether nobody needs to be asked: git knows it, or it is a text or a picture."""
        path = PurePosixPath(self.path)
        kinds = OF_THE_BLOG.get(path.parts[0], ())
        is_plain = path.suffix in kinds and not any(part.startswith(".") for part in path.parts)
        return self.status != NEW or is_plain or self.path == IGNORE_FILE


def require_clean(repository: Path, folder: str) -> None:
    """Refuse changes that are not committed: they would not be in what is published.

    `folder` is the blog's in its repository, with a slash behind it, or empty.
    """
    words = ("status", "--porcelain", "-z", "--untracked-files=all", "--", ".", *MADE_HERE)
    changes = list(changes_of(git.must(repository, *words), folder))
    if changes:
        raise PublishError(
            f"Not committed: {named(changes)}. Only what is committed is published. "
            f"{what_to_type(changes)}"
        )


def changes_of(status: str, folder: str) -> Iterator[Change]:
    """Yield the changes that git's status tells, by their paths from the blog's folder."""
    entries = iter(status.split("\0"))
    for entry in entries:
        if not entry:
            continue
        yield Change(entry[3:].removeprefix(folder), entry[:2])
        if entry.startswith(MOVED):
            next(entries, "")  # where it was before


def named(changes: Sequence[Change]) -> str:
    """Name changes, a few of them if there are many."""
    more = f" and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    return f"{', '.join(change.path for change in changes[:SHOWN])}{more}"


def what_to_type(changes: Sequence[Change]) -> str:
    """Say how to commit what is of the blog, and what to do with all else."""
    others = [change for change in changes if not change.is_of_the_blog]
    commands = [f"`git add {words}`" for words in to_add(changes, others)]
    steps = ", then ".join([*commands, COMMIT, "publish again"])
    if not others:
        return f"Type {steps}."
    them = "it" if len(others) == 1 else "them"
    return (
        f"Write {named(others)} into {IGNORE_FILE} if nobody else is to see {them}, or add {them} "
        f"too. Then type {steps}."
    )


def to_add(changes: Sequence[Change], others: Sequence[Change]) -> list[str]:
    """Return what to add, by name, or by folder if that is much and takes nothing else along."""
    ours = {item.path for item in changes if item.is_of_the_blog and not item.is_added}
    ignore = {IGNORE_FILE} if others or IGNORE_FILE in ours else set()
    names = ours - ignore
    folders = {top(path) for path in names} & OF_THE_BLOG.keys()
    by_name = len(names) <= SHOWN or any(top(item.path) in folders for item in others)
    last = [*ignore, *sorted(names if by_name else folders)]
    elsewhere = {path for path in names if top(path) not in folders}
    return [
        *(["--update ."] if elsewhere and not by_name else []),
        *([shlex.join(last)] if last else []),
    ]


def top(path: str) -> str:
    """Return the first folder of a path."""
    return PurePosixPath(path).parts[0]
