"""What readers download, counted without a browser: bytes, requests, scripts, other hosts.

Bytes are those of gzip, as GitHub Pages sends pages. The page of every kind is the blog's own.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from wellspring.commands.build import build

ADDRESS = "https://blog.example/wellspring"
SEED = "posts/ketamine-therapy-benefits-for-mental-health-relief.html"
ONE_FLIGHT = 13_000  # bytes: ten segments of 1,460, less what the answer's head takes
LIST = 4_500
SCRIPT = 10_000
LOADED = "script[src], link[rel=stylesheet], link[rel=preload], link[rel=preconnect], iframe, img"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("weight") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITEURL", ADDRESS)
        build(ROOT / "publishconf.py", output)
    return output


def pages(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), file.read_bytes()


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_every_page_comes_in_one_flight(site: Path) -> None:
    sizes = {path: packed(data) for path, data in pages(site)}
    # A report of what a program has found for every article, and a directory of 21 countries.
    assert {path: size for path, size in sizes.items() if size > ONE_FLIGHT} == {}
    lists = ("index", "archives", "tag/", "tags", "categor", "authors", "404", "search")
    heavy = {path: size for path, size in sizes.items() if path.startswith(lists) and size > LIST}
    assert heavy == {}


def test_a_page_asks_for_itself_and_its_pictures(site: Path) -> None:
    for path, data in pages(site):
        loads = [node.tag for node in LexborHTMLParser(data).css(LOADED)]
        allowed = {"script", "img"} if path == "search.html" else {"img"}
        assert set(loads) <= allowed, path


def test_only_search_has_a_script_and_it_is_small(site: Path) -> None:
    assert packed((site / "theme/search.js").read_bytes()) <= SCRIPT / 3
    for path, data in pages(site):
        scripts = re.findall(rb"<script(?! type=\"application/ld\+json\")[^>]*>", data)
        assert len(scripts) == (path == "search.html"), path


def test_a_page_carries_the_styles_of_what_it_holds(site: Path) -> None:
    sizes = {
        path: len(data.decode().split("<style>")[1].split("</style>")[0])
        for path, data in pages(site)
    }
    assert sizes["404.html"] < 0.7 * sizes[SEED] < 6_000
    assert b".search-results" not in (site / "index.html").read_bytes()
    assert b".search-results" in (site / "search.html").read_bytes()


def test_the_seeds_page_has_all_that_it_needs(site: Path) -> None:
    tree = LexborHTMLParser((site / SEED).read_bytes())
    for selector in (".notices", ".drug-note", ".contents", ".know-more", ".provenance"):
        assert tree.css_first(selector) is not None, selector
