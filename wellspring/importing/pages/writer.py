"""Blocks of HTML as Markdown, by markdownify, in the form that this blog's Markdown has.

Called by write_story. Deeper lists have four blanks, as Python-Markdown wants them; nothing that
was a letter becomes a mark; what Markdown has no mark for stays as one of the few HTML elements
that a text may hold.
"""

import re

from bs4.element import NavigableString, PageElement, Tag
from markdownify import MarkdownConverter, abstract_inline_conversion

from wellspring.importing.markdown import escape, escape_start
from wellspring.importing.pages.tree import BLOCKS, NOTE, attribute, words_of

INDENT = " " * 4
LINE = re.compile(r"^(?=.)", re.MULTILINE)
TICKS = re.compile(r"`{3,}")
LANGUAGE = re.compile(r"(?:language|lang|brush:?)[-: ]\s*([A-Za-z0-9+#-]+)")


class Writer(MarkdownConverter):
    """Writes elements of a story."""

    class Options(MarkdownConverter.DefaultOptions):
        """As this blog's texts are written."""

        autolinks = False
        bullets = "-"
        heading_style = "atx"
        table_infer_header = True
        wrap = True
        wrap_width = None

    convert_sub = abstract_inline_conversion(lambda _: "<sub>")
    convert_sup = abstract_inline_conversion(lambda _: "<sup>")
    convert_del = abstract_inline_conversion(lambda _: "<del>")
    convert_s = convert_strike = convert_del
    convert_kbd = abstract_inline_conversion(lambda _: "<kbd>")
    convert_mark = abstract_inline_conversion(lambda _: "<mark>")
    element_of_code = abstract_inline_conversion(lambda _: "<code>")

    def write(self, block: Tag) -> str:
        """Return a block as Markdown, without blank lines around it."""
        written: str = self.process_tag(block, set())
        lines = ("" if line.isspace() else line for line in written.split("\n"))
        return "\n".join(lines).strip("\n").rstrip()

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """Return words; the first ones of a line are no mark."""
        text: str = super().process_text(el, parent_tags=parent_tags)
        if "_noformat" in (parent_tags or ()) or not begins_line(el):
            return text
        return escape_start(text.lstrip())

    def escape(self, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - as it is called
        """Return words in which nothing is a mark."""
        # Behind a backslash too, the checks take a backtick for the beginning of code.
        return escape(text, markdown=False).replace("\\`", "&#96;")

    def convert_code(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return code in a line: with a backtick in it, the checks know it as an element only."""
        if "`" not in text or "_noformat" in parent_tags:
            written: str = super().convert_code(el, text, parent_tags)
            return written
        made: str = self.element_of_code(el, self.escape(text, parent_tags), parent_tags)
        return made

    convert_samp = convert_code

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - as it is called
        """Return an item of a list, what hangs below it indented."""
        text = text.strip()
        mark = f"{number_of(el)}. " if el.parent and el.parent.name == "ol" else "- "
        # Right below code an item would be a part of the one above.
        end = "\n\n" if el.find("pre") is not None else "\n"
        return f"{mark}{LINE.sub(INDENT, text)[len(INDENT) :]}{end}" if text else "\n"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return code: between fences, or indented where it stands within something else."""
        text = text.strip("\n")
        if not text.strip():
            return ""
        if parent_tags & {"li", "blockquote", "dd"}:
            return f"\n\n{LINE.sub(INDENT, text)}\n\n"
        fence = max([*TICKS.findall(text), "``"], key=len) + "`"
        return f"\n\n{fence}{language_of(el)}\n{text}\n{fence}\n\n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - as it is called
        """Return a picture with its description and its caption."""
        alt = escape(attribute(el, "alt"), markdown=False).replace("[", "\\[").replace("]", "\\]")
        caption = attribute(el, "title").replace("&", "&amp;").replace('"', "&quot;")
        target = f'{attribute(el, "src")} "{caption}"' if caption else attribute(el, "src")
        return f"![{alt}]({target})"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a cell, in which a bar is a letter."""
        found: str = super().convert_td(el, text.replace("|", "\\|"), parent_tags)
        return found

    convert_th = convert_td

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a link, or the mark of a footnote."""
        if el.has_attr(NOTE):
            return f"[^{el[NOTE]}]"
        found: str = super().convert_a(el, text, parent_tags)
        return found


def number_of(item: Tag) -> int:
    """Return the number of an item of an ordered list."""
    start = attribute(item.parent, "start") if item.parent else ""
    return (int(start) if start.isdecimal() else 1) + len(item.find_previous_siblings("li"))


def language_of(pre: Tag) -> str:
    """Return the language that code is written in, as far as it is named."""
    inner = pre.find("code")
    for tag in (pre, inner):
        found = LANGUAGE.search(attribute(tag, "class")) if isinstance(tag, Tag) else None
        if found:
            return found[1]
    return ""


def begins_line(string: PageElement) -> bool:
    """Tell whether words are the first of a line: of their block, or behind a line break."""
    node: PageElement | None = string
    while node is not None:
        before = node.previous_sibling
        while before is not None and is_nothing(before):
            before = before.previous_sibling
        if before is not None:
            return isinstance(before, Tag) and before.name in BLOCKS
        node = node.parent
        if node is None or (isinstance(node, Tag) and node.name in BLOCKS):
            return True
    return True


def is_nothing(part: PageElement) -> bool:
    """Tell whether a part of a line is written as nothing."""
    if isinstance(part, Tag):
        shows = part.name == "img" or part.name in BLOCKS or part.has_attr(NOTE)
        return not shows and not words_of(part) and part.find(["img", "br"]) is None
    return not str(part).strip()
