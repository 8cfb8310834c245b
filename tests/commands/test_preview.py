"""Previewing: the live site's build, at an address that works on this computer."""

import json
import re
import socket
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import Blog
from wellspring.commands import overlay
from wellspring.commands.examine import Job, examine_one
from wellspring.commands.preview import rebuild_on_save
from wellspring.model.finding import Finding


def test_a_preview_at_a_taken_port_links_to_the_port_it_has(blog: Blog) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "invoke", "preview", "--port", str(port)]
        with subprocess.Popen(
            command, cwd=blog.root, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as server:
            assert server.stdout
            said = [server.stdout.readline() for _ in range(3)]
            server.terminate()
    assert said[0].startswith(f"Port {port} is taken; using ")
    assert "Serving at" in said[2]
    used = said[0].rsplit(" ", 1)[1].strip(".\n")
    page = blog.page("index.html")
    assert f"http://localhost:{used}/posts/" in page
    assert not (blog.output / "drafts").exists()


def test_a_rebuild_that_fails_says_why_and_goes_on(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    rebuild = rebuild_on_save(blog.root / "pelicanconf.py", blog.output, blog.root)
    told: list[str] = []
    list(rebuild(lambda: told.append("first")))
    bad = blog.write("content/posts/bad.md", "Title: No date\n\nBody\n")
    (said,) = rebuild(lambda: told.append("bad"))
    notes = json.loads(said)
    assert "content/posts/bad.md:1:1: `Date` is missing." in capsys.readouterr().err
    assert notes[0]["slug"] == "bad"
    assert all(note["stopped"] for note in notes)
    bad.unlink()
    list(rebuild(lambda: told.append("mended")))
    assert told == ["first", "mended"]


def test_a_save_is_told_of_in_one_line_and_its_text_alone_is_checked(
    blog: Blog, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def noting(job: Job, *more: Any) -> list[Finding]:  # noqa: ANN401 - as it is called
        asked.append(job.source.path)
        return examine_one(job, *more)

    monkeypatch.setattr(overlay, "examine_one", noting)
    rebuild = rebuild_on_save(blog.root / "pelicanconf.py", blog.output, blog.root)
    *_, before = map(json.loads, filter(None, rebuild(lambda: None)))
    assert len(asked) == 9
    asked.clear()
    capsys.readouterr()
    file = blog.root / "content/posts/a-quiet-evening.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nThis cures every illness.\n", encoding="utf-8")
    after, *_ = map(json.loads, rebuild(lambda: None))
    assert asked == ["content/posts/a-quiet-evening.md"]
    assert re.fullmatch(
        r"Shown after \d\.\d\d s: content/posts/a-quiet-evening\.md \(\d+ files written\)\.\n",
        capsys.readouterr().out,
    )
    new = [note for note in after if note not in before]
    assert {note["rule"] for note in new} == {"claim-absolute"}
    assert {note["slug"] for note in new} == {"a-quiet-evening"}
