"""Frames, films and sounds in a story, which no text here may hold; called by write_story."""

from urllib.parse import urlsplit

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.links import whole_address
from wellspring.importing.pages.tree import attribute, line_of, strings_of, take_out

EMBEDS = ("iframe", "video", "audio", "object", "embed", "amp-youtube")
DRAWINGS = ("svg", "canvas", "map")


def take_embeds(article: Tag, base: str, hosts: frozenset[str]) -> tuple[list[Note], list[Note]]:
    """Turn frames of known hosts into links, take the others out; return stripped and unsure."""
    stripped: list[Note] = []
    unsure: list[Note] = []
    for tag in article.find_all(list(EMBEDS)):
        if tag.parent is None:
            continue
        address = whole_address(source_of(tag), base)
        if address and is_known(address, hosts):
            unsure.append(Note(line_of(tag), "embed", address))
            lead_to(tag, address)
        else:
            stripped.append(Note(line_of(tag), "embed", address or source_of(tag)))
            take_out(tag, "embed", stripped)
    for tag in article.find_all(list(DRAWINGS)):
        if tag.parent is not None:
            stripped.append(Note(line_of(tag), "drawing"))
            take_out(tag, "drawing", stripped)
    return stripped, unsure


def source_of(tag: Tag) -> str:
    """Return the address of what a frame shows."""
    for part in (tag, *tag.find_all(["source", "embed"])):
        for name in ("src", "data-src", "data"):
            if value := attribute(part, name):
                return f"https:{value}" if value.startswith("//") else value
    return ""


def is_known(address: str, hosts: frozenset[str]) -> bool:
    """Tell whether an address is one of a host, or of a part of it."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return host in hosts


def lead_to(tag: Tag, address: str) -> None:
    """Turn a frame into a paragraph with a link."""
    words = attribute(tag, "title") or " ".join(strings_of(tag)).strip() or address
    link = Tag(name="a", attrs={"href": address})
    link.string = words
    tag.name = "p"
    tag.attrs = {}
    tag.clear()
    tag.append(link)
