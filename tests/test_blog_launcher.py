"""The launcher: from a bare clone to a task in one command, and a clear sentence when it cannot."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.blog_clone import LAUNCHER, Clone, make_clone, said

FIRST = "Setting up (first time only)…\n"
AGAIN = "Setting up (what is needed has changed)…\n"
WAITING = "Another run is setting up the blog; waiting for it to end…\n"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are made for POSIX")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return make_clone(tmp_path)


@pytest.fixture(scope="module")
def set_up_once(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone after its first run, made with settings of pip's that would lead it elsewhere."""
    root = tmp_path_factory.mktemp("launcher")
    made = make_clone(root)
    settings = {
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_USER": "1",
        "PIP_TARGET": str(root / "elsewhere"),
        "PYTHONHOME": "",
    }
    done = made.run("new", 'A "title" with\tspaces', "--x=*", **settings)
    assert done.stdout == said(made.root, "new", 'A "title" with\tspaces', "--x=*")
    assert (done.stderr, done.returncode) == (FIRST, 0)
    assert not (root / "elsewhere").exists()
    return made


@pytest.fixture
def ready(set_up_once: Clone, tmp_path: Path) -> Clone:
    """A clone in which one run has been made: a copy, because making it takes seconds."""
    root = tmp_path / "my blog"
    shutil.copytree(set_up_once.root, root, symlinks=True)
    return Clone(root, set_up_once.wheels)


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("help",)])
def test_help_needs_no_set_up(clone: Clone, arguments: tuple[str, ...]) -> None:
    done = clone.run(*arguments)
    assert done.stdout == (
        "The blog's tasks. Type:  python3 blog.py TASK\n\n"
        "  build         Build the blog.\n"
        "  gh-pages      Publish.\n\n"
        "python3 blog.py --help TASK   says what a task takes\n"
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert not (clone.root / ".venv").exists()


def test_an_old_python_can_read_it() -> None:
    ast.parse(LAUNCHER.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told(clone: Clone) -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 8, 10); runpy.run_path(sys.argv[1])"
    command = [sys.executable, "-c", pretend, str(clone.root / "blog.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == (
        "The blog needs Python 3.11 or newer, and this is Python 3.8. Install a newer one from "
        "https://www.python.org/downloads/, then run this again with it.\n"
    )
    assert done.returncode == 1


def test_no_git(clone: Clone) -> None:
    done = clone.run("build", PATH=str(clone.wheels))
    assert done.stderr == (
        "Git is not installed. Install it from https://git-scm.com/downloads, then run this "
        "again.\n"
    )
    assert done.returncode == 1


def test_no_venv_module(clone: Clone) -> None:
    """As on Debian, which ships ensurepip in a package of its own."""
    pretend = (
        "import runpy, sys; sys.modules['ensurepip'] = None; sys.argv = sys.argv[1:];"
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    command = [sys.executable, "-c", pretend, str(clone.root / "blog.py"), "build"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == FIRST + (
        "This Python cannot make a virtual environment. Run `sudo apt install python3-venv` "
        "(Debian, Ubuntu) or install Python from https://www.python.org/downloads/, then run this "
        "again.\n"
    )
    assert done.returncode == 1


def test_the_program_is_compiled_whatever_the_settings_say(clone: Clone) -> None:
    clone.run("build", PYTHONDONTWRITEBYTECODE="1")
    assert list(clone.root.glob("wellspring/tasks/__pycache__/building.*.pyc"))


def test_whoever_waits_on_a_terminal_is_told_what_takes_long(clone: Clone) -> None:
    said, terminal = os.openpty()
    done = subprocess.run(
        clone.command("build"),
        stdout=subprocess.PIPE,
        stderr=terminal,
        check=False,
        env=clone.environment(),
    )
    os.close(terminal)
    lines = os.read(said, 10_000).decode().replace("\r\n", "\n")
    os.close(said)
    assert lines == f"{FIRST}Installing what the blog needs, which may take a minute…\n"
    assert done.returncode == 0


def test_later_runs_only_run(ready: Clone) -> None:
    done = ready.run("fail")
    assert (done.stdout, done.stderr, done.returncode) == (said(ready.root, "fail"), "", 3)


@pytest.mark.parametrize("task", ["test", "lint", "golden"])
def test_test_tasks_bring_their_tools(ready: Clone, task: str) -> None:
    before = ready.run("build").stderr, list(ready.root.glob(".venv/lib/*/*/checker.py"))
    assert before == ("", [])
    assert ready.run(task).stderr == AGAIN
    assert list(ready.root.glob(".venv/lib/*/*/checker.py"))
    assert [ready.run(name).stderr for name in (task, "build")] == ["", ""]


def test_the_importers_tools_come_when_they_are_asked_for(ready: Clone) -> None:
    assert ready.run("import-story", "--source", "story.docx").stderr == ""
    assert not list(ready.root.glob(".venv/lib/*/*/reader.py"))
    assert ready.run("import-tools").stderr == AGAIN
    assert list(ready.root.glob(".venv/lib/*/*/reader.py"))
    assert not list(ready.root.glob(".venv/lib/*/*/checker.py"))
    assert [ready.run(name).stderr for name in ("import-tools", "build")] == ["", ""]


def test_the_tests_tools_hold_the_importers(ready: Clone) -> None:
    assert ready.run("test").stderr == AGAIN
    assert ready.run("import-tools").stderr == ""


def test_a_changed_lock_is_installed_once(ready: Clone) -> None:
    shutil.copy(ready.root / "requirements-test.lock", ready.root / "requirements.lock")
    assert [ready.run("build").stderr for _ in range(2)] == [AGAIN, ""]


def test_line_ends_are_no_change(ready: Clone) -> None:
    lock = ready.root / "requirements.lock"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert ready.run("build").stderr == ""


def test_half_made_is_made_anew(ready: Clone) -> None:
    (ready.root / ".venv/made-from.txt").unlink()
    (ready.root / ".venv/left-over").touch()
    done = ready.run("build")
    assert (done.stdout, done.stderr) == (said(ready.root, "build"), FIRST)
    assert not (ready.root / ".venv/left-over").exists()


@pytest.mark.parametrize("target", [None, "/bin/sh"])
def test_another_python_than_it_was_made_with(ready: Clone, target: str | None) -> None:
    """An upgrade of the system takes the Python away, or puts another in its place."""
    blog = ready.module()
    assert blog.made_from()
    python = ready.root / ".venv/bin/python"
    python.unlink()
    if target:
        python.symlink_to(target)
    assert blog.made_from() == []


def test_pip_fails_and_what_there_was_stays(ready: Clone) -> None:
    with (ready.root / "requirements-test.lock").open("a") as lock:
        lock.write(f"not-there==1.0 --hash=sha256:{'0' * 64}\n")
    done = ready.run("test")
    assert done.stderr == AGAIN + (
        "pip could not install what the blog needs. Its last words:\n"
        "  ERROR: Could not find a version that satisfies the requirement not-there==1.0 "
        "(from versions: none)\n"
        "  ERROR: No matching distribution found for not-there==1.0\n"
        "Check the network and pip's own settings (`pip config list`), then run this again.\n"
    )
    assert done.returncode == 1
    assert ready.run("build").stderr == ""


def test_a_file_other_than_locked_is_refused(ready: Clone) -> None:
    lock = ready.root / "requirements.lock"
    lock.write_text(f"checker==1.0 --hash=sha256:{'0' * 64}\n")
    done = ready.run("build")
    assert f"Expected sha256 {'0' * 64}" in done.stderr
    assert done.returncode == 1
    assert not list(ready.root.glob(".venv/lib/*/*/checker.py"))


def test_a_venv_that_is_a_link_is_left_alone(ready: Clone, tmp_path: Path) -> None:
    shutil.rmtree(ready.root / ".venv")
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/file").touch()
    (ready.root / ".venv").symlink_to(tmp_path / "precious")
    done = ready.run("build")
    assert done.stderr == FIRST + (
        f"{ready.root}/.venv is not a folder that this program made. Move it away, then run this "
        "again.\n"
    )
    assert (tmp_path / "precious/file").exists()


def test_two_runs_at_once(clone: Clone) -> None:
    runs = [clone.start("build") for _ in range(2)]
    outcomes = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert sorted(error for _, error in outcomes) == sorted([FIRST, WAITING])


def stop_in_the_middle(clone: Clone, how: signal.Signals) -> tuple[str, int]:
    """Start a first run, stop it while .venv is being made; return its words and exit code."""
    run = clone.start("build")
    while not (clone.root / ".venv/pyvenv.cfg").exists():
        time.sleep(0.01)
    run.send_signal(how)
    _, error = run.communicate(timeout=60)
    return error, run.returncode


def test_an_interrupt_is_quiet(clone: Clone) -> None:
    assert stop_in_the_middle(clone, signal.SIGINT) == (FIRST, 130)
    assert not (clone.root / ".venv/made-from.txt").exists()


def test_a_killed_run_leaves_no_trap(clone: Clone) -> None:
    """The next run waits for what the killed one had started, then makes all anew."""
    assert stop_in_the_middle(clone, signal.SIGKILL) == (FIRST, -signal.SIGKILL)
    done = clone.run("build")
    assert done.stdout == said(clone.root, "build")
    assert done.stderr.removeprefix(WAITING) == FIRST
    assert done.returncode == 0


def test_where_a_process_cannot_become_another(clone: Clone) -> None:
    """As on Windows: the launcher stays, leaves an interrupt to the task, passes its code on."""
    interrupting = "import os, signal, sys; os.kill(os.getppid(), signal.SIGINT); sys.exit(7)"
    assert clone.module().wait_for([sys.executable, "-c", interrupting]) == 7


def test_faulty_tasks_file_is_named(clone: Clone) -> None:
    (clone.root / "tasks.py").write_text("def build(:\n")
    done = clone.run()
    assert (done.stderr, done.returncode) == ("invalid syntax (tasks.py, line 1)\n", 1)
