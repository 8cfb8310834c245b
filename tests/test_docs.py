"""The words that people set out with: README and docs name what there is, and nothing else."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.checking.schema import SCHEMAS, reference
from wellspring.commands.rules import rules_page
from wellspring.text.callouts import CALLOUTS

README = (ROOT / "README.md").read_text(encoding="utf-8")
WRITING = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def tasks() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    return [name for line in lines for name in re.findall(r"[\w-]+", line.split("   ")[0])]


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 150


def test_every_task_is_in_the_readme() -> None:
    assert [task for task in tasks() if not re.search(rf"`(invoke )?{task}\b", README)] == []


def test_the_reference_is_what_the_schema_says() -> None:
    text = (ROOT / "docs" / "front-matter.md").read_text(encoding="utf-8")
    assert text == reference(), "type `invoke reference`"
    for schema in SCHEMAS.values():
        assert all(f"| `{name}` |" in text for name in schema.names.values())


def test_the_page_on_rules_is_what_the_rules_say() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert text == rules_page(ROOT / "pelicanconf.py"), "type `invoke reference`"


@pytest.mark.parametrize("kind", sorted(CALLOUTS))
def test_every_callout_is_in_the_guide(kind: str) -> None:
    assert f"`{kind}`" in WRITING


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", re.sub(r"`[^`\n]*`", "", text)):
        if "{" not in link:
            assert (document.parent / link).exists(), link
