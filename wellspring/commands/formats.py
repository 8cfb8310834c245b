"""Findings for other programs: editors and CI; called by check.

JSON is a list of objects; `github` are the workflow commands that GitHub shows beside the lines
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands), of which it
shows ten of a kind a step; SARIF is what code scanning reads
(https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from wellspring.commands.baseline import fingerprint
from wellspring.errors import WellspringError
from wellspring.model.finding import Finding, Severity
from wellspring.model.place import Place
from wellspring.model.rule import Rule

FORMATS = ("text", "json", "github", "sarif")
LINE = re.compile(r"(?P<path>[^\n]+?):(?P<line>\d+):(?P<column>\d+): (?P<message>.+)")
LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}
SARIF_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_ANNOTATIONS = 9
FIRST: tuple[Severity, ...] = ("error", "warning", "suggestion")


def findings_of(error: WellspringError) -> list[Finding]:
    """Return an error's lines as findings; one without a place stands at the settings."""
    found: list[Finding] = []
    for line in str(error).splitlines():
        match = LINE.fullmatch(line)
        place = Place("pelicanconf.py")
        if match:
            place = Place(match["path"], int(match["line"]), int(match["column"]))
        found.append(Finding(place, match["message"] if match else line))
    return found


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON list."""
    data = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "end_line": end_of(finding).line,
            "end_column": end_of(finding).column,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "source": finding.source,
        }
        for finding in findings
    ]
    return json.dumps(data, ensure_ascii=False, indent=1)


def end_of(finding: Finding) -> Place:
    """Return the place behind a finding's last character; its own if nobody knows."""
    return finding.end or finding.place


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands: the gravest nine, and a line on the others."""
    ordered = sorted(findings, key=lambda finding: (FIRST.index(finding.severity), finding))
    lines = [
        f"::{LEVELS[finding.severity]} file={escaped_value(finding.place.path)},"
        f"line={finding.place.line},endLine={end_of(finding).line},col={finding.place.column}"
        f"{title(finding)}::{escaped(finding.message)}"
        for finding in ordered[:MOST_ANNOTATIONS]
    ]
    more = ordered[MOST_ANNOTATIONS:]
    if more:
        levels = [finding.severity for finding in more]
        said = ", ".join(f"{levels.count(level)} × {level}" for level in FIRST if level in levels)
        lines.append(f"::notice::And {len(more)} more ({said}); all are listed in the log.")
        lines += [finding.listed for finding in more]
    return "\n".join(lines)


def title(finding: Finding) -> str:
    """Return the title of a workflow command: the rule, if there is one."""
    return f",title={escaped_value(finding.rule)}" if finding.rule else ""


def escaped(text: str) -> str:
    """Escape what workflow commands read as their own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_value(text: str) -> str:
    """Escape a property of a workflow command."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Sequence[Finding], rules: Iterable[Rule], version: str) -> str:
    """Return findings as SARIF 2.1.0, with the rules that they name."""
    used = {finding.rule for finding in findings}
    driver = {
        "name": "Wellspring",
        "version": version,
        "rules": [sarif_rule(rule) for rule in rules if rule.id in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [sarif_result(finding) for finding in findings],
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1
    )


def sarif_rule(rule: Rule) -> dict[str, Any]:
    """Return a rule as SARIF describes it."""
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.why.split(". ")[0].rstrip(".") + "."},
        "fullDescription": {"text": rule.why},
        "helpUri": rule.source,
        "defaultConfiguration": {"level": SARIF_LEVELS[rule.severity]},
    }


def sarif_result(finding: Finding) -> dict[str, Any]:
    """Return a finding as a SARIF result; its fingerprint outlives other lines' edits."""
    end = end_of(finding)
    region = {
        "startLine": finding.place.line,
        "startColumn": finding.place.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    location = {"artifactLocation": {"uri": quote(finding.place.path)}, "region": region}
    result: dict[str, Any] = {
        "level": SARIF_LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"sentence/v1": fingerprint(finding)},
    }
    return {"ruleId": finding.rule or "text"} | result
