"""Publishers that die, connections that break, answers that are lost, two at a time.

What is live is the old site or the new one, whole; the author's own branches stay; and the same
command, typed again, ends well.
"""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publishing.conftest import SITE, Desk, git, write
from wellspring.audit.manifest import write_report
from wellspring.errors import PublishError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and shell scripts")

STEPS = ("open_remote", "fetch", "require_ours", "make_plan", "commit", "require_same", "push")
DYING = """
import os, signal, sys
from pathlib import Path
from wellspring.publishing import github_pages
step, when, output, repository = sys.argv[1:]
real = getattr(github_pages, step)

def dying(*given, **named):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(github_pages, step, dying)
target = github_pages.PagesTarget()
github_pages.publish(Path(output), target, Path(repository), "Publish a test")
"""
NEW = {"index.html": "<title>New</title>", "posts/two.html": "<title>Two</title>"}


def change(desk: Desk) -> tuple[dict[str, str], dict[str, str]]:
    """Publish once, then change the site; return what is live and what is to be."""
    desk.publish()
    old = desk.live()
    write(desk.output, NEW)
    write_report(desk.output, "https://x.example", ())
    return old, old | NEW


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_each_step(desk: Desk, step: str, when: str) -> None:
    old, new = change(desk)
    own = desk.own_refs()
    done = subprocess.run(
        [sys.executable, "-c", DYING, step, when, str(desk.output), str(desk.repository)],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert done.returncode == -9, done.stderr
    assert desk.live() == (new if (step, when) == ("push", "after") else old)
    assert desk.own_refs() == own
    git(desk.remote, "fsck", "--strict")
    desk.publish()
    assert desk.live() == new
    assert git(desk.remote, "rev-list", "--count", "gh-pages") == "2\n"


def by_ssh(desk: Desk, script: str) -> None:
    """Let the repository reach its remote by a connection that a script stands for."""
    program = desk.repository.parent / "ssh.sh"
    program.write_text(f"#!/bin/sh\nfor last; do :; done\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    git(desk.repository, "config", "core.sshCommand", str(program))
    git(desk.repository, "config", "ssh.variant", "simple")
    git(desk.repository, "remote", "set-url", "origin", f"ssh://host{desk.remote}")


def test_a_connection_that_works(desk: Desk) -> None:
    by_ssh(desk, 'sh -c "$last"')
    assert desk.publish().commit
    assert desk.live() == SITE | {".nojekyll": ""}


def test_a_connection_that_breaks_while_pushing(desk: Desk) -> None:
    old, _ = change(desk)
    large = desk.output / "images/large.png"
    large.parent.mkdir()
    large.write_bytes(os.urandom(400_000))
    cut = 'case "$last" in *receive-pack*) head -c 100000 | sh -c "$last";; *) sh -c "$last";; esac'
    by_ssh(desk, cut)
    words = desk.refusal()
    assert words.startswith("origin did not take the new gh-pages: ")
    assert words.endswith("The live site is unchanged; mend that, then publish again.")
    assert desk.live() == old
    git(desk.remote, "fsck", "--strict")
    by_ssh(desk, 'sh -c "$last"')
    assert desk.publish().commit


def test_a_connection_that_is_gone_for_the_last_look(desk: Desk) -> None:
    """Pushed, and then nothing can be read back: that is no success, and is said."""
    change(desk)
    mark = desk.repository.parent / "pushed"
    by_ssh(
        desk,
        f'if [ -e "{mark}" ]; then echo "no route to host" >&2; exit 1; fi\n'
        f'case "$last" in *receive-pack*) touch "{mark}";; esac\nsh -c "$last"',
    )
    with pytest.raises(PublishError) as caught:
        desk.publish()
    assert str(caught.value).startswith("origin cannot be reached: ")
    mark.unlink()
    assert desk.publish().commit is None, "the remote had taken it"


def test_the_answer_is_lost_after_the_remote_took_it(desk: Desk) -> None:
    _, new = change(desk)
    hook = desk.remote / "hooks/post-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nkill -9 $PPID\n", encoding="utf-8")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    assert desk.publish().commit
    assert desk.live() == new


@pytest.mark.parametrize(
    "name", ["a blog", "it's “quoted”", 'double "quotes"', "Ünïcödé", "dash-and.dot", "a$b;c"]
)
def test_folders_of_every_name(desk: Desk, tmp_path: Path, name: str) -> None:
    moved = desk.repository.rename(tmp_path / name)
    remote = desk.remote.rename(tmp_path / f"{name}.git")
    git(moved, "remote", "set-url", "origin", str(remote))
    named = Desk(moved, desk.output.rename(tmp_path / f"{name} built"), remote)
    assert named.publish().commit
    assert named.live() == SITE | {".nojekyll": ""}
