"""`python -m wellspring check`: the same as `invoke check`, without Invoke."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.small_rules import add_words, give_rules, rule_file
from wellspring.__main__ import main

Out = pytest.CaptureFixture[str]
POST = "content/posts/a-quiet-evening.md"


@pytest.fixture
def root(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blog with one rule and one finding, in whose folder we are."""
    give_rules(blog)
    add_words(blog, "It cures.")
    monkeypatch.chdir(blog.root)
    return blog.root


@pytest.mark.usefixtures("root")
def test_a_whole_blog_is_checked(capsys: Out) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith(
        "Checked 9 texts: 0 errors, 1 warning, 0 suggestions.\n"
    )


@pytest.mark.usefixtures("root")
def test_paths_and_options_may_be_given(capsys: Out) -> None:
    assert main(["check", "--format", "json", "content/pages", POST]) == 0
    assert [item["path"] for item in json.loads(capsys.readouterr().out)] == [POST]
    assert main(["check", POST, "--severity", "error"]) == 0
    assert capsys.readouterr().out == "Checked 1 text: 0 errors, 0 warnings, 0 suggestions.\n"


def test_an_error_ends_with_one(blog: Blog, root: Path) -> None:
    del root
    give_rules(blog, cure=rule_file(severity="error"))
    assert main(["check", POST]) == 1


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        (
            "nope.md",
            "nope.md: there is no such file or folder. Look at its spelling and its folder.\n",
        ),
        ("empty", "empty: there is no text in this folder (.md or .txt). Name another.\n"),
        (
            "empty/*.md",
            "empty/*.md: there is no such file or folder. Look at its spelling and its folder.\n",
        ),
    ],
)
def test_a_path_that_names_no_text_ends_with_two(
    root: Path, capsys: Out, path: str, complaint: str
) -> None:
    (root / "empty").mkdir()
    assert main(["check", POST, path]) == 2
    assert capsys.readouterr() == ("", complaint)


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("arguments", [[], ["chek"]])
def test_a_command_that_there_is_not_ends_with_two(arguments: list[str], capsys: Out) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("Type `python -m wellspring check PATHS`;")


@pytest.mark.usefixtures("root")
def test_options_may_stand_between_paths(capsys: Out) -> None:
    assert main(["check", POST, "--format", "json", "content/pages"]) == 0
    assert [item["path"] for item in json.loads(capsys.readouterr().out)] == [POST]


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    "arguments", [["check", "--format", "xml"], ["check", "--severity", "bad"]]
)
def test_a_command_line_that_cannot_be_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2


def test_other_settings_may_be_named(root: Path, capsys: Out) -> None:
    (root / "other.py").write_text('DEFAULT_LANG = "en"\n', encoding="utf-8")
    assert main(["check", "--settings", "other.py", POST]) == 0
    assert "1 warning" in capsys.readouterr().out


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wellspring", *words],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_it_runs_as_a_module(root: Path) -> None:
    done = run(root, "check", POST, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    (finding,) = json.loads(done.stdout)
    assert (finding["path"], finding["line"], finding["column"]) == (POST, 10, 4)


def test_settings_that_are_not_there_are_said_in_a_sentence(tmp_path: Path, root: Path) -> None:
    done = run(root, "check", "--settings", str(tmp_path / "nope.py"))
    assert done.returncode == 1
    assert done.stderr == (
        f"{tmp_path / 'nope.py'}: there is no such settings file. Start from the blog's own "
        "folder.\n"
    )


def test_neither_pelican_nor_invoke_is_started(root: Path) -> None:
    program = (
        "import sys; from wellspring.__main__ import main; main(['check', sys.argv[1]]);"
        "print(sorted({'pelican', 'invoke'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, POST],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[]"
