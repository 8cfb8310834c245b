"""A page, or a part of one that is known to be a story, as a story; called by import_rich."""

from collections.abc import Callable
from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.article import find_article
from wellspring.importing.pages.cutting import cut_furniture, styles_for
from wellspring.importing.pages.facts import Facts, read_facts, take_said
from wellspring.importing.pages.finder import Finder
from wellspring.importing.pages.source import Page
from wellspring.importing.pages.tree import (
    attribute,
    line_of,
    read_tree,
    seen_in,
    take_out,
)
from wellspring.importing.pages.write_story import write_story
from wellspring.importing.story import Story
from wellspring.model.importing import ImportStyle

Change = Callable[[Tag], list[Note]]


def read_page(page: Page, style: ImportStyle) -> Story:
    """Return the story of a saved page. Raises ContentError for what is none."""
    tree = read_tree(page.text, page.path)
    finder = Finder(tree)
    styles = styles_for(finder, style.pages)
    leads = list(finder.all([part for item in styles for part in item.lead]))[:1]
    facts, said = read_facts(finder, styles, page.text)
    notes = cut_furniture(finder, style)
    article = find_article(finder, styles)
    for lead in leads:
        if article not in lead.parents and not has_picture(article, lead):
            article.insert(0, lead.extract())
    take_said(article, said, notes)
    notes += leave_out_rest(tree, article, said)
    notes += cut_heads(article)
    base = page.base or facts.address or base_of(tree)
    return write_story(article, replace(page, base=base), facts, style, notes)


def read_fragment(
    page: Page, facts: Facts, style: ImportStyle, change: Change | None = None
) -> Story:
    """Return the story of HTML that holds nothing else; `change` makes it plain HTML first."""
    tree = read_tree(page.text, page.path)
    notes = change(tree) if change else []
    notes += cut_furniture(Finder(tree), style)
    return write_story(tree, page, facts, style, notes)


def base_of(tree: BeautifulSoup) -> str:
    """Return where links lead from, as the page says."""
    found = tree.select_one("link[rel=canonical][href], base[href]")
    address = attribute(found, "href") if found is not None else ""
    return address if address.startswith(("http://", "https://")) else ""


def has_picture(article: Tag, lead: Tag) -> bool:
    """Tell whether a story shows a picture already."""
    return any(attribute(tag, "src") == attribute(lead, "src") for tag in article.find_all("img"))


def leave_out_rest(tree: Tag, article: Tag, said: list[Tag]) -> list[Note]:
    """Return a note on all that people see of the page and is not in the story's part."""
    notes: list[Note] = []
    inner = {id(part) for part, _ in seen_in(article)}
    known = {id(part) for tag in said for part, _ in seen_in(tag)}
    for part, text in seen_in(tree):
        if id(part) not in inner and part.find_parent("title") is None:
            kind = "front matter" if id(part) in known else "page"
            notes.append(Note(line_of(part), kind, text))
    return notes


def cut_heads(article: Tag) -> list[Note]:
    """Take what stands above and below a story out of its part; sections keep their headings."""
    notes: list[Note] = []
    for tag in article.find_all(["header", "footer"]):
        if tag.parent is None or tag.find_parent(["blockquote", "figure", "section"]) is not None:
            continue
        if tag.name == "header" and tag.find(["h2", "h3", "h4", "h5", "h6", "img"]) is not None:
            tag.unwrap()
        else:
            take_out(tag, "page", notes)
    return notes
