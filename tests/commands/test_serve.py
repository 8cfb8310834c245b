"""The server shows the built site as GitHub Pages would, asked through a real socket."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from wellspring.commands import serve as serving
from wellspring.commands.serve import SiteHandler, SiteServer, listen, serve
from wellspring.errors import ContentError, SettingsError

FILES = {
    "index.html": "home",
    "404.html": "nothing here",
    "posts/one.html": "one",
    "posts/index.html": "all posts",
    "images/x.svg": "<svg/>",
    "feeds/all.atom.xml": "<feed/>",
    "feeds/all.json": "{}",
    "robots.txt": "x",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "site"


@contextmanager
def running(folder: Path, prefix: str = "") -> Iterator[int]:
    """Serve a folder; yield the port."""
    with listen(partial(SiteHandler, folder=folder, prefix=prefix), 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET") -> tuple[int, str, HTTPMessage]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text, answer.headers


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("/", "home", "text/html; charset=utf-8"),
        ("/?a=b", "home", "text/html; charset=utf-8"),
        ("/posts/one.html", "one", "text/html; charset=utf-8"),
        ("/posts/", "all posts", "text/html; charset=utf-8"),
        ("/images/x.svg", "<svg/>", "image/svg+xml"),
        ("/feeds/all.atom.xml", "<feed/>", "application/xml"),
        ("/feeds/all.json", "{}", "application/json"),
        ("/robots.txt", "x", "text/plain; charset=utf-8"),
    ],
)
def test_files_and_their_types(site: Path, path: str, text: str, kind: str) -> None:
    with running(site) as port:
        status, got, headers = ask(port, path)
    assert (status, got, headers["Content-Type"]) == (200, text, kind)
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/nope",
        "/nope/",
        "/images/",
        "/posts/one.html/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%00",
    ],
)
def test_missing_is_the_site_s_own_page(
    site: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(site) as port:
        status, text, headers = ask(port, path)
    assert (status, text) == (404, "nothing here")
    assert (headers["Content-Type"], headers["Cache-Control"]) == (
        "text/html; charset=utf-8",
        "no-store",
    )
    assert capsys.readouterr().err == f"404 for {path!r}\n"


@pytest.mark.parametrize("prefix", ["", "/blog"])
def test_the_links_of_what_is_missing_lead_from_the_root(site: Path, prefix: str) -> None:
    (site / "404.html").write_text('<a href="./about.html">About</a>', encoding="utf-8")
    with running(site, prefix) as port:
        _, text, _ = ask(port, f"{prefix}/posts/nope.html")
    assert text == f'<a href="{prefix}/about.html">About</a>'


def test_missing_without_a_page_for_it(site: Path) -> None:
    (site / "404.html").unlink()
    with running(site) as port:
        assert ask(port, "/nope")[0] == 404


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/nope", 404)])
def test_head_has_no_body(site: Path, path: str, status: int) -> None:
    with running(site) as port:
        got, text, headers = ask(port, path, "HEAD")
    assert (got, text) == (status, "")
    assert int(headers["Content-Length"]) > 0


def test_a_folder_is_asked_for_with_its_slash(site: Path) -> None:
    with running(site) as port:
        status, _, headers = ask(port, "/posts")
    assert (status, headers["Location"]) == (301, "/posts/")


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/blog/", 200, "home"),
        ("/blog/posts/one.html", 200, "one"),
        ("/posts/one.html", 404, "nothing here"),
        ("/blogs/", 404, "nothing here"),
        ("/", 302, ""),
        ("/blog", 302, ""),
    ],
)
def test_prefix(site: Path, path: str, status: int, text: str) -> None:
    """A project site of GitHub's lives in a folder; what forgets that must be seen here."""
    with running(site, "/blog") as port:
        got, body, headers = ask(port, path)
    assert (got, body) == (status, text)
    if status == 302:
        assert headers["Location"] == "/blog/"


def test_a_taken_port(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with listen(SiteHandler, port) as server:
            used = server.server_address[1]
    assert used > port
    assert capsys.readouterr().out == f"Port {port} is taken; using {used}.\n"


def test_no_port_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "TRIES", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError) as caught:
            listen(SiteHandler, port)
    assert str(caught.value) == (
        f"There is no free port from {port} on. Choose another, such as 8080."
    )


@pytest.mark.parametrize("port", [-1, 65536])
def test_no_such_port(port: int) -> None:
    with pytest.raises(SettingsError) as caught:
        listen(SiteHandler, port)
    assert (
        str(caught.value) == f"There is no free port from {port} on. Choose another, such as 8080."
    )


def test_an_address_of_another_computer() -> None:
    with pytest.raises(SettingsError) as caught:
        listen(SiteHandler, 8000, "192.0.2.1")
    assert str(caught.value) == (
        "Port 8000 cannot be used: Cannot assign requested address. "
        "Choose another one, such as `--port 8080`."
    )


def test_nothing_built(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        serve(tmp_path / "output")
    assert str(caught.value) == (
        f"{tmp_path / 'output'}: there is no such folder. Type `python3 blog.py build` first."
    )


def test_interrupt_is_quiet(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_server: SiteServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(SiteServer, "serve_forever", interrupt)
    serve(site, 0, prefix="/blog")
    out, err = capsys.readouterr()
    assert out.startswith("Serving at http://127.0.0.1:")
    assert out.endswith("/blog/ (stop with Ctrl-C)\n")
    assert err == ""


def test_a_browser_that_hangs_up_is_no_error(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.exception", ConnectionResetError)
    with listen(partial(SiteHandler, folder=site), 0) as server:
        server.handle_error(None, ("127.0.0.1", 1))
    assert capsys.readouterr().err == ""
