"""Reading the blog as a person does: home page, article, notices, author, no comments."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

SEED = "Ketamine Therapy Benefits for Mental Health Relief"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A phone's page that fails the test on any console message or request elsewhere."""
    context = browser.new_context(viewport=PHONE)
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("console", lambda message: troubles.append(message.text))
    opened.on(
        "response",
        lambda answer: None if answer.ok else troubles.append(f"{answer.status}: {answer.url}"),
    )
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((site, "data:"))
            else troubles.append(f"elsewhere: {request.url}")
        ),
    )
    opened.goto(f"{site}/index.html")
    yield opened
    assert troubles == []
    assert context.cookies() == []
    context.close()


def open_seed(page: Page) -> None:
    page.get_by_role("link", name=SEED).first.click()
    page.wait_for_load_state()


def test_from_the_home_page_to_the_article(page: Page) -> None:
    open_seed(page)
    assert page.get_by_role("heading", level=1).inner_text() == SEED


def test_the_article_has_all_its_parts(page: Page) -> None:
    open_seed(page)
    assert page.get_by_role("link", name="988").first.get_attribute("href") == "tel:988"
    for name in ("Know more", "Corrections", "Side Effects and Safety", "Before you read"):
        assert page.get_by_role("heading", name=name).first.is_visible()
    assert page.get_by_role("link", name="Adrienne D. Mullins").count() == 3
    assert page.get_by_text("Driven by a deep passion").is_visible()
    assert page.get_by_text("The Real Mental Health Benefits of Ketamine Therapy").is_visible()


def test_there_are_no_comments(page: Page) -> None:
    open_seed(page)
    assert page.locator("form, textarea, input, iframe").count() == 0
    assert "no comments for this story" not in page.inner_text("body").lower()


def test_the_crisis_line_is_on_a_phones_first_screen(page: Page) -> None:
    open_seed(page)
    box = page.locator("div.notices a[href='tel:988']").first.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("width", [390, 320, 256, 1280])
def test_no_page_is_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in ("index.html", "get-help.html", "corrections.html", "archives.html"):
        page.goto(f"{page.url.rsplit('/', 1)[0]}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    open_seed_from = page.url.rsplit("/", 1)[0]
    page.goto(f"{open_seed_from}/index.html")
    open_seed(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_finds_the_skip_link_first(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")


def test_the_notices_are_printed(page: Page) -> None:
    open_seed(page)
    page.emulate_media(media="print")
    assert page.locator("div.notices").first.is_visible()


def test_a_missing_page_helps(page: Page, site: str) -> None:
    page.goto(f"{site}/404.html")
    assert page.get_by_role("link", name="Get help now").first.is_visible()
