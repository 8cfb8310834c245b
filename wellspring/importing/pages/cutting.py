"""What of a page is no part of a story, by the house style's selectors; called by read_page."""

from collections.abc import Iterable, Iterator

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.finder import Finder
from wellspring.importing.pages.tree import line_of, take_out
from wellspring.model.importing import ImportStyle, PageStyle

ANY = "any"
# What a form may be wrapped around by mistake; some sites wrap a whole page in one.
STORY = ("article", "main", "h1")
# Kinds that are named by what they are, since they have no words.
WORDLESS = frozenset({"pixel"})


def cut_furniture(finder: Finder, style: ImportStyle) -> list[Note]:
    """Take out what is no part of a story; return a note on every text of it."""
    notes: list[Note] = []
    for kind, parts in cuts_of(style.pages):
        for tag in list(finder.all(parts)):
            if kind == "form" and tag.find(STORY):
                tag.unwrap()
            elif finder.tree in tag.parents:
                if kind in WORDLESS or is_script(tag):
                    notes.append(Note(line_of(tag), kind, str(tag.get("src") or "")))
                take_out(tag, kind, notes)
    return notes


def is_script(tag: Tag) -> bool:
    """Tell whether an element is a program in the page's visible part."""
    return tag.name == "script" and tag.find_parent("head") is None


def cuts_of(pages: Iterable[PageStyle]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the cuts of all platforms, those of comments first: other parts may lie in them."""
    found = [cut for page in pages for cut in page.cuts]
    for cut in sorted(found, key=lambda cut: cut.kind != "comments"):
        yield cut.kind, cut.parts


def styles_for(finder: Finder, pages: Iterable[PageStyle]) -> list[PageStyle]:
    """Return the styles of the platforms that a page is of, and then the one for any."""
    own = [page for page in pages if finder.first(page.sign) is not None]
    return [*own, *(page for page in pages if page.id == ANY)]
