"""Test: lint, types and tests, each named when it fails; run by the `test` task and by CI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from wellspring.commands.report import complain, say

CHECKS = {
    "Layout of the code": ["ruff", "format", "--check", "."],
    "Lint": ["ruff", "check", "."],
    "Types": ["mypy"],
    # On all processors; who is done takes over what waits for another.
    "Tests": ["pytest", "-n", "auto", "--dist", "worksteal"],
}
NEEDED = ("ruff", "mypy", "pytest")


def test(root: Path, arguments: list[str]) -> bool:
    """Run every check in turn; with arguments, pytest alone with them. Return success."""
    if missing := [name for name in NEEDED if not shutil.which(name, path=str(scripts()))]:
        complain(f"{', '.join(missing)} is not installed. Type `python3 blog.py test` instead.")
        return False
    if arguments:
        return run(root, ["pytest", *arguments])
    failed = [name for name, command in CHECKS.items() if not announce(root, name, command)]
    for name in failed:
        complain(f"{name}: failed, see above.")
    return not failed


def announce(root: Path, name: str, command: list[str]) -> bool:
    """Name a check and run it."""
    say(f"— {name}")
    return run(root, command)


def run(root: Path, command: list[str]) -> bool:
    """Run one of the environment's own programs."""
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    program = shutil.which(command[0], path=str(scripts())) or command[0]
    done = subprocess.run([program, *command[1:]], cwd=root, env=environment, check=False)  # noqa: S603 - only programs named in this module
    return done.returncode == 0


def scripts() -> Path:
    """Return the folder in which this environment keeps its programs."""
    return Path(sys.executable).parent
