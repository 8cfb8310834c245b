"""The workflow on GitHub: pinned actions, few permissions, and tasks that there are."""

import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

FILE = ROOT / ".github/workflows/publish.yml"
TEXT = FILE.read_text(encoding="utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
STEPS = [(name, step) for name, job in WORKFLOW["jobs"].items() for step in job["steps"]]


def test_every_action_is_named_by_its_commit_and_its_version() -> None:
    lines = re.findall(r"uses: (.*)", TEXT)
    assert lines
    for line in lines:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_only_publishing_may_write_and_only_what_it_needs() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in WORKFLOW["jobs"]["check"]
    assert WORKFLOW["jobs"]["publish"]["permissions"] == {"contents": "write", "pages": "read"}


def test_strangers_code_never_runs_with_rights() -> None:
    events = WORKFLOW[True]  # YAML 1.1 reads the key `on` so
    assert set(events) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert "github.event_name != 'pull_request'" in WORKFLOW["jobs"]["publish"]["if"]
    assert "${{ github.event" not in TEXT, "what strangers write would reach a shell"


def test_a_pull_request_is_checked_and_not_published() -> None:
    check = [step.get("run", "") for name, step in STEPS if name == "check"]
    checks = [
        step for _, step in STEPS if step.get("run") == "python3 blog.py check --format github"
    ]
    assert [step["if"] for step in checks] == [
        *("github.event_name == 'pull_request'", "github.event_name != 'pull_request'")
    ]
    assert [step.get("continue-on-error", False) for step in checks] == [False, True]
    assert not [run for run in check if "publish" in run]
    assert WORKFLOW["jobs"]["publish"]["needs"] == "check"


@pytest.mark.parametrize(
    "task", [*re.findall(r"python3 blog\.py ([\w-]+)", TEXT), "rollback", "history"]
)
def test_every_task_is_there(task: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--help", task], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0
