"""Show the site while it is written: build on every save, and the browser follows.

The `livereload` task calls it. The server adds a script to the pages on their way to
the browser and lets their policy allow it; the built files stay as they are published.
"""

import html
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from watchfiles import Change, watch

from wellspring.commands.serve import TYPES, SiteHandler, announce, listen

SCRIPT_FILE = Path(__file__).with_name("reload.js")
SCRIPT_PATH = "/_wellspring/reload.js"
EVENTS_PATH = "/_wellspring/events"
FINDINGS_PATH = "/_wellspring/findings"
SCRIPT = b'<script src="/_wellspring/reload.js" data-build="%d"></script>'
POLICY = re.compile(
    rb'(?P<before><meta\s+http-equiv="?Content-Security-Policy"?\s+content=")(?P<policy>[^"]*)',
    re.IGNORECASE,
)
ALLOWED = ("script-src", "connect-src")  # the script itself, and the events it listens to
HEARTBEAT = 15  # seconds; a silent connection that the browser left is noticed by writing to it
GLANCE = 0.5  # seconds between looks whether to stop
STEP = 20  # milliseconds without another change until a save counts as over


class Builds:
    """Which build is shown now, and what is to be said of it; connections wait here for news."""

    def __init__(self) -> None:
        self.latest = time.time_ns()  # differs from every number that an earlier server gave
        self.news = 0  # counts builds and notes
        self.open = True
        self.notes = "[]"  # JSON: what is said of the texts of this build
        self.noted = True
        self.changed = threading.Condition()

    def tell(self, *, more: bool = True) -> None:
        """Let every waiting connection know of a new build, or that the server ends."""
        with self.changed:
            self.latest += 1
            self.news += 1
            self.open, self.noted = more, not more
            self.changed.notify_all()

    def note(self, notes: str) -> None:
        """Let every waiting connection know what is to be said of the build that is shown.

        Nothing, if that is not known yet.
        """
        if not notes:
            return
        with self.changed:
            self.news += notes != self.notes
            self.notes, self.noted = notes, True
            self.changed.notify_all()

    def next_after(self, known: int) -> int:
        """Wait for other news than the known; return the same number if none came for a while."""
        with self.changed:
            self.changed.wait_for(lambda: self.news != known, HEARTBEAT)
            return self.news

    def all_notes(self) -> str:
        """Wait until it is known what is to be said of the build that is shown, and return it."""
        with self.changed:
            self.changed.wait_for(lambda: self.noted, HEARTBEAT)
            return self.notes


class LiveHandler(SiteHandler):
    """Serves the site, and the script and the events that reload it."""

    def __init__(self, *connection: Any, folder: Path, builds: Builds) -> None:  # noqa: ANN401 - as the base
        self.builds = builds
        super().__init__(*connection, folder=folder, alter=partial(listening, builds=builds))

    def do_GET(self) -> None:  # noqa: N802 - the base's name
        """Answer one request."""
        if self.path == SCRIPT_PATH:
            self.begin(TYPES[".js"])
            self.wfile.write(SCRIPT_FILE.read_bytes())
        elif self.path == FINDINGS_PATH:
            self.begin(TYPES[".json"])
            self.wfile.write(self.builds.all_notes().encode())
        elif self.path == EVENTS_PATH:
            self.begin("text/event-stream")
            self.send_events()
        else:
            super().do_GET()

    def begin(self, kind: str) -> None:
        """Begin an answer that ends with its connection."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def send_events(self) -> None:
        """Send the number of the build that is shown whenever there is news, and now."""
        known = -1
        with suppress(ConnectionError):
            while self.builds.open:
                news = self.builds.next_after(known)
                line = b": still here\n\n" if news == known else b"data: %d\n\n"
                if self.builds.open:
                    self.wfile.write(line % self.builds.latest if news != known else line)
                known = news


def listening(page: bytes, builds: Builds) -> bytes:
    """Return a page that listens for the build after the one it is from."""
    body, end, rest = POLICY.sub(widened, page).rpartition(b"</body>")
    script = SCRIPT % builds.latest
    return body + script + end + rest if end else rest + script


def widened(meta: re.Match[bytes]) -> bytes:
    """Let a page's policy allow the script and its events, and nothing else that it forbids."""
    directives = html.unescape(meta["policy"].decode()).split(";")
    policy = {name: sources for name, *sources in map(str.split, filter(str.strip, directives))}
    for name in ALLOWED:
        before = policy.get(name, policy.get("default-src", []))
        policy[name] = [
            "'self'",
            *(source for source in before if source not in {"'self'", "'none'"}),
        ]
    text = "; ".join(" ".join([name, *sources]) for name, sources in policy.items())
    return meta["before"] + html.escape(text).encode()


def livereload(
    build: Callable[[Callable[[], None]], Iterator[str]],
    watched: Sequence[Path],
    folder: Path,
    port: int,
    stop: threading.Event | None = None,
) -> None:
    """Build, serve, and build again on every save, until interrupted or told to stop.

    `build` calls what it is given when there is something new to see, and yields as JSON what
    pages are to say, as it becomes known; what is empty says nothing. A new save ends that. After
    a failed build the browser keeps what it has, and says why.
    """
    stop = stop or threading.Event()
    saved = threading.Event()
    builds = Builds()

    def hurry() -> bool:
        """Tell whether there is something better to do than to look for findings."""
        return saved.is_set() or stop.is_set()

    with listen(partial(LiveHandler, folder=folder, builds=builds), port) as server:
        # The watch begins before the first build, so that a save meanwhile is not missed.
        threads = [threading.Thread(target=server.serve_forever, daemon=True)]
        threads += watchers(watched, saved, stop)
        for thread in threads:
            thread.start()
        try:
            with suppress(KeyboardInterrupt):
                first = build(builds.tell)
                builds.note(next(first, ""))
                announce(server)
                note_all(first, builds, hurry)
                rebuild_when(saved, lambda: note_all(build(builds.tell), builds, hurry), stop)
        finally:
            stop.set()
            builds.tell(more=False)
            server.shutdown()
            for thread in threads:
                thread.join()


def rebuild_when(
    saved: threading.Event, rebuild: Callable[[], None], stop: threading.Event
) -> None:
    """Build once for all that was saved meanwhile."""
    while not stop.is_set():
        # Not without a limit: on Windows an interrupt would only be heard after the wait.
        if saved.wait(GLANCE):
            saved.clear()
            rebuild()


def note_all(steps: Iterator[str], builds: Builds, hurry: Callable[[], bool]) -> None:
    """Tell what becomes known of a build until there is something better to do."""
    for notes in steps:
        builds.note(notes)
        if hurry():
            break


def watchers(
    watched: Sequence[Path], saved: threading.Event, stop: threading.Event
) -> list[threading.Thread]:
    """Return the threads that notice a save.

    A file is watched through its folder: many editors save by putting a new file in its
    place, and the watch would stay with the old one.
    """
    folders = [path for path in watched if path.is_dir()]
    files = {path.resolve() for path in watched if path.is_file()}
    parents = {file.parent for file in files}

    def wanted(_change: Change, path: str) -> bool:
        return Path(path).resolve() in files

    look = partial(watch, stop_event=stop, step=STEP)
    tasks = [partial(look, *folders)] if folders else []
    if files:
        tasks.append(partial(look, *parents, watch_filter=wanted, recursive=False))
    return [threading.Thread(target=notice, args=(task, saved), daemon=True) for task in tasks]


def notice(changes: Callable[[], Iterable[object]], saved: threading.Event) -> None:
    """Raise the flag at every change."""
    for _ in changes():
        saved.set()
