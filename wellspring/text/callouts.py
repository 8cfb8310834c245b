"""Markdown extension: callouts, figures, and tables that phones and a strict policy allow.

Callouts are written as GitHub writes them
(https://docs.github.com/en/get-started/writing-on-github): a block quote whose
first line is `[!TIP]`. Handed to Python-Markdown by render.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from wellspring.model.words import Words
from wellspring.text.folded import FoldedPreprocessor

SizeOf = Callable[[str], tuple[int, int]]
CALLOUTS = {
    "NOTE": "Note",
    "TIP": "Tip",
    "IMPORTANT": "Important",
    "WARNING": "Warning",
    "CAUTION": "Caution",
}
MARK = re.compile(r"\s*\[!(?P<kind>[A-Za-z]+)\][ \t]*\n?")
ALIGNMENT = re.compile(r"text-align:\s*(?P<side>left|right|center);?")


class SeparateQuotes(BlockQuoteProcessor):
    """Ends a block quote at a blank line, as others do, where Python-Markdown goes on with it.

    Two people’s words would be one quotation, and a quotation a part of the warning above it
    (https://spec.commonmark.org/0.31.2/#block-quotes).
    """

    def lastChild(self, parent: Element) -> Element | None:  # noqa: ARG002, N802 - Python-Markdown's form
        """Return none: no quote goes on with what stands above it."""
        return None


class CalloutTreeprocessor(Treeprocessor):
    """Turns marked block quotes into `<div class="callout …" role="note">`.

    Readers' modes drop `<aside>`, and a warning is no aside.
    """

    def __init__(self, md: Markdown, words: Words) -> None:
        super().__init__(md)
        self.words = words

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            for quote in [child for child in parent if child.tag == "blockquote"]:
                split_quote(parent, quote)
        for parent in list(root.iter()):
            for quote in [child for child in parent if is_empty_quote(child)]:
                parent.remove(quote)
        for quote in list(root.iter("blockquote")):
            first = quote[0] if len(quote) else None
            match = MARK.match(first.text or "") if first is not None else None
            if first is not None and match and match["kind"].upper() in CALLOUTS:
                make_callout(quote, first, match, self.words)


def is_empty_quote(child: Element) -> bool:
    """Tell whether an element is a quote that holds nothing: a sign alone between blank lines."""
    return child.tag == "blockquote" and not len(child) and not (child.text or "").strip()


def split_quote(parent: Element, quote: Element) -> None:
    """Give each callout a block quote of its own: Markdown joins those that follow each other."""
    starts = [index for index, child in enumerate(quote) if index and is_marked(child)]
    for start in reversed(starts):
        own = Element("blockquote")
        own.tail, quote.tail = quote.tail, "\n"
        for child in list(quote)[start:]:
            quote.remove(child)
            own.append(child)
        parent.insert(list(parent).index(quote) + 1, own)


def is_marked(child: Element) -> bool:
    """Tell whether a paragraph begins a callout."""
    match = MARK.match(child.text or "") if child.tag == "p" else None
    return match is not None and match["kind"].upper() in CALLOUTS


def make_callout(quote: Element, first: Element, match: re.Match[str], words: Words) -> None:
    """Turn one block quote into a callout with a visible title."""
    kind = match["kind"].upper()
    label = words.say(CALLOUTS[kind])
    quote.tag = "div"
    quote.set("class", f"callout callout-{kind.lower()}")
    quote.set("role", "note")
    quote.set("aria-label", label)
    first.text = (first.text or "")[match.end() :]
    if not first.text and not len(first):
        quote.remove(first)
    title = Element("p", {"class": "callout-title"})
    title.text = label
    quote.insert(0, title)


class AlignmentTreeprocessor(Treeprocessor):
    """Turns a table cell's `style` attribute, which the page's policy forbids, into a class."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for cell in root.iter():
            match = ALIGNMENT.fullmatch(cell.get("style", "")) if cell.tag in {"td", "th"} else None
            if match:
                del cell.attrib["style"]
                cell.set("class", f"align-{match['side']}")


class FigureTreeprocessor(Treeprocessor):
    """Turns a picture that stands alone into a figure, its title into a visible caption."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for paragraph in root.iter("p"):
            alone = len(paragraph) == 1 and paragraph[0].tag == "img"
            if (
                alone
                and not (paragraph.text or "").strip()
                and not (paragraph[0].tail or "").strip()
            ):
                make_figure(paragraph)


def make_figure(paragraph: Element) -> None:
    """Turn a paragraph that holds one picture into a figure."""
    paragraph.tag = "figure"
    title = paragraph[0].attrib.pop("title", "")
    if title:
        caption = Element("figcaption")
        caption.text = title
        paragraph.append(caption)


class TableTreeprocessor(Treeprocessor):
    """Puts tables into regions that scroll and take the keyboard, for narrow screens.

    Each has a name of its own (https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/).
    """

    def __init__(self, md: Markdown, words: Words) -> None:
        super().__init__(md)
        self.words = words

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        tables = [
            (parent, child) for parent in root.iter() for child in parent if child.tag == "table"
        ]
        for number, (parent, table) in enumerate(tables, start=1):
            region = Element(
                "div",
                {
                    "class": "table-scroll",
                    "role": "region",
                    "tabindex": "0",
                    "aria-label": self.words.say("Table %d") % number,
                },
            )
            parent[list(parent).index(table)] = region
            region.tail, table.tail = table.tail, None
            region.append(table)


class PictureSizes(Treeprocessor):
    """Gives pictures of this site their width and height, so that pages do not jump."""

    def __init__(self, md: Markdown, size_of: SizeOf) -> None:
        super().__init__(md)
        self.size_of = size_of

    def run(self, root: Element) -> None:
        """Change the tree in place; what an author has set stays."""
        for image in root.iter("img"):
            width, height = self.size_of(image.get("src", ""))
            if width and height and "width" not in image.attrib and "height" not in image.attrib:
                image.set("width", str(width))
                image.set("height", str(height))


class PicturesExtension(Extension):
    """The tree processor with one text's pictures; `size_of` knows them by their `src`."""

    def __init__(self, size_of: SizeOf) -> None:
        super().__init__()
        self.size_of = size_of

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a Markdown instance."""
        md.treeprocessors.register(PictureSizes(md, self.size_of), "wellspring-sizes", 11)


class HouseExtension(Extension):
    """Quotes, what is folded, and four tree processors that run after inline patterns (20)."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a Markdown instance."""
        # Between code in fences (25) and HTML (20).
        md.preprocessors.register(FoldedPreprocessor(md), "wellspring-folded", 22)
        md.parser.blockprocessors.register(SeparateQuotes(md.parser), "quote", 20)
        md.treeprocessors.register(CalloutTreeprocessor(md, self.words), "wellspring-callouts", 15)
        md.treeprocessors.register(AlignmentTreeprocessor(md), "wellspring-alignment", 14)
        md.treeprocessors.register(FigureTreeprocessor(md), "wellspring-figures", 13)
        md.treeprocessors.register(TableTreeprocessor(md, self.words), "wellspring-tables", 12)
