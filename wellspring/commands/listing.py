"""Findings for people: grouped by file, each with its line and the place underlined; by check."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from wellspring.commands.framing import frames_of
from wellspring.commands.report import counted
from wellspring.model.finding import Finding
from wellspring.model.rule import Rule

WIDTH = 90
SECOND = "In other words, by a second reader that labelled passages have taught."
MARK = "^"


def listing(findings: Iterable[Finding], rules: Sequence[Rule], find: Callable[[str], Path]) -> str:
    """Return findings by file; a rule's why and its model are said where it is first met.

    `find` returns the file of a finding's path.
    """
    by_id = {rule.id: rule for rule in rules}
    explained: set[str] = set()
    parts: list[str] = []
    for path, group in groupby(findings, key=lambda finding: finding.place.path):
        found = list(group)
        lines = lines_of(find(path))
        parts.append(heading(path, found))
        for finding in found:
            parts += [finding.listed, *quoted(finding, lines)]
            if finding.rule in by_id and finding.rule not in explained:
                explained.add(finding.rule)
                parts += explanation(by_id[finding.rule])
        parts.append("")
    return "\n".join(parts).rstrip("\n")


def heading(path: str, findings: Sequence[Finding]) -> str:
    """Return the line above a file's findings."""
    return f"{path} ({counted(len(findings), 'finding')})"


def lines_of(file: Path) -> list[str]:
    """Return the lines of a text as columns count them; none if it cannot be read."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return plain.split("\n")


def quoted(finding: Finding, lines: Sequence[str]) -> Iterator[str]:
    """Yield the finding's line, cut to what fits, and a line that marks the place."""
    index = finding.place.line - 1
    if finding.end is None or not index < len(lines):
        return
    line = lines[index].replace("\t", " ")
    start = finding.place.column - 1
    end = finding.end.column - 1 if finding.end.line == finding.place.line else len(line)
    first = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    shown = line[first : first + WIDTH]
    before = "…" if first else ""
    after = "…" if first + WIDTH < len(line) else ""
    marks = max(1, min(end, first + WIDTH) - start)
    yield f"    {before}{shown}{after}"
    yield f"    {' ' * (len(before) + start - first)}{MARK * marks}"


def explanation(rule: Rule) -> Iterator[str]:
    """Yield why a rule exists, and what to write instead."""
    yield f"    Why: {' '.join(rule.why.split())}"
    if rule.instead:
        yield f"    For example: {' '.join(rule.instead.split())}"
    yield f"    Source: {rule.source}"


def rule_page(rule: Rule) -> str:
    """Return all that there is to know of a rule."""
    parts = [
        f"{rule.id} ({rule.severity})",
        f"  Says: {rule.message}",
        *explanation(rule),
        "    Found, for example:",
        *(f"      {first_line(text)}" for text in rule.examples.flagged),
        "    Not found:",
        *(f"      {first_line(text)}" for text in rule.examples.clean),
    ]
    if rule.framed:
        parts += ["    By roles (lists of editorial/lexicon/):"]
        parts += [f"      {text}" for text in frames_of(rule)]
    if rule.leaning:
        parts.append(f"    {SECOND}")
    if rule.reviewer:
        parts.append("    An ignore of this rule must name who has agreed: `, reviewed by …`.")
    return "\n".join(parts)


def first_line(text: str) -> str:
    """Return an example on one line."""
    return " ".join(text.split())


def severities(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Return how many findings there are of each severity."""
    counts = {"error": 0, "warning": 0, "suggestion": 0}
    for finding in findings:
        counts[finding.severity] += 1
    return counts
