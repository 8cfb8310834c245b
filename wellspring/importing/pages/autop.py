"""What WordPress keeps in place of HTML: blank lines for paragraphs, and words in brackets.

Called by wxr, before the text is read as other HTML is.
"""

import re
from collections.abc import Iterator

from bs4.element import NavigableString, PageElement, Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.tree import BLOCKS, line_of

GAP = re.compile(r"\n[ \t]*\n\s*")
# A short code, such as [gallery ids="1,2"] or [/caption]; links and footnotes are none.
CODE = re.compile(r"\[/?(?P<name>[a-z][\w-]{2,})(?P<rest>(?:\s+[^\[\]]*|/)?)\](?!\()")
OPENING, CLOSING = re.compile(r"\[caption\b"), "[/caption]"
NAMED = re.compile(r"caption=[\"“]([^\"”]*)")
ADDRESS = re.compile(r"https?://[^\s\[\]<>\"']+")
KNOWN = frozenset(
    re.findall(
        r"[\w-]+",
        """
        audio caption contact-form contact-form-7 embed gallery instagram playlist soundcloud
        toc tweet video vimeo wpvideo youtube more_posts mc4wp_form jetpack_subscription_form
        """,
    )
)
INNER_END = re.compile(r"\S[^\n]*\n\s*\S")
# Stands for a blank line until the paragraphs are made.
PAUSE = "pause"
HOLDERS = ("blockquote", "div", "section", "article")
APART = BLOCKS - {"br"}


def make_paragraphs(tree: Tag) -> list[Note]:
    """Make paragraphs of what blank lines part, and name short codes, which mean nothing here."""
    put_captions(tree)
    notes = list(take_codes(tree))
    if tree.find("p") is None or any(GAP.search(text) for text in loose(tree)):
        for holder in [*tree.find_all(list(HOLDERS)), tree]:
            part(holder)
    return notes


def loose(tree: Tag) -> Iterator[str]:
    """Yield the texts that stand in no block."""
    for child in tree.children:
        if isinstance(child, NavigableString) and child.strip():
            yield child


def put_captions(tree: Tag) -> None:
    """Turn [caption] around a picture and its words into a figure."""
    tried: list[NavigableString] = []
    while (string := next_caption(tree, tried)) is not None:
        tried.append(string)
        inner: list[PageElement] = []
        for node in list(string.next_siblings):
            if isinstance(node, NavigableString) and CLOSING in node:
                figure_of(string, inner, node)
                break
            inner.append(node)


def next_caption(tree: Tag, tried: list[NavigableString]) -> NavigableString | None:
    """Return the first text with the opening of a caption that was not tried yet."""
    found = (string for string in tree.find_all(string=OPENING))
    return next((it for it in found if not any(it is other for other in tried)), None)


def figure_of(opening: NavigableString, inner: list[PageElement], closing: NavigableString) -> None:
    """Put what stands between two short codes into a figure."""
    before, _, rest = str(opening).rpartition("[caption")
    code, _, first = rest.partition("]")
    last, _, after = str(closing).partition(CLOSING)
    named = NAMED.search(code)
    figure, caption = Tag(name="figure"), Tag(name="figcaption")
    figure.sourceline = line_of(opening)
    opening.insert_after(figure)
    for node in inner:
        figure.append(node.extract())
    caption.string = " ".join(f"{first} {last} {named[1] if named else ''}".split())
    if caption.string:
        figure.append(caption)
    opening.replace_with(NavigableString(before))
    closing.replace_with(NavigableString(after))


def take_codes(tree: Tag) -> Iterator[Note]:
    """Take short codes out of the words; an address in one becomes a link."""
    for string in list(tree.find_all(string=CODE)):
        if string.find_parent(["pre", "code"]) is not None:
            continue
        text = str(string)
        for found in CODE.finditer(str(string)):
            closed = f"[/{found['name']}]" in string
            if found["name"] in KNOWN or closed or "=" in found["rest"]:
                yield Note(line_of(string), "embed", found[0])
                address = ADDRESS.search(found["rest"])
                text = text.replace(found[0], address[0] if address else "", 1)
        if text != string:
            string.replace_with(NavigableString(text))


def part(holder: Tag) -> None:
    """Put the words of an element into paragraphs, which blank lines part."""
    for child in list(holder.children):
        if type(child) is NavigableString and GAP.search(child):
            for index, text in enumerate(GAP.split(child)):
                if index:
                    child.insert_before(Tag(name=PAUSE))
                child.insert_before(NavigableString(text))
            child.extract()
    run: list[PageElement] = []
    for child in list(holder.children):
        if isinstance(child, Tag) and (child.name in APART or child.name == PAUSE):
            wrap(run)
            run = []
            if child.name == PAUSE:
                child.extract()
        else:
            run.append(child)
    wrap(run)


def wrap(run: list[PageElement]) -> None:
    """Put words into a paragraph; the end of a line stays one."""
    if not any(isinstance(node, Tag) or str(node).strip() for node in run):
        return
    paragraph = Tag(name="p")
    paragraph.sourceline = line_of(next((n for n in run if isinstance(n, Tag)), run[0]))
    run[0].insert_before(paragraph)
    for node in run:
        paragraph.append(node.extract())
    for string in list(paragraph.find_all(string=INNER_END)):
        if string.find_parent(["pre", "code"]) is None:
            break_lines(string)


def break_lines(string: NavigableString) -> None:
    """Put a line break at each end of a line within words."""
    for index, text in enumerate(string.strip("\n").split("\n")):
        if index:
            string.insert_before(Tag(name="br"))
        string.insert_before(NavigableString(text))
    string.extract()
