"""Which lines were changed since a revision, so that only those are looked at; called by check.

Asks git for a difference without context: https://git-scm.com/docs/git-diff#_combined_diff_format.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from wellspring.errors import UsageError
from wellspring.model.finding import Finding
from wellspring.text.suggest import nearest

HUNK = re.compile(r"@@ -\d+(?:,(?P<gone>\d+))? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
DIFF = (
    *("-c", "core.quotepath=off", "diff", "--unified=0", "--no-color", "--relative"),
    *("--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/"),
)
NEW = re.compile(r'\+\+\+ "?b/(?P<path>.*?)"?\t?$')
# What a blog's branch is called most often, here and at its remote, and what is always there.
USUAL = ("main", "origin/main", "master", "origin/master", "HEAD")
NOTHING_YET = "Nothing is committed yet: leave `--since` out."
Lines = dict[str, list[range]]


def changed_lines(root: Path, revision: str) -> Lines:
    """Return the ranges of lines changed since a revision, by path; new files count whole.

    Raises UsageError when git knows no such revision.
    """
    diff = ask_git(root, [*DIFF, "--end-of-options", revision, "--"])
    if diff is None:
        raise UsageError(unknown(root, revision))
    untracked = ask_git(root, ["ls-files", "-z", "--others", "--exclude-standard"]) or ""
    everything = range(1, 1 << 30)
    return changed_in(diff) | {name: [everything] for name in untracked.split("\0") if name}


def unknown(root: Path, revision: str) -> str:
    """Say that git knows no such revision, and what it knows instead."""
    if ask_git(root, ["rev-parse", "--git-dir"]) is None:
        return "`--since` asks git what has changed, and git keeps nothing here. Leave it out."
    names = (ask_git(root, ["for-each-ref", "--format=%(refname:short)"]) or "").split()
    others = [name for name in names if name.endswith(f"/{revision}")]
    guesses = [f"origin/{revision}", *others, *nearest(revision, names), *USUAL]
    known = (name for name in guesses if name != revision and is_revision(root, name))
    advice = next((f"Try `--since {name}`." for name in known), NOTHING_YET)
    return f"`{revision}` is no revision that git knows here. {advice}"


def is_revision(root: Path, name: str) -> bool:
    """Tell whether git knows a revision."""
    words = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    return ask_git(root, words) is not None


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
