"""Notices reach every reader, in full and before the text.

On the first screen, without styles or scripts, in print, in forced colours, in reader mode.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

READABILITY = (Path(__file__).parent / "vendor" / "Readability.js").read_text(encoding="utf-8")
POSTS = (
    "ketamine-therapy-benefits-for-mental-health-relief",
    "a-calmer-evening-before-bed",
    "a-gentle-walking-habit",
)
NOTICES = ".notices[role=note]"
STYLE = re.compile(rb"<style>.*?</style>", re.DOTALL)


@pytest.fixture(params=POSTS)
def article(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/posts/{request.param}.html")
    yield page
    context.close()


def texts(page: Page) -> list[str]:
    """Return the words of every notice, above and below the text, each with single blanks."""
    found = page.locator(".notices p, .notices li, .drug-note p").all_inner_texts()
    return [" ".join(text.split()) for text in found]


def all_visible(page: Page) -> bool:
    notices = page.locator(".notices, .notices h2, .notices h3, .notices p, .notices a, .drug-note")
    return notices.count() > 2 and all(item.is_visible() for item in notices.all())


def stands_before_the_text(page: Page) -> bool:
    notices = page.locator(NOTICES).bounding_box()
    body = page.locator(".body").bounding_box()
    return bool(notices and body and notices["y"] + notices["height"] <= body["y"] + 1)


def test_they_begin_on_a_phones_first_screen(article: Page) -> None:
    box = article.locator(f"{NOTICES} h3").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 844
    assert stands_before_the_text(article)


def test_they_are_there_without_styles(article: Page) -> None:
    def bare(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=STYLE.sub(b"", answer.body()))

    shown = texts(article)
    article.route("**/*.html", bare)
    article.reload()
    assert article.locator("style").count() == 0
    assert all_visible(article)
    assert texts(article) == shown
    assert stands_before_the_text(article)


def test_they_are_there_without_scripts(article: Page, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(article.url)
    assert all_visible(page)
    assert stands_before_the_text(page)
    context.close()


def test_they_are_printed_in_full(article: Page) -> None:
    shown = texts(article)
    article.emulate_media(media="print")
    assert all_visible(article)
    assert texts(article) == shown


def test_they_stand_out_in_forced_colours(article: Page) -> None:
    article.emulate_media(forced_colors="active")
    assert all_visible(article)
    for notices in article.locator(".notices").all():
        style = "node => getComputedStyle(node).borderTopWidth"
        assert float(notices.evaluate(style).removesuffix("px")) >= 1


def test_a_readers_mode_keeps_them(article: Page) -> None:
    shown = texts(article)
    read = article.evaluate(
        f"(() => {{ {READABILITY}; "
        "return new Readability(document.cloneNode(true)).parse().textContent; })()"
    )
    kept = " ".join(str(read).split())
    squeezed = kept.replace(" ", "")
    assert [text for text in shown if text.replace(" ", "") not in squeezed] == []
    body = " ".join(article.locator(".body > p").first.inner_text().split())[:60]
    assert kept.index(shown[0].split(". ")[0][:40]) < kept.index(body)


def test_nobody_can_close_them(article: Page) -> None:
    assert article.locator(".notices :is(button, details, input, [tabindex])").count() == 0
