"""A story's HTML as the row of blocks that readers see; called by write_story."""

from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, Tag

from wellspring.importing.pages.tree import BLOCKS, line_of

# Blocks that are written as a whole, with what lies in them.
WHOLE = frozenset(
    {"blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"}
)
APART = BLOCKS - {"br"}


def blocks_in(node: Tag) -> Iterator[Tag]:
    """Yield the blocks of an element in order; loose words become paragraphs."""
    run: list[PageElement] = []
    for child in list(node.children):
        if not stands_apart(child):
            run.append(child)
            continue
        yield from paragraph(run, node)
        run = []
        if isinstance(child, Tag):
            yield from (child,) if is_whole(child) else blocks_in(child)
    yield from paragraph(run, node)


def stands_apart(child: PageElement) -> bool:
    """Tell whether an element is a block, or holds one."""
    if not isinstance(child, Tag):
        return False
    return child.name in APART or child.find(list(APART)) is not None


def is_whole(tag: Tag) -> bool:
    """Tell whether a block is written as a whole: a figure if it shows one picture."""
    if tag.name == "figure":
        return len(tag.find_all("img")) == 1 and tag.find(["table", "blockquote", "pre"]) is None
    return tag.name in WHOLE and (tag.name != "p" or tag.find(list(APART)) is None)


def paragraph(run: list[PageElement], around: Tag) -> Iterator[Tag]:
    """Yield a paragraph of loose words, unless there are none."""
    if not any(isinstance(part, Tag) or (is_plain(part)) for part in run):
        return
    found = Tag(name="p")
    first = next((part for part in run if isinstance(part, Tag)), around)
    run[0].insert_before(found)
    for part in run:
        found.append(part.extract())
    found.sourceline = line_of(first)
    yield found


def is_plain(part: PageElement) -> bool:
    """Tell whether a text is one that people see."""
    return type(part) is NavigableString and bool(part.strip())
