"""Previewing: the live site's build, at an address that works on this computer."""

import socket
import subprocess
import sys

import pytest

from tests.conftest import Blog
from wellspring.commands.preview import rebuild_on_save


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
    assert rebuild()
    bad = blog.write("content/posts/bad.md", "Title: No date\n\nBody\n")
    assert not rebuild()
    assert "content/posts/bad.md:1:1: `Date` is missing." in capsys.readouterr().err
    bad.unlink()
    assert rebuild()
