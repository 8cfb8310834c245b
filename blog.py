"""Run any task of the blog with nothing but Python and git: `python3 blog.py TASK ARGUMENTS`.

The first run makes `.venv` beside this file and installs into it exactly what
requirements.lock names; later runs only start Invoke. Authors and .ci/run call it.
It needs the standard library alone and no syntax newer than Python 3.6, so that an
old Python can still say what is wrong.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for whoever has an older Python
    sys.exit(
        "The blog needs Python 3.11 or newer, and this is Python %s.%s. Install a newer one from "  # noqa: UP031
        "https://www.python.org/downloads/, then run this again with it." % sys.version_info[:2]
    )

import ast
import hashlib
import importlib.util
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "made-from.txt"
RUN_LOCK = HERE / "requirements.lock"
# In this order: each names all that those before it do.
LOCKS = (RUN_LOCK, HERE / "requirements-import.lock", HERE / "requirements-test.lock")
NEEDED_BY = {"import-tools": 1, "test": 2, "lint": 2, "golden": 2}
# Settings that would make pip install elsewhere than into .venv, or Python look elsewhere.
MISLEADING = frozenset({"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PYTHONHOME"})
# Where the tasks are, in the order in which they are listed.
TASK_FILES = [
    *(f"wellspring/tasks/{name}.py" for name in ("building", "publishing", "writing", "checking")),
    "tasks.py",
]
LAST_LINES = 5
NO_GIT = "Git is not installed. Install it from https://git-scm.com/downloads, then run this again."
NO_VENV = (
    "This Python cannot make a virtual environment. Run `sudo apt install python3-venv` (Debian, "
    "Ubuntu) or install Python from https://www.python.org/downloads/, then run this again."
)
NOT_OURS = f"{VENV} is not a folder that this program made. Move it away, then run this again."
USAGE = """\
The blog's tasks. Type:  python3 blog.py TASK

{tasks}

python3 blog.py --help TASK   says what a task takes
"""


class Stop(Exception):  # noqa: N818 - it ends the run with a sentence; it is not a defect
    """What went wrong and what to do, as one sentence for the author."""


def main(arguments: list[str]) -> int:
    """Run one task; return the exit code."""
    try:
        if not arguments or arguments in (["-h"], ["--help"], ["help"]):
            sys.stdout.write(USAGE.format(tasks="\n".join(task_lines())))
            return 0
        set_up(LOCKS[max(NEEDED_BY.get(word, 0) for word in arguments)])
        return run([str(venv_python()), "-m", "invoke", *arguments])
    except (Stop, OSError, SyntaxError) as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


def task_lines() -> list[str]:
    """List the tasks without running their files, because Invoke may not be installed yet."""
    lines = []
    for file in TASK_FILES:
        for node in ast.parse((HERE / file).read_text(encoding="utf-8"), file).body:
            if isinstance(node, ast.FunctionDef) and any(map(is_task, node.decorator_list)):
                words = (ast.get_docstring(node) or "").partition("\n")[0]
                lines.append(f"  {node.name.replace('_', '-'):14}{words}")
    return lines


def is_task(decorator: ast.expr) -> bool:
    """Tell whether a decorator is `@task` or `@task(…)`."""
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(name, ast.Name) and name.id == "task"


def set_up(lock: Path) -> None:
    """Make or refresh .venv, unless it already holds what the lock names."""
    if not shutil.which("git"):
        raise Stop(NO_GIT)
    if digest(lock) in made_from():
        return
    with alone() as handle:
        before = made_from()
        if digest(lock) in before:  # the run that this one waited for has done it
            return
        say(f"Setting up ({'what is needed has changed' if before else 'first time only'})…")
        if not before:
            make_venv(handle)
        install(lock, before, handle)
        write_stamp([digest(one) for one in LOCKS[: LOCKS.index(lock) + 1]])


def made_from() -> list[str]:
    """Return the digests of the locks that .venv satisfies.

    None, if it is half-made (the stamp is written last) or an upgrade took its Python away.
    """
    *digests, python = STAMP.read_text(encoding="utf-8").split("\n") if STAMP.is_file() else [""]
    still_there = venv_python().exists() and python == str(venv_python().resolve())
    return digests if still_there else []


def write_stamp(digests: list[str]) -> None:
    """Record what .venv satisfies, and the Python that it was made with."""
    STAMP.write_text("\n".join([*digests, str(venv_python().resolve())]), encoding="utf-8")


def digest(lock: Path) -> str:
    """Return a lock's SHA-256, whatever line ends git gave it."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def venv_python() -> Path:
    """Return .venv's Python, named as this system names it."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv(handle: BinaryIO) -> None:
    """Make .venv anew; what a cut-off run left of it is deleted."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise Stop(NO_VENV)
    if VENV.is_symlink() or (VENV.exists() and not VENV.is_dir()):
        raise Stop(NOT_OURS)
    import venv  # checked above: Debian ships it apart

    venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(VENV)
    failure = failed_words(["ensurepip", "--upgrade", "--default-pip"], handle)
    if failure is not None:
        raise Stop(f"Python could not make {VENV}. {failure}Mend that, then run this again.")


