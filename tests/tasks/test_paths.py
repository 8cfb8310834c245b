"""Tasks that take any number of paths: which words are paths, and where they end."""

from pathlib import Path

import pytest

from wellspring.tasks.checking import check
from wellspring.tasks.paths import paths_after

TASKS = ("build", "check", "review-due")
FLAGS = {"--format", "-f", "--since"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("invoke check", []),
        ("invoke check a.md", ["a.md"]),
        ("invoke check a.md b.md c", ["a.md", "b.md", "c"]),
        ("invoke check --fix a.md", ["a.md"]),
        ("invoke check --format json a.md", ["a.md"]),
        ("invoke check --format=json a.md", ["a.md"]),
        ("invoke check a.md -f json b.md --since main c.md", ["a.md", "b.md", "c.md"]),
        ("invoke check a.md --format", ["a.md"]),
        ("invoke check a.md build", ["a.md"]),
        ("invoke check a.md review-due", ["a.md"]),
        ("invoke check a.md build b.md", ["a.md"]),
        ("invoke build check a.md", ["a.md"]),
        ("invoke --echo check a.md", ["a.md"]),
        ("invoke build", []),
    ],
)
def test_the_words_after_a_task_that_are_paths(line: str, expected: list[str]) -> None:
    assert paths_after("check", FLAGS, line.split(), TASKS) == expected


def test_a_file_named_like_a_task_is_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths_after("check", FLAGS, ["invoke", "check", "build"], TASKS) == []
    (tmp_path / "build").mkdir()
    assert paths_after("check", FLAGS, ["invoke", "check", "build"], TASKS) == ["build"]


def test_a_paths_task_has_an_argument_for_each_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["invoke", "check", "a", "b", "--format", "json"])
    names = [argument.name for argument in check.get_arguments()]
    assert names[:2] == ["path0", "path1"]
    assert {"format", "severity", "fix", "baseline", "since"} <= set(names)
    assert "paths" not in names
