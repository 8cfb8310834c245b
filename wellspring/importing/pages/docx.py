"""Word documents, by mammoth; called by import_exports with the parts of the file.

A line of a Word document is a paragraph. What Word shows beside the text, such as comments and page
headers, is noted and left out.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import mammoth
from bs4 import Tag

from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.names import NAME
from wellspring.importing.pages.exported import Exported
from wellspring.importing.pages.facts import Facts, iso_day, split_tags
from wellspring.importing.pages.tree import read_tree, take_out, words_of
from wellspring.importing.pages.xml_tree import Node, read_xml
from wellspring.model.place import Place

CORE = "docProps/core.xml"
BESIDE = re.compile(r"word/(?P<kind>comments|header\d*|footer\d*)\.xml")
XML = (".xml", ".rels")
# Styles by the names that Word, LibreOffice and Google Docs give them.
STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote:fresh > p:fresh
p[style-name='Intense Quote'] => blockquote:fresh > p:fresh
p[style-name='Block Text'] => blockquote:fresh > p:fresh
p[style-name='Quotations'] => blockquote:fresh > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
r[style-name='Emphasis'] => em
r[style-name='Strong'] => strong
"""
# A style without a meaning here loses no word.
STYLE = "Unrecognised"
ELSEWHERE = re.compile(r"external image '([^']*)'")
BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|table|ul|ol|pre|blockquote)>")
# What programs call a document that nobody has named.
NO_TITLE = re.compile(r"document\s*\d*|untitled.*|.*\.docx?|microsoft word.*", re.IGNORECASE)
LONGEST_TITLE, SHORT_TITLE = 160, 100
SENTENCE_END = re.compile(r"[.:;,]$")
BYLINE = re.compile(rf"(?:(?:[Ww]ritten|[Ww]ords|[Ss]tory) )?[Bb]y:? {NAME}(?:[ ,|·–—-].*)?")
NO_DOCUMENT = "this is no Word document that can be read: {what}. Save it anew as .docx."
Read = Callable[[str], bytes]


def read_docx(
    data: bytes, names: list[str], read: Read, path: str
) -> tuple[Exported, dict[str, bytes]]:
    """Return the story of a document, and its pictures by the names that its HTML has for them.

    `names` are the parts of the file, `read` gives what is in one.
    """
    for name in names:
        # mammoth reads XML as it comes; what is dangerous in it is refused before.
        if name.endswith(XML):
            read_xml(read(name), f"{path}/{name}")
    pictures: dict[str, bytes] = {}
    html, unsure = html_of(data, pictures, path)
    facts = facts_of(read_xml(read(CORE), path) if CORE in names else None)
    read_title(html, facts, path)
    stripped = [note for name in names for note in beside(name, read, path)]
    return Exported(facts, html, change=take_titles, stripped=stripped, unsure=unsure), pictures


def html_of(data: bytes, pictures: dict[str, bytes], path: str) -> tuple[str, list[Note]]:
    """Return a document as HTML, each paragraph on a line of its own, and what was left out."""

    def keep(image: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth has no types
        with image.open() as opened:
            found = opened.read()
        name = f"picture-{len(pictures) + 1}"
        pictures[name] = found
        return {"src": name}

    convert = mammoth.images.img_element(keep)
    try:
        done = mammoth.convert_to_html(
            BytesIO(data),
            convert_image=convert,
            style_map=STYLES,
            include_embedded_style_map=False,
            ignore_empty_paragraphs=False,  # so that notes name lines as people count them
        )
    except (KeyError, ValueError, OSError, AttributeError, TypeError) as error:
        raise ContentError(f"{Place(path)}: {NO_DOCUMENT.format(what=error)}") from error
    html = BLOCK_END.sub(lambda found: f"{found[0]}\n", str(done.value))
    said = dict.fromkeys(message.message for message in done.messages)
    return html, [note_of(text) for text in said if not text.startswith(STYLE)]


def note_of(message: str) -> Note:
    """Return what mammoth says of a part that it cannot write: a picture elsewhere, or other."""
    found = ELSEWHERE.search(message)
    return Note(1, "picture lost", found[1]) if found else Note(1, "word", message)


def facts_of(core: Node | None) -> Facts:
    """Return what the file says of the document; programs write their own words there."""
    if core is None:
        return Facts()
    return Facts(
        title=" ".join(core.says("dc:title").split()),
        author=" ".join(core.says("dc:creator").split()),
        day=iso_day(core.says("dcterms:created")),
        tags=list(split_tags([core.says("cp:keywords")])),
        weak={"author", "day"},
    )


def read_title(html: str, facts: Facts, path: str) -> None:
    """Read title and subtitle from the text, which is what people see."""
    tree = read_tree(html, path)
    title = tree.select_one("h1.title") or first_heading(tree)
    if title is not None:
        facts.title = words_of(title)
    elif NO_TITLE.fullmatch(facts.title):
        facts.title = ""
    subtitle = tree.select_one("p.subtitle")
    facts.subtitle = words_of(subtitle) if subtitle is not None else ""


def first_heading(tree: Tag) -> Tag | None:
    """Return the first block if it stands as a title: as a heading, in bold, above a byline."""
    filled = (tag for tag in tree.find_all(True, recursive=False) if words_of(tag))
    first, below = next(filled, None), next(filled, None)
    if first is None or len(words_of(first)) > LONGEST_TITLE:
        return None
    bold = " ".join(words_of(tag) for tag in first.find_all("strong"))
    is_bold = first.name == "p" and bold == words_of(first)
    is_above = below is not None and is_title_above(first, below)
    return first if first.name == "h1" or is_bold or is_above else None


def is_title_above(first: Tag, below: Tag) -> bool:
    """Tell whether a paragraph is a title for what stands below it: a byline, and no sentence."""
    words = words_of(first)
    is_plain = first.name == below.name == "p" and not SENTENCE_END.search(words)
    return is_plain and len(words) <= SHORT_TITLE and BYLINE.fullmatch(words_of(below)) is not None


def take_titles(tree: Tag) -> list[Note]:
    """Take title and subtitle out of the text; they are front matter."""
    notes: list[Note] = []
    for tag in tree.select("h1.title, p.subtitle") or filter(None, [first_heading(tree)]):
        take_out(tag, "front matter", notes)
    return notes


def beside(name: str, read: Read, path: str) -> Iterator[Note]:
    """Yield a note on each text that stands beside the document's own."""
    found = BESIDE.fullmatch(name)
    if not found:
        return
    kind = "comments" if found["kind"] == "comments" else "page header"
    for text in paragraphs(read_xml(read(name), path)):
        yield Note(1, kind, "" if kind == "comments" else text)


def paragraphs(node: Node) -> Iterator[str]:
    """Yield the words of each paragraph of a part."""
    if node.name == "w:p":
        if text := "".join(texts(node)).strip():
            yield text
        return
    for child in node.children:
        yield from paragraphs(child)


def texts(node: Node) -> Iterator[str]:
    """Yield the texts of a paragraph's runs."""
    if node.name == "w:t":
        yield node.text
    for child in node.children:
        yield from texts(child)
