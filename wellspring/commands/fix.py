"""Write what findings offer, where nothing can go wrong with it; called by `check --fix`."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from wellspring.model.finding import Finding, Fix
from wellspring.model.place import Place

LINE_END = re.compile(r"(\r\n|\r|\n)")
# Blanks and hard blanks: none stays beside what is written.
BLANKS = " \t\u00a0\u202f"
# With this before it Markdown shows a sign as it is; somebody meant it so.
ESCAPE = "\\"
Span = tuple[int, int]


def fix_texts(
    findings: Iterable[Finding], find: Callable[[str], Path]
) -> tuple[list[Finding], int]:
    """Mend all findings that offer a fix; return the others, and how many were mended.

    `find` returns the file of a finding's path.
    """
    left: list[Finding] = []
    by_path: defaultdict[str, list[tuple[Finding, Fix, Place]]] = defaultdict(list)
    for finding in findings:
        fix = finding.fix
        # What goes over a line's end is left to people.
        if fix and fix.place and finding.end and finding.end.line == finding.place.line:
            by_path[finding.place.path].append((finding, fix, fix.place))
        else:
            left.append(finding)
    fixed = 0
    for path, found in by_path.items():
        stays = fix_text(find(path), found)
        fixed += len(found) - len(stays)
        left += stays
    return sorted(left), fixed


def fix_text(file: Path, found: Iterable[tuple[Finding, Fix, Place]]) -> list[Finding]:
    """Mend one text; return what could not be mended. Line ends stay as they are."""
    parts = LINE_END.split(file.read_bytes().decode("utf-8"))
    by_line: defaultdict[int, list[tuple[int, Finding, Fix]]] = defaultdict(list)
    for finding, fix, place in found:
        by_line[2 * (place.line - 1)].append((place.column - 1, finding, fix))
    stays: list[Finding] = []
    for index, wrong in by_line.items():
        line = parts[index] if index < len(parts) else ""
        # A byte-order mark is no character of the first line to those who count columns.
        mark = "\ufeff" if index == 0 and line.startswith("\ufeff") else ""
        new, unmended = mended_line(line.removeprefix(mark), wrong)
        stays += unmended
        if len(unmended) < len(wrong):
            parts[index] = mark + new
    file.write_bytes("".join(parts).encode("utf-8"))
    return stays


def mended_line(line: str, wrong: Iterable[tuple[int, Finding, Fix]]) -> tuple[str, list[Finding]]:
    """Return a line mended at some offsets, and the findings that could not be mended."""
    pieces: list[str] = []
    stays: list[Finding] = []
    last = 0
    for offset, finding, fix in sorted(wrong, key=lambda each: each[0]):
        span = span_to_mend(line, offset, fix.was, last)
        if span is None:
            stays.append(finding)
        else:
            pieces += (line[last : span[0]], fix.now)
            last = span[1]
    return "".join((*pieces, line[last:])), stays


def span_to_mend(line: str, offset: int, was: str, last: int) -> Span | None:
    """Return what to replace at an offset, blanks around it too; none if all is not as it seemed.

    What is before `last` was mended already.
    """
    if offset < last or not line.startswith(was, offset):
        return None
    start = end = offset
    if line.endswith((ESCAPE, was), last, start):
        return None
    while start > last and line[start - 1] in BLANKS:
        start -= 1
    while line.startswith(was, end):
        end += len(was)
    while line[end : end + 1] and line[end] in BLANKS:
        end += 1
    return start, end
