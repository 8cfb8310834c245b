"""Doctor: look at everything that a build, a test or publishing needs, each with its fix."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wellspring.checking.ages import check_ages
from wellspring.commands.report import counted, say
from wellspring.errors import WellspringError
from wellspring.house.load import load_house
from wellspring.publishing.address import pages_address, remote_url
from wellspring.publishing.source import MADE_HERE

OLDEST_PYTHON = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LOCKED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)(?P<rest>[^\n]*)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at: how it is, whether the blog can do its work with it, and the fix."""

    what: str
    state: str
    fix: str = ""
    serious: bool = True

    def __str__(self) -> str:
        if not self.fix:
            return f"ok       {self.what}: {self.state}"
        return f"{'PROBLEM' if self.serious else 'note   '}  {self.what}: {self.state}. {self.fix}"


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
    problems = sum(bool(diagnosis.fix) and diagnosis.serious for diagnosis in diagnoses)
    say(
        "All is well."
        if not problems
        else f"{counted(problems, 'problem')}; what to do stands beside it."
    )
    return not problems


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
    """Look at git: the program, the repository, the identity and the remote."""
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
    remote = ask_git(root, "remote", "get-url", "origin")
    fix = "Type `git remote add origin …` before you publish."
    yield Diagnosis(
        "git remote", remote or "no remote `origin`", "" if remote else fix, serious=False
    )


def publishing_state(root: Path) -> Iterator[Diagnosis]:
    """Look at what `publish` needs: a branch, a commit of everything, and where the site goes."""
    if not ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        return
    branch = ask_git(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    fix = "" if branch else "Type `git switch main` before you publish."
    yield Diagnosis("Branch", branch or "none (a detached HEAD)", fix, serious=False)
    words = ("status", "--porcelain", "--untracked-files=all", "--", ".", *MADE_HERE)
    changed = len(ask_git(root, *words).splitlines())
    state = f"{counted(changed, 'file')} not committed" if changed else "everything is committed"
    fix = "Commit them before you publish." if changed else ""
    yield Diagnosis("Changes", state, fix, serious=False)
    if not ask_git(root, "remote", "get-url", "origin"):
        return
    remote = remote_url(root, "origin") or ""
    address = os.environ.get("SITEURL") or pages_address(remote, None)
    fix = "" if address else "Set WELLSPRING_DOMAIN in publishconf.py, or the variable SITEURL."
    yield Diagnosis("Live address", address or "not known from the remote", fix, serious=False)
    live = ask_git(root, "ls-remote", "origin", "refs/heads/gh-pages")
    state = f"gh-pages is at {live[:10]}" if live else "gh-pages is not there, or cannot be seen"
    fix = (
        "" if live else "`invoke publish` makes it; Settings, Pages on GitHub shows it to readers."
    )
    yield Diagnosis("Published", state, fix, serious=False)


def ask_git(root: Path, *arguments: str) -> str:
    """Return what git answers, or nothing when it refuses."""
    answer = subprocess.run(  # noqa: S603 - arguments are this module's own
        ["git", "-C", str(root), *arguments],  # noqa: S607 - git is found on PATH on purpose
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"GIT_TERMINAL_PROMPT": "0"},
    )
    return answer.stdout.strip() if answer.returncode == 0 else ""


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
