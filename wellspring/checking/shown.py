"""What readers would be shown of a text: its addresses, its ids, its words and its code.

Called by several checks, only for a text in which something looks wrong: what is code or HTML and
what is a link, Markdown itself knows best.
"""

from collections.abc import Iterable
from dataclasses import dataclass

CODE = "code, pre"
# Elements whose text is for computers, or is what they say.
AS_CODE = f"{CODE}, kbd, samp, script, style"
# Stands around a number in what is asked about; no text holds it.
MARK = "\ue0f0"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a text shows. `names` are those of its elements, which `<www.x.example>` makes one.

    `words` are those outside code, and `code` is what is shown as such.
    """

    addresses: frozenset[str]
    ids: frozenset[str]
    names: frozenset[str]
    words: str
    code: str


def show(body: str) -> Shown:
    """Return what a body shows."""
    # Both take their time to load, and most builds find nothing wrong.
    from selectolax.lexbor import LexborHTMLParser

    from wellspring.text.render import render_markdown

    tree = LexborHTMLParser(render_markdown(body).html)
    linked = [node.attributes for node in tree.css("[href], [src]")]
    addresses = {
        each.get(name) or "" for each in linked for name in ("href", "src") if name in each
    }
    ids = {node.attributes.get("id") or "" for node in tree.css("[id]")}
    names = {node.tag or "" for node in tree.css("*")}
    code = "\n".join(node.text() for node in tree.css(AS_CODE))
    for node in tree.css(CODE):
        node.decompose()
    words = tree.body.text() if tree.body else ""
    return Shown(frozenset(addresses), frozenset(ids), frozenset(names), words, code)


def with_marks(body: str, offsets: Iterable[int]) -> str:
    """Return a body with a mark, which bears its number, at each of some offsets in order."""
    parts: list[str] = []
    last = 0
    for number, offset in enumerate(offsets):
        parts += (body[last:offset], f"{MARK}{number}{MARK}")
        last = offset
    return "".join((*parts, body[last:]))
