"""Markdown extension: a short note on a drug, after the block that first names it.

The decision says which drugs an article names; `find` tells which of them a
piece of text names. Handed to Python-Markdown by the Pelican reader. A note is
no `<aside>`: readers' modes drop those.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from wellspring.model.drug import DrugNote
from wellspring.model.words import ENGLISH

Find = Callable[[str], set[str]]
CLASS = "drug-note"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# A footnote's mark would join the word before it.
NOT_WORDS = {"code", "pre", "script", "style", "sup"}


class DrugNotes(Treeprocessor):
    """Puts an `<div class="drug-note">` after the first block that names each drug."""

    def __init__(self, md: Markdown, notes: Mapping[str, DrugNote], find: Find) -> None:
        super().__init__(md)
        self.notes = notes
        self.find = find

    def run(self, root: Element) -> None:
        """Change the tree in place; a drug that only the title names is told of at the top."""
        left = dict(self.notes)
        carried: set[str] = set()
        placed: list[tuple[Element, list[DrugNote]]] = []
        for block in root:
            carried |= self.find(words_of(block)) & left.keys()
            if carried and block.tag not in HEADINGS:
                placed.append((block, [left.pop(owner) for owner in sorted(carried)]))
                carried = set()
        first = next((block for block in root if block.tag not in HEADINGS), None)
        for block, notes in placed:
            insert(root, block, [*(left.values() if block is first else ()), *notes])
            left = {} if block is first else left
        if left:
            insert(root, first, left.values())


def insert(root: Element, block: Element | None, notes: Iterable[DrugNote]) -> None:
    """Put notes after a block; before it if it holds the footnotes; at the end if there is none."""
    box = Element("div", {"class": f"callout {CLASS}", "role": "note", "aria-label": "Drug status"})
    for note in notes:
        box.append(paragraph(note))
    if block is None:
        root.append(box)
        return
    after = 0 if block.get("class") == "footnote" else 1
    root.insert(list(root).index(block) + after, box)


def paragraph(note: DrugNote) -> Element:
    """Return one note as a paragraph with its source."""
    drug = note.drug
    node = Element("p", {"lang": "en"})
    label = SubElement(node, "strong")
    label.text = "Drug status:"
    label.tail = f" {note.text} "
    cite(node, drug.source, drug.source_title)
    if drug.second_source:
        node[-1].tail = "; "
        cite(node, drug.second_source, drug.second_source_title)
    node[-1].tail = f" (read on {ENGLISH.say_day(drug.checked_on)})."
    return node


def cite(node: Element, address: str, title: str) -> None:
    """Add a link to a source."""
    source = SubElement(node, "a", {"href": address})
    source.text = title


def words_of(block: Element) -> str:
    """Return a block's words, without code."""
    return "".join(texts_of(block))


def texts_of(block: Element) -> Iterator[str]:
    """Yield the texts within an element, without code, in reading order."""
    if block.tag not in NOT_WORDS:
        yield block.text or ""
        for child in block:
            yield from texts_of(child)
            yield child.tail or ""


class DrugNotesExtension(Extension):
    """The tree processor with one article's notes, by owner as `find` names them."""

    def __init__(self, notes: Mapping[str, DrugNote], find: Find) -> None:
        super().__init__()
        self.notes = notes
        self.find = find

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a Markdown instance, after our other tree processors."""
        md.treeprocessors.register(DrugNotes(md, self.notes, self.find), "drug-notes", 5)
