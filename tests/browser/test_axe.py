"""Accessibility by axe-core (https://github.com/dequelabs/axe-core): every page type, no violation.

All rules: WCAG 2 A, AA and AAA and best practices, in light and dark, on desktop and telephone.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT
from wellspring.commands.styleguide import styleguide

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
)).violations.flatMap(found => found.nodes.map(node => `${found.id}: ${node.html}`))"""
PAGES = (
    "index.html",
    "posts/ketamine-therapy-benefits-for-mental-health-relief.html",
    "posts/a-calmer-evening-before-bed.html",
    "category/sleep.html",
    "tag/ketamine.html",
    "author/wellspring-editors.html",
    "archives.html",
    "categories.html",
    "tags.html",
    "authors.html",
    "get-help.html",
    "corrections.html",
    "conformance.html",
    "conformance/2026.html",
    "search.html?q=evening",
    "404.html",
)
SCREENS = {
    "desktop light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "telephone dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


def violations(browser: Browser, address: str, screen: dict[str, Any]) -> list[str]:
    """Return what axe finds on a page."""
    context = browser.new_context(bypass_csp=True, **screen)
    page = context.new_page()
    # The search alone fetches anything later, and an idle network is waited for long.
    page.goto(address, wait_until="networkidle" if "search.html" in address else "load")
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN)
    context.close()
    return found


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, site: str, path: str, screen: str) -> None:
    assert violations(browser, f"{site}/{path}", SCREENS[screen]) == []


def test_a_fault_is_found(browser: Browser, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<html><body><img src=x><p style='color:#666'>pale", encoding="utf-8")
    found = violations(browser, bad.as_uri(), SCREENS["desktop light"])
    for rule in ("image-alt", "color-contrast-enhanced", "html-has-lang", "document-title"):
        assert any(line.startswith(f"{rule}: ") for line in found), rule


def test_every_component_has_enough_contrast_in_both_schemes(
    browser: Browser, tmp_path: Path
) -> None:
    page = styleguide(ROOT / "pelicanconf.py", tmp_path)
    found = violations(browser, page.as_uri(), SCREENS["desktop light"])
    assert [line for line in found if line.startswith("color-contrast")] == []
