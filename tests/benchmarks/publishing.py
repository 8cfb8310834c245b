"""Publish many files, beside ghp-import alone: `python -m tests.benchmarks.publishing 20000`."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ghp_import import ghp_import

from wellspring.audit.manifest import write_report
from wellspring.commands.report import say
from wellspring.publishing import git
from wellspring.publishing.github_pages import PagesTarget, publish
from wellspring.publishing.past import roll_back

IDENTITY = ("-c", "user.name=Robin Example", "-c", "user.email=robin@example.org")


def repository(folder: Path) -> Path:
    """Make a repository with a bare remote."""
    remote, own = folder / "remote.git", folder / "own"
    subprocess.run(["git", "init", "-q", "--bare", str(remote)], check=True)
    subprocess.run(["git", "init", "-q", "-b", "main", str(own)], check=True)
    (own / "README.md").write_text("A blog", encoding="utf-8")
    for words in (
        ("config", "user.name", "Robin Example"),
        ("config", "user.email", "robin@example.org"),
        ("add", "."),
        ("commit", "-qm", "Start"),
        ("remote", "add", "origin", str(remote)),
        ("push", "-q", "origin", "main"),
    ):
        subprocess.run(["git", "-C", str(own), *words], check=True)
    return own


def site(folder: Path, files: int) -> Path:
    """Write pages of about 6 kB."""
    for number in range(files):
        file = folder / f"posts/{number % 200}/{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"<p>{number} {line} a line of the page</p>" for line in range(150))
        file.write_text(text, encoding="utf-8")
    for name in ("index.html", "404.html"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def timed(what: str, work: Callable[[], object]) -> float:
    """Do it and say how long it took."""
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    say(f"{what}: {seconds:.1f} s")
    return seconds


def plain(output: Path, own: Path) -> None:
    """Publish with ghp-import alone."""
    with git.inside(own):
        ghp_import(str(output), branch="gh-pages", push=True, nojekyll=True)


def main() -> None:
    """Compare first publishes, then publishes of one changed page, then go back."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    folder = Path(tempfile.mkdtemp(prefix="wellspring-benchmark-"))
    try:
        output = site(folder / "site", files)
        ours, theirs = repository(folder / "ours"), repository(folder / "theirs")
        for what in ("first", "one page changed"):
            (output / "index.html").write_text(what, encoding="utf-8")
            write_report(output, "https://x.example", ())
            mine = timed(
                f"Wellspring, {what}", lambda: publish(output, PagesTarget(), ours, "Publish")
            )
            other = timed(f"ghp-import alone, {what}", lambda: plain(output, theirs))
            say(f"ratio {mine / other:.2f}")
        timed("rollback", lambda: roll_back(ours, PagesTarget()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
