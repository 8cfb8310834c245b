"""Doctor: look at everything that a build, a test or publishing needs, each with its fix."""

import importlib.metadata
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wellspring.checking.ages import check_ages
from wellspring.commands.diagnosis import Diagnosis, ask_git, closing
from wellspring.commands.readiness import publishing_state
from wellspring.commands.report import say
from wellspring.errors import WellspringError
from wellspring.house.load import load_house

OLDEST_PYTHON = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LOCKED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)(?P<rest>[^\n]*)",
    re.MULTILINE,
)


def doctor(root: Path, today: date) -> bool:
    """Print every diagnosis; return whether there is no serious problem."""
    diagnoses = [
        python_version(),
        *locked_packages(root),
        *git_state(root),
        *publishing_state(root),
        browser(),
        *house_state(root, today),
    ]
    for diagnosis in diagnoses:
        say(str(diagnosis))
    say(closing(diagnoses))
    return not any(diagnosis.is_problem for diagnosis in diagnoses)


def python_version() -> Diagnosis:
    """Look at Python."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    old = sys.version_info < OLDEST_PYTHON
    return Diagnosis("Python", version, "Install Python 3.11 or newer." if old else "")


def locked_packages(root: Path) -> Iterator[Diagnosis]:
    """Compare what is installed with the lock."""
    wrong = []
    for match in LOCKED.finditer((root / "requirements.lock").read_text(encoding="utf-8")):
        if ";" in match["rest"]:
            continue
        found = installed(match["name"])
        if found != match["version"]:
            wrong.append(f"{match['name']} is {found or 'missing'}, not {match['version']}")
    fix = "Type `python3 blog.py build`; it installs what the lock names." if wrong else ""
    yield Diagnosis("Packages", "; ".join(wrong) or "as in requirements.lock", fix)


def installed(name: str) -> str:
    """Return a distribution's installed version, or nothing."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def git_state(root: Path) -> Iterator[Diagnosis]:
    """Look at git: the program, the repository and the identity."""
    if not shutil.which("git"):
        yield Diagnosis("git", "not found", "Install git from https://git-scm.com/downloads.")
        return
    if not ask_git(root, "rev-parse", "--show-toplevel"):
        yield Diagnosis("git", "this folder is no repository", "Type `git init`, then commit.")
        return
    name = ask_git(root, "config", "user.name")
    email = ask_git(root, "config", "user.email")
    fix = 'Type `git config --global user.name "…"` and the same for user.email.'
    yield Diagnosis(
        "git identity",
        f"{name} <{email}>" if name and email else "not set",
        "" if name and email else fix,
    )


def browser() -> Diagnosis:
    """Look for a browser, which only the tests need."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), "")
    fix = "" if found else "Install Chromium to run the browser tests; building needs none."
    return Diagnosis("Browser", found or "not found", fix, serious=False)


def house_state(root: Path, today: date) -> Iterator[Diagnosis]:
    """Look at the house style, and for facts that nobody has checked for long."""
    try:
        house = load_house(root / "editorial")
    except WellspringError as error:
        wrong = f"{len(str(error).splitlines())} mistakes in editorial/"
        yield Diagnosis("House style", wrong, "Type `invoke check` to see them, and mend them.")
        return
    old = check_ages(house, today)
    state = (
        f"to be checked again: {', '.join(finding.place.path for finding in old)}"
        if old
        else "every fact has been checked in time"
    )
    fix = "Type `invoke check` to see what to do." if old else ""
    serious = any(finding.severity == "error" for finding in old)
    yield Diagnosis("House style", state, fix, serious=serious)
