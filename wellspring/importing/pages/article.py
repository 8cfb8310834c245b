"""Which part of a page is the story; called by read_page when comments and menus are out.

The selectors of the house style come first. Where none fits, trafilatura tells which texts are the
story's; the smallest part that holds most of them is it. The texts themselves are read from the
page, since trafilatura loses quotes and deeper lists.
"""

from collections.abc import Iterable

from bs4 import Tag

from wellspring.importing.pages.extraction import story_text
from wellspring.importing.pages.finder import Finder
from wellspring.importing.pages.tidy import unwrap_layout
from wellspring.importing.pages.tree import words_of
from wellspring.model.importing import PageStyle

# A part with less of the page's words is a teaser; stories of so many letters are never one.
LEAST_SHARE, ENOUGH = 0.25, 400
MOST = 0.8
SHORTEST = 25
PARTS = ["p", "li", "h2", "h3", "h4", "blockquote", "td", "pre", "div"]


def find_article(finder: Finder, styles: Iterable[PageStyle]) -> Tag:
    """Return the element that holds the story, or the whole page."""
    tree = finder.tree
    whole = len(words_of(tree))
    for style in styles:
        for selector in style.article:
            found = max(finder.all([selector]), key=lambda tag: len(words_of(tag)), default=None)
            if found is not None and is_story(len(words_of(found)), whole):
                return found
    unwrap_layout(tree)
    return by_texts(tree)


def is_story(letters: int, whole: int) -> bool:
    """Tell whether a part has so many letters, of those of a page, that it can be the story."""
    return letters > 0 and (letters >= ENOUGH or letters >= LEAST_SHARE * whole)


def by_texts(tree: Tag) -> Tag:
    """Return the smallest element that holds most of what trafilatura takes for the story."""
    body = tree.find("body") or tree
    plain = story_text(str(tree))
    lines = {line for line in map(normal, plain.split("\n")) if len(line) >= SHORTEST}
    parts = {id(tag): len(words_of(tag)) for tag in body.find_all(PARTS) if is_known(tag, lines)}
    whole = sum(parts.values())
    found = body
    while whole:
        inner = next((tag for tag in children(found) if held(tag, parts) >= MOST * whole), None)
        if inner is None or id(inner) in parts:
            break
        found = inner
    return found


def normal(text: str) -> str:
    """Return a text without the marks that trafilatura adds."""
    return " ".join(text.strip("-|#> ").split())


def is_known(tag: Tag, lines: set[str]) -> bool:
    """Tell whether an element's text is one of some lines."""
    return normal(words_of(tag)) in lines


def children(tag: Tag) -> list[Tag]:
    """Return the elements directly within one."""
    return [child for child in tag.children if isinstance(child, Tag)]


def held(tag: Tag, parts: dict[int, int]) -> int:
    """Return how many letters of some parts an element holds."""
    inner = sum(parts.get(id(part), 0) for part in tag.find_all(PARTS))
    return inner + parts.get(id(tag), 0)
