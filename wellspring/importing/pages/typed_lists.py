"""Lists that were typed, sign by sign, as paragraphs; called by tidy.

In Word and in old editors, people write “• Soup” and “1. Soup” one paragraph after another.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bs4 import Tag
from bs4.element import NavigableString

from wellspring.importing.pages.tree import words_of

SIGN = re.compile(
    r"\s*(?:(?P<bullet>[•·▪◦‣●○])\s*|(?P<dash>[-*])\s+|(?P<number>\d{1,2})[.)]\s+)(?=\S)"
)
# So many beside each other are no chance; of signs that people also begin speech with, more.
LEAST, LEAST_DASHES, LONGEST = 2, 3, 200


def make_typed_lists(article: Tag) -> None:
    """Turn paragraphs that are items into lists."""
    parents = {id(tag.parent): tag.parent for tag in article.find_all("p") if tag.parent}
    for parent in parents.values():
        children = [child for child in parent.children if not is_blank(child)]
        for kind, run in groupby(children, key=kind_of):
            items = [item for item in run if isinstance(item, Tag)]
            if kind and is_list(kind, items):
                put_list("ol" if kind == "number" else "ul", items)


def is_blank(part: object) -> bool:
    """Tell whether a part is white space, or an empty paragraph, as Word has for gaps."""
    if isinstance(part, Tag):
        return part.name == "p" and not part.contents
    return isinstance(part, NavigableString) and not part.strip()


def kind_of(part: object) -> str:
    """Return by what sign a paragraph is an item, or nothing."""
    if not isinstance(part, Tag) or part.name != "p" or part.find("img") is not None:
        return ""
    found = SIGN.match(words_of(part))
    return (found.lastgroup or "") if found else ""


def is_list(kind: str, items: Sequence[Tag]) -> bool:
    """Tell whether paragraphs with signs of one kind are a list."""
    texts = [words_of(item) for item in items]
    if kind == "number":
        return len(items) >= LEAST and list(numbers_of(texts)) == list(range(1, len(items) + 1))
    if kind == "dash":
        return len(items) >= LEAST_DASHES and all(len(text) <= LONGEST for text in texts)
    return len(items) >= LEAST


def numbers_of(texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers that texts begin with."""
    for text in texts:
        found = SIGN.match(text)
        yield int(found["number"]) if found and found["number"] else 0


def put_list(name: str, items: Sequence[Tag]) -> None:
    """Put a list where paragraphs are, which become its items."""
    box = Tag(name=name)
    items[0].insert_before(box)
    for item in items:
        without_sign(item)
        item.name = "li"
        box.append(item.extract())


def without_sign(item: Tag) -> None:
    """Take the sign out of a paragraph, wherever in it its first words stand."""
    left = SIGN.match(words_of(item))
    length = len("".join(left[0].split())) if left else 0
    for string in list(item.find_all(string=True)):
        kept = string.lstrip()
        while kept and length:
            kept, length = kept[1:].lstrip() if length == 1 else kept[1:], length - 1
        string.replace_with(NavigableString(kept))
        if not length and kept:
            return
