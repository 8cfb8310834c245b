"""Search: finds what articles say, by keyboard, under the page's policy, and only when asked.

The site under test is the repository's own.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

SEED = "ketamine-therapy-benefits-for-mental-health-relief"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.set_default_timeout(10_000)
    opened.troubles = []  # type: ignore[attr-defined]
    opened.asked = []  # type: ignore[attr-defined]
    opened.on("console", lambda said: opened.troubles.append(said.text))  # type: ignore[attr-defined]
    opened.on("request", lambda request: opened.asked.append(request.url))  # type: ignore[attr-defined]
    opened.goto(f"{site}/search.html")
    yield opened
    opened.close()


def look_for(page: Page, words: str) -> None:
    page.get_by_label("Words to look for").fill(words)


def test_nothing_is_loaded_before_a_reader_searches(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert not [url for url in page.asked if "/pagefind/" in url]  # type: ignore[attr-defined]


def test_words_are_found_and_nothing_leaves_the_site(page: Page, site: str) -> None:
    look_for(page, "glutamate")
    expect(page.get_by_role("status")).to_have_text("1 article")
    link = page.locator(".search-results h2 a")
    assert (
        link.get_attribute("href")
        == f"{site.removeprefix(site[: site.index('/blog')])}/posts/{SEED}.html"
    )
    assert page.locator(".search-results mark").first.inner_text().lower().startswith("glutamat")
    assert page.troubles == []  # type: ignore[attr-defined]
    assert all(url.startswith(site) for url in page.asked)  # type: ignore[attr-defined]


def test_a_result_leads_to_the_part_that_says_it(page: Page) -> None:
    look_for(page, "eye masks")
    part = page.locator(".search-results .meta a").first
    expect(part).to_have_text("A Look Inside a Ketamine Session")
    part.click()
    page.wait_for_url("**#a-look-inside-a-ketamine-session")


def test_notices_and_notes_are_not_searched(page: Page) -> None:
    for words in ("talk to someone now", "esketamine is a nasal spray related"):
        look_for(page, f'"{words}"')
        expect(page.get_by_role("status")).to_have_text("Nothing found. Try fewer or other words.")


def test_topics_narrow_the_results(page: Page) -> None:
    look_for(page, "day")
    expect(page.locator(".search-results li")).to_have_count(3)
    page.get_by_label("Topic").select_option("Sleep")
    expect(page.locator(".search-results li")).to_have_count(1)
    expect(page.locator(".search-results h2")).to_have_text("A calmer evening before bed")


def test_the_keyboard_is_enough(page: Page) -> None:
    look_for(page, "evening")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.get_by_label("Words to look for").press("ArrowDown")
    expect(page.locator(".search-results a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/posts/*.html")


def test_an_address_can_hold_the_words(page: Page, site: str) -> None:
    page.goto(f"{site}/search.html?q=glutamate")
    expect(page.locator(".search-results h2")).to_have_count(1)


def test_what_is_typed_is_never_taken_for_markup(page: Page, site: str) -> None:
    page.goto(f"{site}/search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.locator("main img").count() == 0


def test_without_script_the_page_offers_the_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site}/search.html")
    assert plain.locator("main a[href$='archives.html']").is_visible()
    assert plain.locator("input").count() == 0
    context.close()
