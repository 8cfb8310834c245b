"""What `--help` says of options: something of each, and every word that one can take."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from wellspring.commands import explain, import_story
from wellspring.commands.check import SEVERITIES
from wellspring.commands.formats import FORMATS

# A program of its own, because a task forgets what its options are for once it has said so.
TELL = """\
import json
from tasks import namespace
options = [(task.name, option) for task in namespace.to_contexts() for option in task.args.values()]
print(json.dumps({f"{name} --{option.names[0]}": option.help for name, option in options}))
"""


def run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def options() -> dict[str, str | None]:
    """What is said of every option of every task, those of tasks.py too."""
    found: dict[str, str | None] = json.loads(run("-c", TELL, "--help"))
    return found


def test_every_option_of_every_task_is_said_in_a_sentence(options: dict[str, str | None]) -> None:
    assert {"check --severity", "publish --allow-deletes", "bench --peers"} <= set(options)
    for name, said in options.items():
        assert said, f"{name} has no sentence for `--help`"
        assert said[0].isupper(), f"{name}: {said}"
        assert said.endswith("."), f"{name}: {said}"
        assert said.isascii(), f"{name}: {said}"  # Invoke asks no terminal what it can show


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("check --format", FORMATS),
        ("check --severity", SEVERITIES),
        ("explain --format", explain.FORMATS),
        ("review-due --format", explain.FORMATS),
        ("import-story --format", import_story.FORMATS),
    ],
)
def test_the_values_that_an_option_takes_are_said(
    options: dict[str, str | None], name: str, values: tuple[str, ...]
) -> None:
    assert [word for word in values if word not in str(options[name])] == []


@pytest.mark.parametrize("words", [["--help", "check"], ["check", "--help"]])
def test_invoke_shows_the_sentences(words: list[str]) -> None:
    said = " ".join(run("-m", "invoke", *words).split())
    assert "The least grave to show: error, warning or suggestion" in said
