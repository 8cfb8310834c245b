"""CSS selectors over a tree, those first that can stand for something there; called by read_page.

Dozens of selectors are tried on each page, and nearly all need a class, an id or an attribute that
is nowhere on it. That is seen at once, without a walk through the tree.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from bs4 import Tag
from soupsieve import SelectorSyntaxError

from wellspring.errors import HouseStyleError

# What a selector may hold that the page need not: `:not(…)` and the like.
OTHER = re.compile(r":[\w-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?")
NEED = re.compile(
    r"""\#(?P<id>[\w-]+) | \.(?P<class>[\w-]+)
    | \[(?P<name>[\w-]+)(?:[~^$*|]?=(?P<quote>['"]?)(?P<value>[^'"\]]*)(?P=quote))?\]
    | (?P<tag>[A-Za-z][\w-]*)""",
    re.VERBOSE,
)
Needs = tuple[tuple[str, str], ...]


class Finder:
    """Finds elements of a tree, from which parts may be taken out meanwhile."""

    def __init__(self, tree: Tag) -> None:
        self.tree = tree
        self.tags: set[str] = set()
        values: defaultdict[str, list[str]] = defaultdict(list)
        for tag in tree.find_all(True):
            self.tags.add(tag.name)
            for name, value in tag.attrs.items():
                values[name].append(str(value))
        self.values = {name: "\n".join(found) for name, found in values.items()}

    def all(self, selectors: Iterable[str]) -> Iterator[Tag]:
        """Yield what selectors stand for, in their order. Raises HouseStyleError."""
        for selector in selectors:
            if self.can_be(selector):
                yield from found_by(selector, self.tree)

    def first(self, selectors: Iterable[str]) -> Tag | None:
        """Return the first element that selectors stand for."""
        return next(self.all(selectors), None)

    def can_be(self, selector: str) -> bool:
        """Tell whether the tree has all that a selector asks for."""
        return all(
            part in self.tags
            if name == ""
            else part in self.values.get(name, "") and name in self.values
            for name, part in needs(selector)
        )


@cache
def needs(selector: str) -> Needs:
    """Return what a selector asks for: elements, and attributes with a part of their values."""
    found: list[tuple[str, str]] = []
    for match in NEED.finditer(OTHER.sub("", selector)):
        if match["tag"]:
            found.append(("", match["tag"]))
        elif match["name"]:
            found.append((match["name"], match["value"] or ""))
        else:
            found.append(("id", match["id"]) if match["id"] else ("class", match["class"]))
    return tuple(found)


def found_by(selector: str, tree: Tag) -> list[Tag]:
    """Return the elements that a selector stands for. Raises HouseStyleError for what is none."""
    try:
        return list(tree.select(selector))
    except SelectorSyntaxError as error:
        message = str(error).splitlines()[0].rstrip(".")
        raise HouseStyleError(
            f"editorial/importing/pages: `{selector}` is no CSS selector: {message}. Mend it."
        ) from error
