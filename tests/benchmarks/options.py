"""What `invoke bench` was asked for, read and refused in sentences; called by building."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.cases import CASES
from tests.benchmarks.tools import PEERS
from wellspring.errors import UsageError


@dataclass(frozen=True, slots=True)
class Words:
    """The command line as it was typed."""

    posts: str = "1000"
    rounds: str = "3"
    peers: str = ",".join(PEERS)
    cases: str = ",".join(CASES)
    folder: str = ""
    json: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What is to be measured, and where to; without a folder the sites are thrown away."""

    posts: int
    rounds: int
    peers: tuple[str, ...]
    cases: tuple[str, ...]
    folder: Path | None
    json: Path | None


def read_options(words: Words) -> Options:
    """Read the command line. Raises UsageError for what cannot be."""
    if not hasattr(os, "wait4"):
        raise UsageError(
            "This system does not tell what a process has used. Measure on Linux or macOS."
        )
    cases = read_names("--cases", words.cases, CASES)
    if not cases:
        raise UsageError(f"--cases names no case. Choose among: {', '.join(CASES)}.")
    return Options(
        read_number("--posts", words.posts),
        read_number("--rounds", words.rounds),
        read_names("--peers", words.peers, PEERS),
        cases,
        Path(words.folder).absolute() if words.folder else None,
        read_file(words.json),
    )


def read_number(flag: str, word: str) -> int:
    """Read a count of at least 1."""
    if not (word.isascii() and word.isdigit() and int(word)):
        raise UsageError(f"{flag} is `{word}`. Give a whole number from 1.")
    return int(word)


def read_names(flag: str, word: str, known: Collection[str]) -> tuple[str, ...]:
    """Read names with commas between them, each once."""
    names = dict.fromkeys(name for part in word.split(",") if (name := part.strip()))
    for name in names:
        if name not in known:
            raise UsageError(f"{flag} names `{name}`. Choose among: {', '.join(known)}.")
    return tuple(names)


def read_file(word: str) -> Path | None:
    """Read where the figures go, before an hour is spent on them."""
    if not word:
        return None
    file = Path(word).absolute()
    if file.is_dir() or not file.parent.is_dir():
        raise UsageError(
            f"--json: `{word}` cannot be written. Name a file in a folder that is there."
        )
    return file
