"""What no page of a health blog may hold: comments, scripts, trackers, embeds."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

VENDORS = (
    "disqus.com",
    "giscus.app",
    "utteranc.es",
    "commento.io",
    "hyvor.com",
    "cusdis.com",
    "remark42",
    "isso.js",
    "staticman",
    "connect.facebook.net",
    "fastcomments",
    "graphcomment",
    "hypercomments",
)
ELEMENTS = {
    "form": "a form",
    "textarea": "a text field",
    "iframe": "an embedded page",
    "object": "an embedded object",
    "embed": "an embedded object",
    "video": "an embedded video",
    "audio": "an embedded recording",
    "base": "a <base> element",
}
# What belongs to the head alone: in a body it would restyle the notices or send readers away.
HEAD_ONLY = ("style", "meta", "link", "title")
DATA = {"application/ld+json"}
# Without capitals and with a fixed beginning: that is searched for more than twice as fast.
HANDLER = re.compile(r"on\w+\s*=")
ACTIVE = re.compile(r"[\s\x00-\x1f]*javascript:", re.IGNORECASE)
TARGETS = ("href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster")
BOILERPLATE = ("there are no comments for this story", "be the first to respond", "leave a comment")


def check_forbidden(html: str, address: str) -> Iterator[str]:
    """Yield what is wrong with a page of the site at `address`, as the end of a sentence."""
    tree = LexborHTMLParser(html)
    for tag, what in ELEMENTS.items():
        if tree.css_first(tag) is not None:
            yield f"holds {what} (<{tag}>), which this blog never publishes"
    for script in tree.css("script"):
        if script.attributes.get("type") not in DATA:
            yield "holds a script, and readers' pages have none"
            break
    yield from check_comments(tree, html)
    for tag in HEAD_ONLY:
        if tree.css_first(f"body {tag}:not(svg *)") is not None:
            yield f"holds <{tag}> in its text, where only the theme may set it"
    yield from check_loading(tree, address)
    yield from check_attributes(tree)
    if HANDLER.search(html.casefold()):
        yield from check_handlers(tree)


def check_comments(tree: LexborHTMLParser, html: str) -> Iterator[str]:
    """Yield the marks of comment services, and of the places they leave behind."""
    for vendor in VENDORS:
        if vendor in html:
            yield f"mentions a comment service ({vendor})"
    text = " ".join((tree.body.text() if tree.body else "").casefold().split())
    for phrase in BOILERPLATE:
        if phrase in text:
            yield f"holds the words “{phrase}” of another platform's comment area"


def check_loading(tree: LexborHTMLParser, address: str) -> Iterator[str]:
    """Yield pictures and styles that the page would load from somebody else."""
    for node in tree.css("img, source, link[rel=stylesheet], link[rel=preload]"):
        for name in ("src", "srcset", "href"):
            target = (node.attributes.get(name) or "").strip()
            foreign = re.match(r"(?:https?:)?//", target) and not target.startswith(f"{address}/")
            if foreign:
                yield f"loads {target} from another site, which tells it who reads here"


def check_attributes(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield attributes that act by themselves."""
    for node in tree.css('[href^="{"], [src^="{"]'):
        target = node.attributes.get("href") or node.attributes.get("src")
        yield f"holds the link target `{target}`, which was never turned into an address"
    for node in tree.css("[style]"):
        yield f"holds a style of its own on <{node.tag}>; use plain Markdown"
    for node in tree.css(", ".join(f"[{name.replace(':', chr(92) + ':')}]" for name in TARGETS)):
        for name in TARGETS:
            if ACTIVE.match(node.attributes.get(name) or ""):
                yield f"holds a script in the attribute `{name}` of <{node.tag}>"


def check_handlers(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield attributes such as `onclick`, whatever they do."""
    for node in tree.css("*"):
        for name in node.attributes:
            if name.startswith("on"):
                yield f"holds a script in the attribute `{name}` of <{node.tag}>"
