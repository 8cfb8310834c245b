"""Command lines that Invoke cannot read: what is said, and that nothing is run."""

import subprocess
import sys

import pytest
from invoke import Exit

from tests.conftest import ROOT
from wellspring.tasks import building, checking, publishing, writing
from wellspring.tasks.gather import gather
from wellspring.tasks.misuse import EXAMPLES, list_tasks, refuse_unreadable

GROUPS = (building, publishing, writing, checking)
Out = pytest.CaptureFixture[str]


def read(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr("sys.argv", ["invoke", *words])
    refuse_unreadable(words, gather(ROOT, GROUPS))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--list"],
        ["--help", "new"],
        ["new", "Its title", "--category", "Sleep"],
        ["check", "a.md", "b.md", "--format", "json"],
        ["serve", "--port", "8001"],
        ["clean", "build", "--cold", "serve", "-p", "80"],
        ["--complete", "--", "check", "--f"],
        ["publish", "--dry-run", "--allow-deletes=3"],
        ["review", "x.md", "--by", "Kim"],
        ["new", "--verbose, they said"],
    ],
)
def test_what_can_be_read_is_left_to_invoke(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    read(monkeypatch, words)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "check --foo",
            "`invoke check` has no flag `--foo`. `python3 blog.py --help check` says what there "
            "is.",
        ),
        (
            "build --verfy",
            "`invoke build` has no flag `--verfy`. Did you mean `--verify`? "
            "`python3 blog.py --help build` says what there is.",
        ),
        (
            "--lst",
            "`invoke` has no flag `--lst`. Did you mean `--list`? `python3 blog.py` says what "
            "there is.",
        ),
        (
            "build extra",
            "`invoke build` does not take `extra`. `python3 blog.py --help build` says what there "
            "is.",
        ),
        (
            "import-story story.txt",
            "`invoke import-story` does not take `story.txt`. Type: "
            "invoke import-story --source FILE",
        ),
        ("new", '`invoke new` lacks `title`. Type: invoke new "Its title"'),
        ("explain", "`invoke explain` lacks `post`. Type: invoke explain content/posts/a-walk.md"),
        (
            "review",
            "`invoke review` lacks `post` and `by`. Type: "
            'invoke review content/posts/a-walk.md --by "Their Name"',
        ),
        (
            "rollback --to",
            "`--to` needs a word behind it. `python3 blog.py --help rollback` says what there is.",
        ),
        (
            "check a.md --serverity warning",
            "`invoke check` has no flag `--serverity`. Did you mean `--severity`? "
            "`python3 blog.py --help check` says what there is.",
        ),
        (
            "check --serverity warning",
            "`invoke check` has no flag `--serverity`. Did you mean `--severity`? "
            "`python3 blog.py --help check` says what there is.",
        ),
        (
            "check a.md b.md --serverity=warning",
            "`invoke check` has no flag `--serverity`. Did you mean `--severity`? "
            "`python3 blog.py --help check` says what there is.",
        ),
        (
            "check a.md -x",
            "`invoke check` has no flag `-x`. `python3 blog.py --help check` says what there is.",
        ),
        (
            "explain --fromat json",
            "`invoke explain` has no flag `--fromat`. Did you mean `--format`? Type: "
            "invoke explain content/posts/a-walk.md",
        ),
        (
            "explain --fromat",
            "`invoke explain` has no flag `--fromat`. Did you mean `--format`? Type: "
            "invoke explain content/posts/a-walk.md",
        ),
        (
            "explain --help",
            "`python3 blog.py --help explain` says what there is to say with it.",
        ),
        ("serve --port abc", "`abc` is no whole number. Write it in digits alone."),
        ("publish --allow-deletes 3.5", "`3.5` is no whole number. Write it in digits alone."),
        ("publish --allow-deletes many", "`many` is no whole number. Write it in digits alone."),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    with pytest.raises(Exit) as ended:
        read(monkeypatch, line.split())
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{said}\n")


def test_every_task_that_needs_words_has_an_example(capsys: Out) -> None:
    tasks = gather(ROOT, GROUPS)
    needy = [
        str(context.name) for context in tasks.to_contexts() if context.missing_positional_args
    ]
    assert needy
    assert set(needy) <= set(EXAMPLES)
    assert capsys.readouterr() == ("", "")


def test_tasks_are_listed_where_none_is_named(capsys: Out) -> None:
    tasks = gather(ROOT, GROUPS)
    list_tasks(["build"], tasks)
    assert capsys.readouterr() == ("", "")
    with pytest.raises(Exit) as ended:
        list_tasks([], tasks)
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The blog's tasks. Type:  invoke TASK"
    assert "  check         Say what is wrong with the texts, without building: " in lines[16]
    assert sorted(line.split()[0] for line in lines if line[:2] == "  ") == sorted(tasks.task_names)


@pytest.mark.parametrize(("words", "code"), [([], 0), (["build", "--verfy"], 2)])
def test_invoke_itself_ends_so(words: list[str], code: int) -> None:
    command = [sys.executable, "-m", "invoke", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert (done.stdout == "", done.stderr.count("\n")) == ((False, 0), (True, 1))[code // 2]
