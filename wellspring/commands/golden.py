"""Golden: build the small site under tests/golden/ and compare it with what was accepted."""

import difflib
import shutil
from pathlib import Path

from wellspring.building.staging import MARK
from wellspring.commands.build import build
from wellspring.commands.report import say

CONTEXT = 2
LINES_SHOWN = 200


def build_golden(golden: Path, output: Path) -> dict[str, bytes]:
    """Build the golden site as for the live address and return its files by path."""
    build(golden / "site" / "publishconf.py", output)
    return read_tree(output)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes, without the build's own mark."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MARK
    }


def difference(accepted: dict[str, bytes], built: dict[str, bytes]) -> list[str]:
    """Return how two trees differ, as the lines of a diff; empty when they are the same."""
    lines: list[str] = []
    for path in sorted(accepted.keys() | built.keys()):
        before, after = accepted.get(path, b""), built.get(path, b"")
        if before == after and path in accepted and path in built:
            continue
        lines += difflib.unified_diff(
            before.decode("utf-8", "replace").splitlines(),
            after.decode("utf-8", "replace").splitlines(),
            f"accepted/{path}" if path in accepted else "/dev/null",
            f"built/{path}" if path in built else "/dev/null",
            n=CONTEXT,
            lineterm="",
        )
    return lines


def golden(folder: Path, output: Path, *, accept: bool) -> bool:
    """Print how the golden site has changed; with `accept`, make that the accepted one."""
    built = build_golden(folder, output)
    expected = folder / "expected"
    lines = difference(read_tree(expected) if expected.is_dir() else {}, built)
    for line in lines[:LINES_SHOWN]:
        say(line)
    if len(lines) > LINES_SHOWN:
        say(f"… and {len(lines) - LINES_SHOWN} more lines.")
    if not lines:
        say("The golden site is as accepted.")
    elif accept:
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in built.items():
            file = expected / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        say(f"Accepted {len(built)} files. Look at the difference above once more, then commit.")
    return accept or not lines
