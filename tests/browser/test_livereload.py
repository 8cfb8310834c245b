"""The preview in a real browser: a save is on the page, and a page says why one could not be."""

import threading
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Blog
from wellspring.commands.livereload import livereload
from wellspring.commands.preview import rebuild_on_save

POST = "content/posts/a-quiet-evening.md"


@pytest.fixture
def address(blog: Blog, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    """The address of a small blog's preview."""
    stop = threading.Event()
    rebuild = rebuild_on_save(blog.root / "pelicanconf.py", blog.output, blog.root)
    watched = [blog.root / name for name in ("content", "editorial", "theme")]
    thread = threading.Thread(target=livereload, args=(rebuild, watched, blog.output, 0, stop))
    thread.start()
    said = ""
    while "Serving at " not in said:
        time.sleep(0.05)
        said += capsys.readouterr().out
    yield said.split("Serving at ")[1].split()[0].rstrip("/.")
    stop.set()
    thread.join(timeout=20)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The article's page, on a phone's screen, with what the browser complains of."""
    opened = browser.new_page(viewport={"width": 390, "height": 844})
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text))
    opened.goto(f"{address}/posts/a-quiet-evening.html")
    yield opened
    assert complaints == []
    opened.close()


def save(blog: Blog, old: str, new: str) -> None:
    file = blog.root / POST
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_save_is_on_the_page(blog: Blog, page: Page) -> None:
    page.evaluate("() => { window.sameAsBefore = true; }")
    for number in range(3):
        expect(page.locator("main")).to_contain_text("put the phone away")
        save(blog, "put the phone away", f"read for {number} minutes")
        expect(page.locator("main")).to_contain_text(f"read for {number} minutes")
        save(blog, f"read for {number} minutes", "put the phone away")
    assert page.evaluate("() => window.sameAsBefore")  # it was not loaded anew


def test_what_the_checker_finds_is_in_the_corner(blog: Blog, page: Page) -> None:
    save(blog, "put the phone away", "be sure: this cures every illness")
    expect(page.locator("main")).to_contain_text("this cures every illness")
    page.locator("details summary", has_text="Checker: ").click()
    expect(page.locator("details li", has_text="claim-absolute")).to_be_visible()


def test_a_save_that_cannot_be_built_is_explained(blog: Blog, page: Page) -> None:
    expect(page.locator("main")).to_contain_text("put the phone away")
    save(blog, "Date: 2025-03-01\n", "")
    note = page.locator("details.stopped")
    expect(note.locator("summary")).to_have_text("The last save could not be built: 1 to mend")
    expect(note.locator("li")).to_contain_text("`Date` is missing.")
    expect(page.locator("main")).to_contain_text("put the phone away")
    save(blog, "Author:", "Date: 2025-03-01\nAuthor:")
    expect(page.locator("details.stopped")).to_have_count(0)
