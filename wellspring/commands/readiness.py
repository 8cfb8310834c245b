"""Readiness: whether `publish` would go through, as far as one can tell without a build.

Called by doctor. Each thing that `publish` refuses is found here by the same question.
"""

from collections.abc import Iterator
from pathlib import Path

from wellspring.commands.diagnosis import Diagnosis, ask_git
from wellspring.commands.report import counted
from wellspring.errors import WellspringError
from wellspring.publishing.address import require_address
from wellspring.publishing.gate import PagesTarget
from wellspring.publishing.source import way_back
from wellspring.publishing.uncommitted import MADE_HERE

LIVE_SETTINGS = "publishconf.py"


def publishing_state(root: Path) -> Iterator[Diagnosis]:
    """Look at what `publish` needs: a branch, a commit of everything, and where the site goes."""
    if not ask_git(root, "rev-parse", "--show-toplevel"):
        return
    target, address = live_state(root)
    remote = ask_git(root, "remote", "get-url", "--", target.remote)
    fix = "" if remote else f"Type `git remote add {target.remote} …` before you publish."
    yield hindrance("git remote", remote or f"no remote `{target.remote}`", fix)
    yield from committed_state(root)
    yield address
    if remote:
        yield published_state(root, target)


def hindrance(what: str, state: str, fix: str) -> Diagnosis:
    """Return what `publish` refuses, or that it does not, if there is nothing to mend."""
    return Diagnosis(what, state, fix, serious=False, hinders=True)


def committed_state(root: Path) -> Iterator[Diagnosis]:
    """Look at the branch, and for what is not committed."""
    if not ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        fix = "Commit what belongs to the blog before you publish."
        yield hindrance("Changes", "nothing is committed yet", fix)
        return
    branch = ask_git(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    fix = "" if branch else f"{way_back(root)}, before you publish."
    yield hindrance("Branch", branch or "none (a detached HEAD)", fix)
    words = ("status", "--porcelain", "--untracked-files=all", "--", ".", *MADE_HERE)
    changed = len(ask_git(root, *words).splitlines())
    state = f"{counted(changed, 'file')} not committed" if changed else "everything is committed"
    yield hindrance("Changes", state, "Commit them before you publish." if changed else "")


def live_state(root: Path) -> tuple[PagesTarget, Diagnosis]:
    """Look at where the site goes and at its address, by the live site's settings."""
    target = PagesTarget()
    try:
        from wellspring.commands.past import target_of  # Pelican may be what is missing
        from wellspring.plugins.run import load_settings

        target = target_of(root / LIVE_SETTINGS)
        address = load_settings(root / LIVE_SETTINGS)["SITEURL"]
        require_address(address)
    except WellspringError as error:
        fix = " ".join(str(error).splitlines())
        return target, hindrance("Live address", "not ready", fix)
    except ImportError:
        fix = "Mend the packages first."
        return target, hindrance("Live address", "not known while packages are missing", fix)
    return target, Diagnosis("Live address", address)


def published_state(root: Path, target: PagesTarget) -> Diagnosis:
    """Look at what is live."""
    live = ask_git(root, "ls-remote", target.remote, f"refs/heads/{target.branch}")
    where = target.branch
    state = f"{where} is at {live[:10]}" if live else f"{where} is not there, or cannot be seen"
    fix = (
        "" if live else "`invoke publish` makes it; Settings, Pages on GitHub shows it to readers."
    )
    return Diagnosis("Published", state, fix, serious=False)
