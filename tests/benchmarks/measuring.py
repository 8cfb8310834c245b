"""One build as a process of its own, and what it has used; called by building.

The system's own account of the process is read (os.wait4), which holds that of all processes that
it has started and waited for.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import BinaryIO

from tests.benchmarks.tools import Tool
from wellspring.errors import WellspringError

LAST_LINES = 10
WRITTEN = re.compile(r"\((\d+) files? written")
# The account is in KiB, on macOS in bytes.
PER_MIB = 2**20 if sys.platform == "darwin" else 2**10


class BuildError(WellspringError):
    """A tool could not build its site."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a build has used, in seconds and MiB, and how many files it says it has written."""

    user: float
    system: float
    wall: float
    peak: float
    written: int | None = None

    @property
    def cpu(self) -> float:
        """Return the processor's time."""
        return self.user + self.system


def measure(tool: Tool) -> Usage:
    """Build a tool's site. Raises BuildError with the tool's own last lines."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            tool.command,
            cwd=tool.site,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=os.environ | {"NO_COLOR": "1"},
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        # Popen has not seen the end of the process, and would wait for it once more.
        process.returncode = os.waitstatus_to_exitcode(status)
        words = text_of(said)
    if process.returncode:
        raise BuildError(complaint(tool, process.returncode, words))
    return Usage(used.ru_utime, used.ru_stime, wall, used.ru_maxrss / PER_MIB, written_of(words))


def text_of(file: BinaryIO) -> str:
    """Return all that was written to a file."""
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def written_of(words: str) -> int | None:
    """Return how many files a build says it has written; the peers do not say."""
    match = WRITTEN.search(words)
    return int(match[1]) if match else None


def complaint(tool: Tool, code: int, words: str) -> str:
    """Return what to tell the user of a build that failed."""
    lines = [line for line in words.splitlines() if line.strip()][-LAST_LINES:]
    last = "".join(f"\n  {line}" for line in lines) or " nothing."
    return (
        f"{tool.title} could not build its site (exit code {code}). Its last lines:{last}\n"
        "Mend that; a peer can be left out with `--peers`, and `--folder` keeps its site."
    )
