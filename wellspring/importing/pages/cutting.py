"""What of a page is no part of a story, by the house style's selectors; called by read_page."""

from collections.abc import Iterable, Iterator

from bs4 import Tag
from soupsieve import SelectorSyntaxError

from wellspring.errors import HouseStyleError
from wellspring.importing.line import Note
from wellspring.importing.pages.tree import line_of, select, take_out, words_of
from wellspring.model.importing import ImportStyle, PageStyle

ANY = "any"
# What a form may be wrapped around by mistake; some sites wrap a whole page in one.
STORY = ("article", "main", "h1")
# Kinds that are named by what they are, since they have no words.
WORDLESS = frozenset({"pixel"})


def cut_furniture(tree: Tag, style: ImportStyle) -> list[Note]:
    """Take out what is no part of a story; return a note on every text of it."""
    notes: list[Note] = []
    for kind, part in cuts_of(style.pages):
        for tag in chosen(tree, part):
            if kind == "form" and tag.find(STORY):
                tag.unwrap()
            elif tree in tag.parents:
                if kind in WORDLESS or is_script(tag):
                    notes.append(Note(line_of(tag), kind, str(tag.get("src") or "")))
                take_out(tag, kind, notes)
    return notes


def is_script(tag: Tag) -> bool:
    """Tell whether an element is a program in the page's visible part."""
    return tag.name == "script" and tag.find_parent("head") is None


def cuts_of(pages: Iterable[PageStyle]) -> Iterator[tuple[str, str]]:
    """Yield the cuts of all platforms, those of comments first: other parts may lie in them."""
    found = [cut for page in pages for cut in page.cuts]
    for cut in sorted(found, key=lambda cut: cut.kind != "comments"):
        yield cut.kind, ", ".join(cut.parts)


def chosen(tree: Tag, part: str) -> list[Tag]:
    """Return the elements that a selector stands for. Raises HouseStyleError for what is none."""
    try:
        return list(select(tree, [part]))
    except SelectorSyntaxError as error:
        raise HouseStyleError(
            f"editorial/importing/pages: `{part}` is no CSS selector: {error}. Mend it."
        ) from error


def styles_for(tree: Tag, pages: Iterable[PageStyle]) -> list[PageStyle]:
    """Return the styles of the platforms that a page is of, and then the one for any."""
    own = [page for page in pages if page.sign and tree.select_one(", ".join(page.sign))]
    return [*own, *(page for page in pages if page.id == ANY)]


def is_empty(tag: Tag) -> bool:
    """Tell whether nothing is to be seen of an element."""
    return not words_of(tag) and tag.find(("img", "hr", "iframe", "video", "audio")) is None
