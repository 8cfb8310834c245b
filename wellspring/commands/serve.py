"""Show the built site on this computer as GitHub Pages would; the `serve` task calls it.

`livereload` and `preview` show their builds through the same server.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from wellspring.building.records import STORE
from wellspring.building.search_pages import NAME as SEARCH
from wellspring.building.search_pages import index_of
from wellspring.commands.report import complain, say
from wellspring.errors import ContentError, SettingsError

FOLDER = "pagefind"
INDEX = f"/{FOLDER}/"
# The settings file of builds for this computer.
LOCAL = "pelicanconf"
HIGHEST_PORT = 65535
TRIES = 100
# Named here, because what a system itself knows of types differs from one to the next.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".xsl": "application/xslt+xml",
}


class SiteServer(ThreadingHTTPServer):
    """Answers each request in a thread of its own; a browser that hangs up is no error."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base has it
        """Report an error in a request, unless it is the browser that went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a folder below a path prefix, its 404.html for what is missing, and nothing cached.

    `alter` may change an HTML page on its way to the browser. A build for this computer has no
    search index: it is made here when a browser first asks for it.
    """

    making = Lock()

    def __init__(
        self,
        *connection: Any,  # noqa: ANN401 - what the server knows of it; the base takes it
        folder: Path,
        prefix: str = "",
        alter: Callable[[bytes], bytes] = bytes,
    ) -> None:
        self.folder = folder
        self.prefix = prefix
        self.alter = alter
        super().__init__(*connection, directory=str(folder.resolve()))

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Begin the answer to GET and HEAD; return what is to follow for GET."""
        if self.prefix and self.path in ("/", self.prefix):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{self.prefix}/")
            self.end_headers()
            return None
        local = self.translate_path(self.path)
        file = Path(local, "index.html") if local.endswith("/") else Path(local)
        if file.is_dir():
            return super().send_head()  # sends the browser to the address with a slash
        if not file.is_file() or not self.path.startswith(f"{self.prefix}/"):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return (
            self.send_page(HTTPStatus.OK, file) if file.suffix == ".html" else super().send_head()
        )

    def from_the_root(self, page: bytes) -> bytes:
        """Return a page whose links, which lead from its own folder, lead from the site's root.

        It stands in for pages of any folder.
        """
        return page.replace(b'="./', f'="{self.prefix}/'.encode())

    def send_page(
        self, status: HTTPStatus, file: Path, also: Callable[[bytes], bytes] = bytes
    ) -> BytesIO:
        """Begin an answer with an HTML page and return the page; `also` may change it too."""
        body = also(self.alter(file.read_bytes()))
        self.send_response(status)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is missing."""
        page = self.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = self.send_page(HTTPStatus.NOT_FOUND, page, self.from_the_root)
        if self.command != "HEAD":
            self.copyfile(body, self.wfile)

    def end_headers(self) -> None:
        """Forbid caching: the next build must show at once."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        """Find the file for an address, the prefix taken off; the search index where it is kept."""
        inner = path.removeprefix(self.prefix)
        if inner.startswith(INDEX) and not (self.folder / FOLDER).is_dir():
            made = self.search_index()
            if made:
                inside = Path(super().translate_path(inner))
                return str(made / inside.relative_to(self.folder.resolve() / FOLDER))
        return super().translate_path(inner)

    def search_index(self) -> Path | None:
        """Return the index of what the last build has kept for it; made now, by one at a time."""
        with self.making:
            return index_of(self.folder.parent / STORE / LOCAL / SEARCH)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Name a file's type by its ending."""
        return TYPES.get(Path(path).suffix) or super().guess_type(path)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Tell the author only what did not go well; `size` is of no interest."""
        del size
        if isinstance(code, int) and code >= HTTPStatus.BAD_REQUEST:
            complain(f"{int(code)} for {self.path!r}")

    def log_message(self, *_words: object) -> None:
        """Say no more than `log_request` does."""


def serve(folder: Path, port: int = 8000, host: str = "127.0.0.1", prefix: str = "") -> None:
    """Serve a built site until interrupted."""
    if not folder.is_dir():
        raise ContentError(
            f"{folder}: there is no such folder. Type `python3 blog.py build` first."
        )
    handler = partial(SiteHandler, folder=folder, prefix=prefix)
    with listen(handler, port, host) as server, suppress(KeyboardInterrupt):
        announce(server, prefix)
        server.serve_forever()


def listen(handler: Callable[..., SiteHandler], port: int, host: str = "127.0.0.1") -> SiteServer:
    """Return a server on a port, or on the next one that is free. Port 0 is any free one."""
    tries = range(port, min(port + TRIES, HIGHEST_PORT + 1)) if port >= 0 else ()
    for candidate in tries:
        try:
            server = SiteServer((host, candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise SettingsError(
                    f"Port {candidate} cannot be used: {error.strerror}. "
                    "Choose another one, such as `--port 8080`."
                ) from error
        else:
            if candidate != port:
                say(f"Port {port} is taken; using {candidate}.")
            return server
    raise SettingsError(f"There is no free port from {port} on. Choose another, such as 8080.")


def announce(server: SiteServer, prefix: str = "") -> None:
    """Say where to look."""
    host, port = server.server_address[:2]
    say(f"Serving at http://{host!s}:{port}{prefix}/ (stop with Ctrl-C)")
