"""Findings for other programs: editors and CI; called by check.

JSON is a list of objects; `github` are the workflow commands that GitHub shows beside the lines
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
"""

import json
import re
from collections.abc import Iterable

from wellspring.errors import WellspringError
from wellspring.model.finding import Finding
from wellspring.model.place import Place

FORMATS = ("text", "json", "github")
LINE = re.compile(r"(?P<path>[^\n]+?):(?P<line>\d+):(?P<column>\d+): (?P<message>.+)")
LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


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
            "severity": finding.severity,
            "rule": finding.rule,
            "message": finding.message,
        }
        for finding in findings
    ]
    return json.dumps(data, ensure_ascii=False, indent=1)


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands, one a line."""
    return "\n".join(
        f"::{LEVELS[finding.severity]} file={escaped(finding.place.path)},"
        f"line={finding.place.line},col={finding.place.column}::{escaped(finding.message)}"
        for finding in findings
    )


def escaped(text: str) -> str:
    """Escape what workflow commands read as their own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
