"""The layers: nothing imports upwards, and only the edges know Pelican, ghp-import and Invoke."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "wellspring"
FILES = sorted(PACKAGE.rglob("*.py"))
# What people start by hand, outside the package.
ENTRIES = [ROOT / "tasks.py", ROOT / "blog.py"]
LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def test_imports_go_downwards_only() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_upward_import_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "wellspring").mkdir()
    for file in FILES:
        copy = tmp_path / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8")
        if file.name == "place.py":
            text += "\nimport pelican\n"
        copy.write_text(text, encoding="utf-8")
    config = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "wellspring.model.place -> pelican" in done.stdout


def functions(file: Path) -> list[tuple[str, int]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        (f"{file.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    ]


@pytest.mark.parametrize("file", [*ENTRIES, *FILES], ids=lambda file: str(file.relative_to(ROOT)))
def test_files_and_functions_are_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert [name for name, lines in functions(file) if lines > LONGEST_FUNCTION] == []


def test_most_files_and_functions_are_very_small() -> None:
    lines = [len(file.read_text(encoding="utf-8").splitlines()) for file in FILES]
    lengths = [length for file in FILES for _, length in functions(file)]
    assert statistics.median(lines) < 100
    assert statistics.median(lengths) <= 9


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_opens_with_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


def test_no_group_is_possessive() -> None:
    """Python before 3.11.5 forgets what else such a group could match."""
    group = re.compile(r"(?<!\()\)[?*+]\+")
    data = (ROOT / "editorial").rglob("*.toml")
    assert [file for file in (*FILES, *data) if group.search(file.read_text("utf-8"))] == []
