"""Live reload: a save builds, a good build reaches the browser, and the built files stay clean."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from wellspring.commands import livereload as live
from wellspring.commands.livereload import Builds, listening, livereload

PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'sha256-x'\"></head><body>{}</body></html>"
)


@dataclass
class Workplace:
    """A livereload at work on one source file, which is copied into a page."""

    source: Path
    settings: Path
    output: Path
    outcome: bool = True
    built: int = 0
    port: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def build(self, shown: Callable[[], None]) -> Iterator[str]:
        if self.outcome:
            text = PAGE.format(self.source.read_text() + self.settings.read_text())
            (self.output / "index.html").write_text(text)
            shown()
        self.built += 1
        yield "[]" if self.outcome else '["stopped"]'

    def wait_for_build(self, number: int) -> None:
        until = time.monotonic() + 20
        while self.built < number:
            assert time.monotonic() < until, "nothing was built"
            time.sleep(0.01)

    def wait_for_watch(self, file: Path) -> None:
        """Save a file unchanged until it is noticed, then until all is quiet."""
        before = self.built
        while self.built == before:
            file.write_text(file.read_text())
            time.sleep(0.1)
        while before != self.built:
            before = self.built
            time.sleep(0.3)

    def open(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path)
        return connection.getresponse()

    def read(self, path: str) -> str:
        with self.open(path) as answer:
            return answer.read().decode()


def next_build(events: HTTPResponse) -> int:
    """Read from the stream until a build is told of."""
    while not (line := events.readline()).startswith(b"data: "):
        assert line, "the stream ended"
    return int(line.removeprefix(b"data: "))


def shown_build(page: str) -> int:
    found = re.search(r'<script src="/_wellspring/reload.js" data-build="(\d+)">', page)
    assert found
    return int(found[1])


@pytest.fixture
def workplace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Workplace]:
    content = tmp_path / "content"
    for folder in (content, tmp_path / "output"):
        folder.mkdir()
    place = Workplace(content / "post.md", tmp_path / "settings.py", tmp_path / "output")
    place.source.write_text("first")
    place.settings.write_text("")
    watched = [content, place.settings, tmp_path / "missing"]
    thread = threading.Thread(
        target=livereload, args=(place.build, watched, place.output, 0, place.stop)
    )
    thread.start()
    said = ""
    while not said:
        time.sleep(0.01)
        said = capsys.readouterr().out
    place.port = int(said.split(":")[2].split("/")[0])
    for file in (place.source, place.settings):
        place.wait_for_watch(file)
    place.built = 1
    yield place
    place.stop.set()
    thread.join(timeout=20)
    assert not thread.is_alive()


def test_a_save_reaches_the_browser(workplace: Workplace) -> None:
    first = shown_build(workplace.read("/"))
    with workplace.open("/_wellspring/events") as events:
        assert events.getheader("Content-Type") == "text/event-stream"
        assert next_build(events) == first
        workplace.source.write_text("second")
        second = next_build(events)
    page = workplace.read("/")
    assert second > first
    assert shown_build(page) == second
    assert "second" in page


def test_a_failed_build_leaves_the_browser_alone(workplace: Workplace) -> None:
    first = shown_build(workplace.read("/"))
    workplace.outcome = False
    workplace.source.write_text("with a mistake")
    workplace.wait_for_build(2)
    page = workplace.read("/")
    assert "first" in page
    assert shown_build(page) == first
    with workplace.open("/_wellspring/events") as events:
        assert next_build(events) == first
    assert workplace.read("/_wellspring/findings") == '["stopped"]'
    workplace.outcome = True
    workplace.source.write_text("mended")
    workplace.wait_for_build(3)
    assert "mended" in workplace.read("/")


def test_a_file_replaced_by_an_editor_is_still_watched(workplace: Workplace) -> None:
    for number in (2, 3):
        draft = workplace.settings.with_name("draft")
        draft.write_text(f"settings {number}")
        draft.replace(workplace.settings)
        workplace.wait_for_build(number)
    assert "settings 3" in workplace.read("/")


def test_other_files_beside_a_watched_one_are_not(workplace: Workplace) -> None:
    workplace.settings.with_name("other.txt").write_text("x")
    (workplace.output / "x.html").write_text("x")
    time.sleep(0.7)
    assert workplace.built == 1


def test_built_files_stay_as_published(workplace: Workplace) -> None:
    page = workplace.read("/")
    assert (workplace.output / "index.html").read_text() == PAGE.format("first")
    assert page != PAGE.format("first")


def test_the_script_is_served(workplace: Workplace) -> None:
    with workplace.open("/_wellspring/reload.js") as answer:
        assert answer.getheader("Content-Type") == "text/javascript; charset=utf-8"
        assert answer.getheader("Cache-Control") == "no-store"
        assert b"EventSource" in answer.read()


def test_interrupt_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(live, "rebuild_when", interrupt)
    livereload(lambda _: iter(()), [], tmp_path, 0)
    out, err = capsys.readouterr()
    assert out.startswith("Serving at http://127.0.0.1:")
    assert err == ""


def test_a_new_save_comes_before_more_findings() -> None:
    builds = Builds()
    steps = iter(["[1]", "", "[2]", "[3]"])
    live.note_all(steps, builds, lambda: builds.notes == "[2]")
    assert builds.all_notes() == "[2]"
    assert list(steps) == ["[3]"]


def altered(page: str) -> str:
    builds = Builds()
    builds.latest = 7
    return listening(page.encode(), builds).decode()


SCRIPT = '<script src="/_wellspring/reload.js" data-build="7"></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>x</p></body></html>", f"<p>x</p>{SCRIPT}</body></html>"),
        ("<p>x", f"<p>x{SCRIPT}"),
        ("<pre></body></pre></body>", f"<pre></body></pre>{SCRIPT}</body>"),
    ],
)
def test_where_the_script_goes(page: str, expected: str) -> None:
    assert altered(page) == expected


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        (
            "default-src 'none'; img-src 'self'",
            "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'",
        ),
        (
            "script-src 'none';connect-src https://x.example;",
            "script-src 'self'; connect-src 'self' https://x.example",
        ),
        (
            "default-src 'self' data:; script-src 'self' 'sha256-y'",
            "default-src 'self' data:; script-src 'self' 'sha256-y'; connect-src 'self' data:",
        ),
        (
            "default-src &#39;none&#39;; upgrade-insecure-requests",
            "default-src 'none'; upgrade-insecure-requests; script-src 'self'; connect-src 'self'",
        ),
    ],
)
def test_the_policy_is_widened_by_no_more_than_it_must(policy: str, widened: str) -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="{}">'
    escaped = widened.replace("'", "&#x27;")
    assert altered(meta.format(policy)) == meta.format(escaped) + SCRIPT
