"""What no page of a health blog may hold: comments, scripts, trackers, embeds."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

VENDORS = re.compile(
    r"disqus\.com|giscus\.app|utteranc\.es|commento\.io|hyvor\.com|cusdis\.com|remark42"
    r"|isso\.js|staticman|connect\.facebook\.net|fastcomments|graphcomment|hypercomments"
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
    if match := VENDORS.search(html):
        yield f"mentions a comment service ({match[0]})"
    text = " ".join((tree.body.text() if tree.body else "").casefold().split())
    for phrase in BOILERPLATE:
        if phrase in text:
            yield f"holds the words “{phrase}” of another platform's comment area"
    for tag in HEAD_ONLY:
        if tree.css_first(f"body {tag}:not(svg *)") is not None:
            yield f"holds <{tag}> in its text, where only the theme may set it"
    yield from check_loading(tree, address)
    yield from check_attributes(tree)


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
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on") or re.match(r"\s*javascript:", value or "", re.IGNORECASE):
                yield f"holds a script in the attribute `{name}` of <{node.tag}>"
