"""XML into a tree whose elements know their places, hardened; called by wxr, feed and docx.

Declarations of a document's type are refused, and with them entities, by which a small file can
ask for all of a computer's memory or for its files.
"""

import xml.sax
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, Locator

from bs4 import Tag
from defusedxml.common import DTDForbidden
from defusedxml.sax import make_parser

from wellspring.errors import ContentError
from wellspring.model.place import Place

DEEPEST = 100
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://www.w3.org/1999/xhtml": "html",
    "http://search.yahoo.com/mrss/": "media",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
}
# WordPress writes its version into these.
WORDPRESS = "http://wordpress.org/export/"
DTD = (
    "this declares a type of document (`<!DOCTYPE`), with which a file can ask for far more than "
    "it holds. Export it anew; no program that we know writes one."
)
BROKEN = "this is no XML that can be read: {what}. Export it anew."
DEEP = "this has parts within parts, {most} deep. Export it anew."


@dataclass(slots=True)
class Node:
    """An element: its short name such as `wp:status`, where it begins, and what it holds."""

    name: str
    line: int
    column: int
    attributes: dict[str, str]
    parts: list["str | Node"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the words directly within the element."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def children(self) -> list["Node"]:
        """Return the elements directly within this one."""
        return [part for part in self.parts if isinstance(part, Node)]

    def all(self, *names: str) -> list["Node"]:
        """Return the elements of some names directly within this one."""
        return [child for child in self.children if child.name in names]

    def first(self, *names: str) -> "Node | None":
        """Return the first such element that has words or parts, in the names' order."""
        found = (child for name in names for child in self.all(name))
        return next((child for child in found if child.text.strip() or child.children), None)

    def says(self, *names: str) -> str:
        """Return the words of the first such element."""
        found = self.first(*names)
        return found.text.strip() if found else ""


class Builder(ContentHandler):
    """Builds the tree as its parts are read."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.open: list[Node] = []
        self.root: Node | None = None
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - SAX's name
        """Keep what knows the place."""
        self.locator = locator

    def place(self) -> Place:
        """Return where the reader stands."""
        if self.locator is None:
            return Place(self.path)
        line, column = self.locator.getLineNumber(), self.locator.getColumnNumber()
        return Place(self.path, max(1, line or 1), max(0, column or 0) + 1)

    def startElementNS(  # noqa: N802 - SAX's name
        self, name: tuple[str | None, str], _qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        """Open an element."""
        place = self.place()
        if len(self.open) >= DEEPEST:
            raise ContentError(f"{place}: {DEEP.format(most=DEEPEST)}")
        values = {local: str(value) for (_uri, local), value in attrs.items()}
        node = Node(short(*name), place.line, place.column, values)
        if self.open:
            self.open[-1].parts.append(node)
        else:
            self.root = node
        self.open.append(node)

    def endElementNS(self, _name: tuple[str | None, str], _qname: str | None) -> None:  # noqa: N802 - SAX's name
        """Close an element."""
        self.open.pop()

    def characters(self, content: str) -> None:
        """Keep words."""
        self.open[-1].parts.append(content)


def short(uri: str | None, local: str) -> str:
    """Return an element's name as people write it."""
    if uri and uri.startswith(WORDPRESS):
        prefix = "excerpt" if uri.rstrip("/").endswith("excerpt") else "wp"
    else:
        prefix = PREFIXES.get(uri or "", "")
    return f"{prefix}:{local}" if prefix else local


def read_xml(data: bytes, path: str) -> Node:
    """Return the root of a document. Raises ContentError, with the place, for what is none."""
    builder = Builder(path)
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(builder)
    try:
        parser.parse(BytesIO(data))
    except DTDForbidden as error:
        raise ContentError(f"{builder.place()}: {DTD}") from error
    except xml.sax.SAXParseException as error:
        place = Place(path, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        raise ContentError(f"{place}: {BROKEN.format(what=error.getMessage())}") from error
    except (xml.sax.SAXException, LookupError, ValueError) as error:
        raise ContentError(f"{builder.place()}: {BROKEN.format(what=error)}") from error
    if builder.root is None:
        raise ContentError(f"{Place(path)}: {BROKEN.format(what='it is empty')}")
    return builder.root


def as_tag(node: Node) -> Tag:
    """Return XHTML as HTML."""
    tag = Tag(name=node.name.rpartition(":")[2], attrs=dict(node.attributes))
    for part in node.parts:
        tag.append(as_tag(part) if isinstance(part, Node) else part)
    return tag
