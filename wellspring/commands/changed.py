"""Which lines were changed since a revision, so that only those are looked at; called by check.

Asks git for a difference without context: https://git-scm.com/docs/git-diff#_combined_diff_format.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from wellspring.errors import UsageError
from wellspring.model.finding import Finding

HUNK = re.compile(r"@@ -\d+(?:,(?P<gone>\d+))? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
DIFF = (
    *("-c", "core.quotepath=off", "diff", "--unified=0", "--no-color", "--relative"),
    *("--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/"),
)
NEW = re.compile(r'\+\+\+ "?b/(?P<path>.*?)"?\t?$')
Lines = dict[str, list[range]]


def changed_lines(root: Path, revision: str) -> Lines:
    """Return the ranges of lines changed since a revision, by path; new files count whole.

    Raises UsageError when git knows no such revision.
    """
    diff = ask_git(root, [*DIFF, "--end-of-options", revision, "--"])
    if diff is None:
        raise UsageError(f"`{revision}` is no revision that git knows here. Try `--since main`.")
    untracked = ask_git(root, ["ls-files", "-z", "--others", "--exclude-standard"]) or ""
    everything = range(1, 1 << 30)
    return changed_in(diff) | {name: [everything] for name in untracked.split("\0") if name}


def changed_in(diff: str) -> Lines:
    """Return the ranges of lines that a difference adds, by path."""
    lines: Lines = {}
    path, left = "", 0
    for line in diff.split("\n"):
        if left:  # within a hunk, whatever its lines look like
            left -= line.startswith(("+", "-"))
        elif new := NEW.match(line):
            path = new["path"]
        elif hunk := HUNK.match(line):
            start, count = int(hunk["start"]), int(hunk["count"] or 1)
            lines.setdefault(path, []).append(range(start, start + count))
            left = count + int(hunk["gone"] or 1)
    return lines


def ask_git(root: Path, arguments: list[str]) -> str | None:
    """Return what git prints, or None when it refuses."""
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")  # noqa: S603 - git with our own arguments
    return done.stdout if done.returncode == 0 else None


def only_changed(findings: Iterable[Finding], lines: Lines) -> list[Finding]:
    """Return the findings that touch a changed line."""
    return [
        finding
        for finding in findings
        if any(
            overlap.start <= (finding.end or finding.place).line
            and finding.place.line < overlap.stop
            for overlap in lines.get(finding.place.path, ())
        )
    ]
