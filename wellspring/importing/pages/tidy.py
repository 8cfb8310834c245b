"""Make a story's HTML plain, so that Markdown has words for all of it; called by write_story.

What editors and word processors write for bold, what stands in a table only for its layout, a link
around a heading: all become what they look like.
"""

import re
from collections.abc import Iterator

from bs4 import Tag

from wellspring.importing.pages.tree import BLOCKS, HEADINGS, attribute, words_of
from wellspring.importing.pages.typed_lists import make_typed_lists

EMPHASIS = ("a", "b", "del", "em", "i", "s", "strong")
BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
ITALIC = re.compile(r"font-style:\s*italic")
PLAIN = re.compile(r"font-weight:\s*(?:normal|400)")
LISTS = ("ol", "ul")
LINE_BREAKS = 2
ADDRESS = re.compile(r"\A\s*https?://[^\s<>\"']+\s*$")


def tidy(article: Tag) -> None:
    """Make the HTML of a story plain."""
    for step in (
        keep_codes_whole,
        name_styles,
        unwrap_layout,
        push_in,
        make_typed_lists,
        hang_lists,
        join_emphasis,
        plain_headings,
        part_at_breaks,
        name_speakers,
        link_addresses,
    ):
        step(article)


def name_styles(article: Tag) -> None:
    """Turn styles that look bold or italic into elements that are."""
    for tag in article.find_all(["span", "font", "b", "i"]):
        style = attribute(tag, "style")
        if tag.name == "b" and PLAIN.search(style):
            tag.unwrap()
        elif tag.name in {"span", "font"} and (BOLD.search(style) or ITALIC.search(style)):
            tag.name = "strong" if BOLD.search(style) else "em"


def unwrap_layout(article: Tag) -> None:
    """Unwrap tables that only place things: a single column, or with more than words in a cell."""
    for table in article.find_all("table"):
        rows = [tag for tag in table.find_all("tr") if tag.find_parent("table") is table]
        widest = max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0)
        if widest > 1 and not any(map(is_page, table.find_all(["td", "th"]))):
            continue
        for tag in [table, *table.find_all(["thead", "tbody", "tfoot", "tr", "td", "th"])]:
            if tag is table or tag.find_parent("table") is table:
                tag.name = "div"


def is_page(cell: Tag) -> bool:
    """Tell whether a cell holds what no cell of Markdown can."""
    many = len(cell.find_all("p")) > 1
    return many or cell.find(["table", "ul", "ol", "blockquote", "pre", *HEADINGS]) is not None


def push_in(article: Tag) -> None:
    """Move emphasis and links that stand around whole blocks into each of them."""
    for tag in article.find_all(list(EMPHASIS)):
        inner = [part for part in tag.find_all(list(BLOCKS)) if part.name != "br"]
        leaves = [part for part in inner if part.find(list(BLOCKS - {"br"})) is None]
        for leaf in leaves:
            if words_of(leaf) or leaf.find("img"):
                copy = Tag(name=tag.name, attrs=dict(tag.attrs))
                for child in list(leaf.children):
                    copy.append(child.extract())
                leaf.append(copy)
        if inner:
            tag.unwrap()


def hang_lists(article: Tag) -> None:
    """Hang a list that stands directly within another below the item above it."""
    for inner in article.find_all(list(LISTS)):
        if inner.parent is not None and inner.parent.name in LISTS:
            item = inner.find_previous_sibling("li")
            if isinstance(item, Tag):
                item.append(inner.extract())
            else:
                inner.wrap(Tag(name="li"))


def join_emphasis(article: Tag) -> None:
    """Join neighbours of one kind, and drop emphasis on nothing."""
    for tag in article.find_all(["strong", "b", "em", "i"]):
        while isinstance(tag.next_sibling, Tag) and tag.next_sibling.name == tag.name:
            later = tag.next_sibling.extract()
            for child in list(later.children):
                tag.append(child.extract())
        if (
            not words_of(tag) and tag.find("img") is None and tag.parent is not None
        ) or tag.find_parent(tag.name) is not None:
            tag.unwrap()


def plain_headings(article: Tag) -> None:
    """Take bold type out of headings; one without words is none."""
    for tag in article.find_all(list(HEADINGS)):
        for inner in tag.find_all(["strong", "b"]):
            inner.unwrap()
        if not words_of(tag) and tag.parent is not None:
            tag.name = "div"


def keep_codes_whole(article: Tag) -> None:
    """Put code within a line into one line, which is all that Markdown has for it."""
    for code in article.find_all(["code", "kbd", "samp"]):
        if code.find_parent("pre") is not None or code.find("pre") is not None:
            continue
        if code.find("img") is not None:
            code.unwrap()
        else:
            parted = code.find([*BLOCKS, *HEADINGS]) is not None
            code.string = " ".join(code.get_text(" " if parted else "").split())


def part_at_breaks(article: Tag) -> None:
    """Part a paragraph where two line breaks follow each other, as where people see a gap."""
    for tag in article.find_all(["p", "div"]):
        if any(isinstance(part, Tag) and part.name in BLOCKS - {"br"} for part in tag.children):
            continue
        for gap in list(gaps(tag)):
            later = Tag(name="p")
            later.sourceline = tag.sourceline
            for sibling in list(gap.next_siblings):
                later.append(sibling.extract())
            gap.decompose()
            tag.insert_after(later)
            tag = later  # noqa: PLW2901 - the rest of the gaps lie in the new paragraph


def gaps(tag: Tag) -> Iterator[Tag]:
    """Yield the second of each two line breaks between which there is nothing."""
    breaks = 0
    for child in tag.children:
        if isinstance(child, Tag) and child.name == "br":
            breaks += 1
            if breaks == LINE_BREAKS:
                yield child
        elif isinstance(child, Tag) or str(child).strip():
            breaks = 0


def name_speakers(article: Tag) -> None:
    """Give who is quoted a line of their own below the quote."""
    for quote in article.find_all("blockquote"):
        for tag in quote.find_all(["cite", "footer"]):
            if tag.find_parent("p") is None:
                tag.name = "p"


def link_addresses(article: Tag) -> None:
    """Make links of addresses that stand alone, as blogs show what lies there."""
    for string in list(article.find_all(string=ADDRESS)):
        if string.find_parent(["a", "pre", "code"]) is None:
            link = Tag(name="a", attrs={"href": string.strip()})
            link.string = string.strip()
            string.replace_with(link)