def install(lock: Path, before: list[str], handle: BinaryIO) -> None:
    """Install what the lock names, with the author's own pip configuration.

    The stamp is away meanwhile, so that a run cut off here counts as half-made. When
    pip itself gives up it has changed nothing, and the stamp comes back.
    """
    STAMP.unlink(missing_ok=True)
    if sys.stderr.isatty():
        say("Installing what the blog needs, which may take a minute…")
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    failure = failed_words(["pip", "install", *options, "--no-user", "-r", str(lock)], handle)
    if failure is None:
        failed_words(["compileall", "-q", str(HERE / "wellspring")], handle)  # as pip does its own
        return
    if before:
        write_stamp(before)
    raise Stop(
        f"pip could not install what the blog needs. {failure}"
        "Check the network and pip's own settings (`pip config list`), then run this again."
    )


def failed_words(module: list[str], handle: BinaryIO) -> str | None:
    """Run a module with .venv's Python; return None, or if it failed its last words."""
    done = subprocess.run(  # noqa: S603 - no shell; every word is ours
        [str(venv_python()), "-I", "-m", *module],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=environment(),
        check=False,
        # The child keeps the lock too: if this process is killed, no other run starts beside it.
        pass_fds=() if os.name == "nt" else (handle.fileno(),),
    )
    return tail(done.stdout) if done.returncode else None


def environment() -> dict[str, str]:
    """Return the author's environment without what would lead pip or Python astray."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING}


def tail(output: bytes) -> str:
    """Return the last lines of a program's output, set off from the sentence around them."""
    lines = [line for line in output.decode(errors="replace").splitlines() if line.strip()]
    last = "\n".join(f"  {line}" for line in lines[-LAST_LINES:])
    return f"Its last words:\n{last}\n" if lines else ""


@contextmanager
def alone() -> Iterator[BinaryIO]:
    """Let one run at a time set up. The system frees the lock of a process that was killed."""
    with (HERE / ".venv.lock").open("ab") as handle:
        if not try_lock(handle):
            say("Another run is setting up the blog; waiting for it to end…")
            while not try_lock(handle):
                time.sleep(0.2)
        yield handle


def try_lock(handle: BinaryIO) -> bool:
    """Lock a file if no other process has; closing it unlocks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def say(line: str) -> None:
    """Tell the author something, apart from what the task prints."""
    sys.stderr.write(line + "\n")


def run(command: list[str]) -> int:
    """Run Invoke in the blog's folder. Where it can, this process becomes it, signals and all."""
    os.chdir(HERE)
    if os.name != "nt":
        os.execve(command[0], command, environment())  # noqa: S606 - no shell wanted
    return wait_for(command)


def wait_for(command: list[str]) -> int:
    """Run a command to its end; an interrupt is the command's to answer."""
    with subprocess.Popen(command, env=environment()) as child:  # noqa: S603 - the author's own arguments
        while True:
            with suppress(KeyboardInterrupt):
                return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
