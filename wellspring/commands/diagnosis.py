"""Diagnoses: what doctor has looked at, how it is and what to do, and what they come to.

Called by doctor and by readiness.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wellspring.commands.report import counted


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at: how it is, whether the blog can do its work with it, and the fix.

    With `hinders`, what is to be mended lets one write and build, and `publish` refuses.
    """

    what: str
    state: str
    fix: str = ""
    serious: bool = True
    hinders: bool = False

    def __str__(self) -> str:
        if not self.fix:
            return f"ok       {self.what}: {self.state}"
        return f"{'PROBLEM' if self.serious else 'note   '}  {self.what}: {self.state}. {self.fix}"

    @property
    def is_problem(self) -> bool:
        """Tell whether the blog cannot do its work with it."""
        return bool(self.fix) and self.serious


def closing(diagnoses: Sequence[Diagnosis]) -> str:
    """Return the closing line: what the diagnoses come to, and what publishing waits for."""
    problems = sum(diagnosis.is_problem for diagnosis in diagnoses)
    waits = [item.what for item in diagnoses if item.fix and item.hinders]
    if not waits:
        beside = f"{counted(problems, 'problem')}; what to do stands beside it."
        return beside if problems else "All is well."
    well = counted(problems, "problem") if problems else "You can write and build"
    beside = "it" if len(waits) + problems == 1 else "each"
    return f"{well}. Not ready to publish: {', '.join(waits)}; what to do stands beside {beside}."


def ask_git(root: Path, *arguments: str) -> str:
    """Return what git answers, or nothing when it refuses."""
    answer = subprocess.run(  # noqa: S603 - arguments are our own
        ["git", "-C", str(root), *arguments],  # noqa: S607 - git is found on PATH on purpose
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"GIT_TERMINAL_PROMPT": "0"},
    )
    return answer.stdout.strip() if answer.returncode == 0 else ""
