"""Footnotes: marks that lead to a note which leads back; called by write_story.

Word, WordPress, Substack and what Markdown makes all write them so, under different names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4 import Tag

from wellspring.importing.pages.tree import BLOCKS, NOTE, attribute, line_of, words_of

BOXES = ("li", "div", "aside", "p", "dd")
BACK = frozenset("↩↑^⤴⏎︎️ ")
LISTS = ("ol", "ul", "section", "div", "aside", "footer")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note by the number that its marks have, and the element that holds its words."""

    number: int
    line: int
    box: Tag


def take_footnotes(article: Tag) -> list[Footnote]:
    """Take the notes out of a story and turn what leads to them into marks."""
    targets = {name: tag for tag in article.find_all(id=True) for name in [attribute(tag, "id")]}
    targets |= {attribute(tag, "name"): tag for tag in article.find_all("a", attrs={"name": True})}
    boxes: dict[int, Footnote] = {}
    for link in article.find_all("a", href=True):
        box = box_of(link, targets)
        if box is None:
            continue
        line = line_of(box)
        note = boxes.setdefault(id(box), Footnote(len(boxes) + 1, line, box))
        put_mark(link, note.number)
    for note in boxes.values():
        take_box(note.box)
    return list(boxes.values())


def box_of(link: Tag, targets: dict[str, Tag]) -> Tag | None:
    """Return the note that a link leads to, if that leads back to the link."""
    target = targets.get(unquote(attribute(link, "href").removeprefix("#")))
    if not attribute(link, "href").startswith("#") or target is None:
        return None
    box = target if target.name in BOXES else target.find_parent(BOXES)
    if not isinstance(box, Tag) or link in box.descendants:
        return None
    names = set(names_of(link))
    back = [tag for tag in (*box.find_all("a"), box) if leads_to(tag, names)]
    return box if back else None


def leads_to(tag: Tag, names: set[str]) -> bool:
    """Tell whether a link leads to one of some places."""
    return unquote(attribute(tag, "href").removeprefix("#")) in names


def names_of(link: Tag) -> Iterator[str]:
    """Yield the names of a mark's place: its own, and those of the elements right around it."""
    for tag in (link, *link.parents, *link.find_all(True)):
        if tag.name in BLOCKS:
            return
        yield from filter(None, (attribute(tag, "id"), attribute(tag, "name")))


def put_mark(link: Tag, number: int) -> None:
    """Turn a link into the mark of a note."""
    around = link.parent
    link.attrs = {NOTE: str(number)}
    link.string = str(number)
    if around is not None and around.name == "sup" and not words_of(around):
        around.unwrap()


def take_box(box: Tag) -> None:
    """Take a note's words out of the story, without what leads back, and an empty list."""
    for link in box.find_all("a"):
        text = words_of(link)
        if attribute(link, "href").startswith("#") and (
            set(text) <= BACK or text.strip("[].").isdecimal()
        ):
            link.decompose()
    around = box.parent
    box.extract()
    while around is not None and around.name in LISTS and not words_of(around):
        if around.find("img") is not None or around.parent is None:
            return
        outer = around.parent
        around.extract()
        around = outer
