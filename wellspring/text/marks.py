"""Links and pictures of a Markdown body, with their words and places; called by the checker."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wellspring.text.prose import blank_code

LINK = re.compile(
    r"(?P<picture>!?)\[(?P<words>(?:[^\[\]]|!\[[^\[\]]*\]\([^()]*\)|\[[^\[\]]*\])*)\]"
    r"(?:\((?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)|\[[^\[\]\n]*\])"
)
AUTOLINK = re.compile(r"<(?P<address>https?://[^<>\s]+)>")


@dataclass(frozen=True, slots=True)
class Mark:
    """A link or a picture: its words as written, its address, and its span in the body."""

    kind: str
    words: str
    address: str
    start: int
    end: int


def find_marks(body: str) -> Iterator[Mark]:
    """Yield the links and pictures of a body; what stands in code is none."""
    text = blank_code(body)
    for match in LINK.finditer(text):
        kind = "picture" if match["picture"] else "link"
        if kind == "link" and match["words"].startswith("^"):
            continue
        if inner := LINK.fullmatch(match["words"]):
            yield Mark("picture", inner["words"], inner["address"] or "", *match.span("words"))
            continue
        yield Mark(kind, match["words"], match["address"] or "", *match.span())
    for match in AUTOLINK.finditer(text):
        yield Mark("link", match["address"], match["address"], *match.span())
