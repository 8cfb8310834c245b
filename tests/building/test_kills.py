"""Builds that are killed, and two at once: readers have one whole site, the old or the new."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Blog
from wellspring.audit.manifest import check_report

# Enough for every commit; for a longer run set WELLSPRING_KILLS=18.
KILLS = int(os.environ.get("WELLSPRING_KILLS", "5"))


def start(blog: Blog) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "invoke", "--search-root", str(blog.root), "build"],
        cwd=blog.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(blog.root), "PYTHONUTF8": "1"},
    )


def state(output: Path) -> str:
    """Return which site a folder holds; fail if it is not whole."""
    assert check_report(output) == []
    return (
        "new" if "Changed words" in (output / "posts/a-quiet-evening.html").read_text() else "old"
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="NOT TESTED: no kill -9 on this system.")
def test_a_killed_build_leaves_one_whole_site(blog: Blog) -> None:
    blog.build()
    started = time.perf_counter()
    first = start(blog)
    assert (first.communicate()[1], first.returncode) == ("", 0)
    whole = time.perf_counter() - started
    post = blog.root / "content/posts/a-quiet-evening.md"
    post.write_text(post.read_text(encoding="utf-8") + "\nChanged words.\n", encoding="utf-8")
    for number in range(KILLS):
        build = start(blog)
        time.sleep(whole * (0.3 + 0.7 * number / KILLS))
        build.kill()
        build.communicate()
        assert state(blog.output) in {"old", "new"}
    blog.build()
    assert state(blog.output) == "new"
    after_kills = blog.tree()
    blog.build(cold=True)
    assert after_kills == blog.tree()
    assert [path.name for path in blog.root.glob(".output-*")] == []


def test_two_builds_at_once_end_in_one_whole_site(blog: Blog) -> None:
    first, second = start(blog), start(blog)
    ends = [build.communicate() for build in (first, second)]
    codes = sorted((first.returncode, second.returncode))
    assert codes in ([0, 0], [0, 1])
    if codes == [0, 1]:
        assert any("another build is writing this folder." in err for _, err in ends)
    assert all("Traceback" not in err for _, err in ends)
    assert check_report(blog.output) == []
