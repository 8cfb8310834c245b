"""HTML into a tree whose parts know their lines; called first for every page and fragment."""

import re
import unicodedata
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup

from wellspring.errors import ContentError
from wellspring.importing.decode import BINARY, BLANK, CONTROL, UNSEEN, place_in
from wellspring.importing.line import Note
from wellspring.model.place import Place

DEEPEST = 100
# Elements that end where the next of their kind begins, and within which they do not.
ENDS = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "p": frozenset({"p"}),
    "option": frozenset({"option"}),
}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Marks the link to a footnote; the number in it is no word.
NOTE = "note-mark"
# Elements that stand apart from the words around them.
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body br center dd details div dl dt fieldset figcaption
        figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre
        section summary table tbody td tfoot th thead tr ul
        """,
    )
)
LONGEST_SOURCE = 100
DEEP = "this page has parts within parts, {most} deep. Save it anew, or copy its text into a file."
BROKEN = "this is no HTML that can be read. Save the page anew, or copy its text into a file."


def read_tree(text: str, path: str) -> BeautifulSoup:
    """Return the tree of a page. Raises ContentError for what no page is."""
    if found := CONTROL.search(text):
        place = place_in(text, found.start(), path)
        raise ContentError(f"{place}: {BINARY.format(code=ord(found[0]))}")
    with warnings.catch_warnings():
        # It warns of texts that look like a file's name; ours are what a file holds.
        warnings.simplefilter("ignore")
        try:
            tree = BeautifulSoup(text, "html.parser", multi_valued_attributes=None)
        except (ParserRejectedMarkup, AssertionError) as error:
            raise ContentError(f"{Place(path)}: {BROKEN}") from error
    close_implied(tree)
    refuse_deep(tree, path)
    for string in list(tree.descendants):
        if isinstance(string, NavigableString):
            clean(string)
    return tree


def close_implied(tree: Tag) -> None:
    """End elements whose end was left out, as browsers do: each ends where the next begins."""
    for tag in tree.find_all(list(ENDS)):
        parent = tag.parent
        while parent is not None and parent.name in ENDS[tag.name]:
            for later in reversed([tag, *tag.next_siblings]):
                parent.insert_after(later.extract())
            parent = tag.parent


def refuse_deep(tree: Tag, path: str) -> None:
    """Raise ContentError where elements are nested deeper than any page needs."""
    level = [child for child in tree.children if isinstance(child, Tag)]
    for _ in range(DEEPEST):
        level = [child for tag in level for child in tag.children if isinstance(child, Tag)]
    if level:
        place = Place(path, line_of(level[0]))
        raise ContentError(f"{place}: {DEEP.format(most=DEEPEST)}")


def clean(string: NavigableString) -> None:
    """Take comments and declarations out; give words composed letters and plain blanks."""
    if isinstance(string, PreformattedString):
        string.extract()
    elif not string.isascii():
        plain = unicodedata.normalize("NFC", BLANK.sub(" ", UNSEEN.sub("", string)))
        if plain != string:
            string.replace_with(type(string)(plain))


def line_of(node: PageElement | None) -> int:
    """Return the line on which an element begins, or the one around a text or a new element."""
    while node is not None:
        if isinstance(node, Tag) and node.sourceline:
            return node.sourceline
        node = node.parent
    return 1


def strings_of(node: Tag) -> Iterator[NavigableString]:
    """Yield the texts that people see, blank ones left out."""
    for string in node.descendants:
        if type(string) is NavigableString and string.strip():
            yield string


def words_of(node: Tag) -> str:
    """Return the text of an element on one line."""
    parts: list[str] = []
    for part in node.descendants:
        if type(part) is NavigableString:
            if part.parent is None or not part.parent.has_attr(NOTE):
                parts.append(part)
        elif isinstance(part, Tag) and part.name in BLOCKS:
            parts.append(" ")
    return " ".join("".join(parts).split())


def take_out(node: Tag, kind: str, notes: list[Note]) -> None:
    """Take an element out of its tree and note what people see of it; readers' words go uncited."""
    for part, text in seen_in(node):
        notes.append(Note(line_of(part), kind, "" if kind == "comments" else text))
    node.extract()


def seen_in(node: Tag) -> Iterator[tuple[PageElement, str]]:
    """Yield what people see of an element: each text, and each picture with what it shows."""
    for part in node.descendants:
        if type(part) is NavigableString and part.strip():
            yield part, " ".join(part.split())
        elif isinstance(part, Tag) and part.name == "img":
            shown = attribute(part, "alt") or attribute(part, "src")[:LONGEST_SOURCE]
            yield part, f"picture: {shown}"


def attribute(tag: Tag, name: str) -> str:
    """Return an attribute's value, empty if it is not there."""
    value = tag.get(name)
    return value.strip() if isinstance(value, str) else ""
