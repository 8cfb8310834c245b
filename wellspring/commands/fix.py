"""Write what findings offer, where nothing can go wrong with it; called by `check --fix`."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from wellspring.model.finding import Finding, Fix

LINE_END = re.compile(r"(\r\n|\r|\n)")


def fix_texts(
    findings: Iterable[Finding], find: Callable[[str], Path]
) -> tuple[list[Finding], int]:
    """Mend all findings that offer a fix; return the others, and how many were mended.

    `find` returns the file of a finding's path.
    """
    left: list[Finding] = []
    by_path: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        fixable = finding.fix and finding.end and finding.end.line == finding.place.line
        (by_path[finding.place.path] if fixable else left).append(finding)
    fixed = 0
    for path, found in by_path.items():
        stays = fix_text(find(path), found)
        fixed += len(found) - len(stays)
        left += stays
    return sorted(left), fixed


def fix_text(file: Path, findings: list[Finding]) -> list[Finding]:
    """Mend one text, from its end on, so that no place moves; return what could not be mended.

    Line ends stay as they are.
    """
    parts = LINE_END.split(file.read_bytes().decode("utf-8"))
    stays: list[Finding] = []
    for finding in sorted(findings, reverse=True):
        index = 2 * (finding.place.line - 1)
        line = parts[index] if index < len(parts) else ""
        new = mended_line(line, finding, first=index == 0)
        if new == line:
            stays.append(finding)
        else:
            parts[index] = new
    file.write_bytes("".join(parts).encode("utf-8"))
    return stays


def mended_line(line: str, finding: Finding, *, first: bool) -> str:
    """Return a line with a finding's words mended."""
    # A byte-order mark is no character of the first line to those who count columns.
    shift = 1 if first and line.startswith("\ufeff") else 0
    start = finding.place.column - 1 + shift
    end = finding.end.column - 1 + shift if finding.end else start
    fixed = mended(line[start:end], finding.fix) if finding.fix else line[start:end]
    return line[:start] + fixed + line[end:]


def mended(words: str, fix: Fix) -> str:
    """Return words with the right form for the wrong one, and no blanks around it."""
    wrong = rf"[ \t]*{re.escape(fix.was)}+[ \t]*"
    return re.sub(wrong, lambda _: fix.now, words)
