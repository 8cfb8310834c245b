"""How soon a save is on the page: the preview of many posts, in a real browser.

    python -m tests.benchmarks.saving 1000

Needs Chromium. The time is from the write of the file until the browser shows the new words.
"""

import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.corpus import post
from tests.benchmarks.layout import lay_out
from tests.benchmarks.tools import wellspring
from tests.browser.conftest import ARGUMENTS, chromium
from tests.conftest import ROOT
from wellspring.commands.livereload import livereload
from wellspring.commands.preview import rebuild_on_save
from wellspring.commands.report import say

SAVES = 9


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


# Resolves when the page holds some words, with the time of the browser's clock.
WATCH = """words => {
  window.seen = new Promise((tell) => {
    new MutationObserver(() => {
      if (document.body.textContent.includes(words)) tell(Date.now());
    }).observe(document, { childList: true, subtree: true });
  });
}"""


def saved_until_shown(page: Page, file: Path, number: int) -> float:
    """Put a sentence behind a post; return the milliseconds until it is in the browser's page."""
    words = f"Saved for the {number}th time."
    page.evaluate(WATCH, words)
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{words}\n")
    started = time.time()
    seen: float = page.evaluate("() => window.seen")
    return seen - 1000 * started


def wait_for_notes(address: str) -> None:
    """Wait until all was built, and the checker has begun."""
    notes = b"[]"
    while notes == b"[]":
        time.sleep(0.5)
        with urlopen(f"{address}/_wellspring/findings") as answer:  # noqa: S310 - our own server
            notes = answer.read()


def main(count: int) -> None:
    """Print the median and the slowest of some saves."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        tool = wellspring(Path(folder))
        lay_out(tool, count, ROOT)
        output, port, stop = tool.site / "output", free_port(), threading.Event()
        rebuild = rebuild_on_save(tool.site / "pelicanconf.py", output, tool.site)
        watched = [tool.site / name for name in ("content", "editorial", "theme")]
        server = threading.Thread(target=livereload, args=(rebuild, watched, output, port, stop))
        server.start()
        slug = post(count // 3).slug
        address = f"http://127.0.0.1:{port}"
        wait_for_notes(address)
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page()
        page.goto(f"{address}/posts/{slug}.html")
        times = []
        for number in range(SAVES):
            time.sleep(2)
            times.append(saved_until_shown(page, tool.file_of(slug), number))
        browser.close()
        stop.set()
        server.join()
    median = statistics.median(times)
    say(f"{count:,} posts: shown after {median:.0f} ms, at most {max(times):.0f}.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
