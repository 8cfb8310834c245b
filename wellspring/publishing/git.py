"""Speak with git: every git process of the publishing layer starts here, none through a shell."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

from wellspring.errors import PublishError

# What git sets for its hooks and aliases: kept, it would lead every process to that one repository.
OF_ONE_REPOSITORY = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
SECRET = re.compile(r"(?<=://)[^/@\s]+@")
NOISE = re.compile(r"^(?:remote|fatal|error|warning|hint): ?")
NO_REASON = "git gave no reason"


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: its exit was good or not, its output, its complaint."""

    succeeded: bool
    output: str
    complaint: str

    @property
    def reason(self) -> str:
        """The complaint's first line that says something, without passwords in addresses."""
        lines = (NOISE.sub("", line).strip(" .") for line in self.complaint.splitlines())
        return SECRET.sub("", next(filter(None, lines), NO_REASON))


def ask(folder: Path, *words: str) -> Answer:
    """Run git in a folder; a failure is an answer too."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; every word is ours or the author's
            ["git", "-C", str(folder), *words],  # noqa: S607 - the git that the author uses
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment() | {"LC_ALL": "C"},  # its words are read here
            check=False,
        )
    except FileNotFoundError as error:
        raise PublishError(
            "Git is not installed. Install it from https://git-scm.com/downloads, then try again."
        ) from error
    return Answer(done.returncode == 0, readable(done.stdout), readable(done.stderr))


def must(folder: Path, *words: str) -> str:
    """Run git in a folder and return its output. Raises PublishError if git cannot."""
    answer = ask(folder, *words)
    if not answer.succeeded:
        raise PublishError(
            f"git {words[0]} failed: {answer.reason}. Nothing was published; mend that, then "
            "publish again."
        )
    return answer.output


def readable(output: bytes) -> str:
    """Decode without loss: names in a tree need not be UTF-8."""
    return output.decode("utf-8", "surrogateescape")


def environment() -> dict[str, str]:
    """Return this process's environment without what ties git to one repository."""
    return {name: value for name, value in os.environ.items() if name not in OF_ONE_REPOSITORY}


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Let a library that runs git by itself find this folder's repository and no other."""
    before = dict(os.environ)
    for name in OF_ONE_REPOSITORY:
        os.environ.pop(name, None)
    try:
        with chdir(folder):
            yield
    finally:
        os.environ.update({name: before[name] for name in OF_ONE_REPOSITORY if name in before})
