"""Asking addresses, against a server of our own."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from wellspring.publishing.web import Answer, ask, ask_all


class Site(BaseHTTPRequestHandler):
    """Pages that answer as some on the web do."""

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/no-head" else self.status())

    def do_GET(self) -> None:
        self.answer(self.status())

    def status(self) -> int:
        if self.path == "/slow":
            time.sleep(1)
        return {"/gone": 410, "/missing": 404, "/moved": 301, "/busy": 503}.get(self.path, 200)

    def answer(self, status: int) -> None:
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/a page with blanks and ü", 200),
        ("/no-head", 200),
        ("/gone", 410),
        ("/missing", 404),
        ("/busy", 503),
    ],
)
def test_the_status_of_a_page_is_told(address: str, path: str, status: int) -> None:
    assert ask(address + path).status == status


def test_a_page_that_moved_tells_where_it_led(address: str) -> None:
    assert ask(f"{address}/moved") == Answer(200, f"{address}/")


def test_a_server_that_takes_too_long_is_trouble(address: str) -> None:
    answer = ask(f"{address}/slow", patience=0.2)
    assert (answer.status, answer.trouble) == (0, "timed out")


def test_a_server_that_is_not_there_is_trouble() -> None:
    assert ask("http://127.0.0.1:9/").trouble
    assert ask("http://[broken/").trouble


def test_one_host_is_asked_one_address_at_a_time() -> None:
    busy: set[str] = set()
    most: list[int] = []

    def slow(url: str) -> Answer:
        busy.add(url)
        most.append(len(busy))
        time.sleep(0.01)
        busy.remove(url)
        return Answer(200, url)

    urls = [f"https://one.example/{number}" for number in range(5)]
    assert list(ask_all(urls, slow, pause=0)) == urls
    assert max(most) == 1
