"""The selectors of the house style: what they leave alone, what they take, and wrong ones."""

import pytest

from tests.conftest import ROOT
from tests.importing.score import STYLE
from wellspring.errors import HouseStyleError
from wellspring.house.table import read_tables
from wellspring.importing.pages.finder import Finder
from wellspring.importing.pages.tree import read_tree, words_of

EDITORIAL = ROOT / "editorial"
TABLES = {table.id: table for table in read_tables(EDITORIAL / "importing/pages", EDITORIAL)}
PAGES = [page.id for page in STYLE.pages]


def taken(html: str, only: str = "") -> list[str]:
    """Return the kinds of the cuts that take something of a page."""
    finder = Finder(read_tree(html, "x.html"))
    return [
        cut.kind
        for page in STYLE.pages
        if only in {"", page.id}
        for cut in page.cuts
        if finder.first(cut.parts) is not None
    ]


@pytest.mark.parametrize("name", PAGES)
def test_what_is_clean_stays(name: str) -> None:
    for html in TABLES[name].values["examples"]["clean"]:
        assert taken(html) == [], html


@pytest.mark.parametrize("name", PAGES)
def test_what_is_flagged_is_taken(name: str) -> None:
    for html in TABLES[name].values["examples"]["flagged"]:
        assert taken(html, name), html


def test_every_selector_can_be_read() -> None:
    tree = read_tree("<p>words</p>", "x.html")
    for page in STYLE.pages:
        names = ("sign", "article", "title", "subtitle", "author", "bio", "day", "tags", "shelves")
        parts = [part for name in (*names, "lead", "address") for part in getattr(page, name)]
        for part in [*parts, *(part for cut in page.cuts for part in cut.parts)]:
            tree.select(part)


def test_a_wrong_selector_is_named() -> None:
    finder = Finder(read_tree("<p class='a'>words</p>", "x.html"))
    with pytest.raises(HouseStyleError) as raised:
        list(finder.all([".a:nope"]))
    assert str(raised.value) == (
        "editorial/importing/pages: `.a:nope` is no CSS selector: ':nope' was detected as a "
        "pseudo-class and is either unsupported or invalid. If the syntax was not intended to be "
        "recognized as a pseudo-class, please escape the colon. Mend it."
    )


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("p", ["one", "two", "three"]),
        (".b", ["two"]),
        ("#c", ["three"]),
        ("p:not(.b)", ["one", "three"]),
        ("div:has(.nowhere)", []),
        (".nowhere p", []),
        ("[id^=c]", ["three"]),
        ("[title='x y']", ["three"]),
        ("p[lang]", []),
        ("section > p", []),
        ("div > p.b + p", ["three"]),
    ],
)
def test_a_finder_finds_what_selectors_stand_for(selector: str, words: list[str]) -> None:
    html = "<div><p>one</p><p class='a b'>two</p><p id=cd title='x y'>three</p></div>"
    tree = read_tree(html.replace("id=cd", "id=c"), "x.html")
    assert [words_of(tag) for tag in Finder(tree).all([selector])] == words
    assert [words_of(tag) for tag in tree.select(selector)] == words
