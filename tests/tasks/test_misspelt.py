"""Tasks that there are not: the nearest is named in one line, and nothing is run."""

import subprocess
import sys

import pytest
from invoke import Exit

from tests.conftest import ROOT
from wellspring.tasks.misspelt import refuse_unknown, refuse_unquoted

NAMES = ("build", "gh-pages", "import-story", "new")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "build",
        "gh-pages --dry-run",
        "new Biuld",
        "--list",
        "--help",
        "--help build",
        "build --help",
        "-l biuld",
        "--complete -- biu",
        "build biuld",
    ],
)
def test_what_invoke_understands_is_left_to_it(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse_unknown(line.split(), NAMES)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("biuld", "There is no task `biuld`. Did you mean `build`? "),
        ("BUILD", "There is no task `BUILD`. Did you mean `build`? "),
        ("biuld --cold", "There is no task `biuld`. Did you mean `build`? "),
        ("--help biuld", "There is no task `biuld`. Did you mean `build`? "),
        ("-h biuld", "There is no task `biuld`. Did you mean `build`? "),
        ("import_story", "There is no task `import_story`. Did you mean `import-story`? "),
        ("gh-page", "There is no task `gh-page`. Did you mean `gh-pages`? "),
        ("zzz", "There is no task `zzz`. "),
    ],
)
def test_a_near_name_is_said(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Exit) as ended:
        refuse_unknown(line.split(), NAMES)
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{said}`python3 blog.py` lists them all.\n")


def test_invoke_says_it_in_one_line() -> None:
    command = [sys.executable, "-m", "invoke", "biuld"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "There is no task `biuld`. Did you mean `build`? `python3 blog.py` lists them all.\n"
    )


def test_a_title_without_quotes_writes_nothing() -> None:
    before = sorted((ROOT / "content/posts").iterdir())
    command = [sys.executable, "-m", "invoke", "new", "My", "new", "post"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        'A title stands in quotes: invoke new "My new post". Nothing was written.\n'
    )
    assert sorted((ROOT / "content/posts").iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ["new", "My new post"],
        ["new", "Tea"],
        ["new", "Tea", "--category", "Sleep"],
        ["new", "Tea", "-c", "Sleep", "--author=Jo"],
        ["new", "--category", "Sleep", "Tea"],
        ["new"],
        ["check", "a.md", "b.md"],
        [],
    ],
)
def test_a_title_in_quotes_is_fine(words: list[str]) -> None:
    refuse_unquoted(words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("new My new post", 'invoke new "My new post"'),
        ("new My post --category Sleep", 'invoke new "My post"'),
        ("new Explain verify", 'invoke new "Explain verify"'),
        ("new --help", "`python3 blog.py --help new`"),
    ],
)
def test_a_title_without_quotes_is_refused(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Exit) as ended:
        refuse_unquoted(line.split())
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
