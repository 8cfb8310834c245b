"""What no page of a health blog may hold: comments, scripts, trackers, embeds.

Each question to a page is asked once, of all that it is asked of, because every page of
the site is looked at in every build.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wellspring.audit.writing import WRITING, WRITING_SCRIPTS, check_unlisted
from wellspring.audit.written import Page

VENDORS = (
    b"disqus.com",
    b"giscus.app",
    b"utteranc.es",
    b"commento.io",
    b"hyvor.com",
    b"cusdis.com",
    b"remark42",
    b"isso.js",
    b"staticman",
    b"connect.facebook.net",
    b"fastcomments",
    b"graphcomment",
    b"hypercomments",
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
# The one page for readers that may run a script, and the script.
SEARCH = "search.html"
SEARCH_SCRIPT = "theme/search.js"
# Without capitals and with a fixed beginning: that is searched for more than twice as fast.
HANDLER = re.compile(rb"on\w+\s*=")
BEFORE_ATTRIBUTE = b" \t\r\n\f/\"'"
BLANKS = re.compile(r"[\s\x00-\x1f]+")
TARGETS = ("href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster")
BOILERPLATE = ("there are no comments for this story", "be the first to respond", "leave a comment")

UNWANTED = ", ".join([*ELEMENTS, "script", *(f"body {tag}" for tag in HEAD_ONLY)])
LOADED = "img, source, link[rel=stylesheet], link[rel=preload]"
SCRIPTED = ", ".join(f'[{name.replace(":", chr(92) + ":")}*="script:" i]' for name in TARGETS)
ODD = f'[style], [hidden], [href^="{{"], [src^="{{"], {SCRIPTED}'


def check_forbidden(page: Page, address: str, path: str = "") -> Iterator[str]:
    """Yield what is wrong with a page at a path of the site at `address`, as a sentence's end."""
    tree, small = page.tree, page.data.lower()
    yield from check_elements(tree, script_of(path, address))
    yield from check_unlisted(tree, path)
    yield from check_comments(tree, small)
    yield from check_loading(tree, address)
    yield from check_attributes(tree)
    if any(small[match.start() - 1] in BEFORE_ATTRIBUTE for match in HANDLER.finditer(small)):
        yield from check_handlers(tree)


def script_of(path: str, address: str) -> tuple[str, ...]:
    """Return the addresses of the scripts that a page may load: two pages have their own."""
    if path == WRITING:
        return WRITING_SCRIPTS
    return (
        (SEARCH_SCRIPT, f"./{SEARCH_SCRIPT}", f"{address}/{SEARCH_SCRIPT}")
        if path == SEARCH
        else ()
    )


def check_elements(tree: LexborHTMLParser, scripts: tuple[str, ...]) -> Iterator[str]:
    """Yield elements that may stand nowhere, scripts, and head's elements in a body."""
    nodes = [node for node in tree.css(UNWANTED) if not is_fine(node, scripts)]
    tags = {str(node.tag) for node in nodes}
    yield from (
        f"holds {what} (<{tag}>), which this blog never publishes"
        for tag, what in ELEMENTS.items()
        if tag in tags
    )
    if "script" in tags:
        yield "holds a script, and readers' pages have none"
    for tag in HEAD_ONLY:
        if tag in tags:
            yield f"holds <{tag}> in its text, where only the theme may set it"


def is_fine(node: LexborNode, scripts: tuple[str, ...]) -> bool:
    """Tell whether an element is data that no browser runs, a known script, or names a drawing."""
    if node.tag == "script":
        data = node.attributes.get("type") in DATA and "src" not in node.attributes
        return data or (node.attributes.get("src") in scripts and not node.text().strip())
    return node.tag in HEAD_ONLY and is_within_drawing(node)


def is_within_drawing(node: LexborNode) -> bool:
    """Tell whether an element stands in an SVG drawing."""
    current = node.parent
    while current is not None:
        if current.tag == "svg":
            return True
        current = current.parent
    return False


def check_comments(tree: LexborHTMLParser, small: bytes) -> Iterator[str]:
    """Yield the marks of comment services, and of the places they leave behind.

    `small` is the page without capitals.
    """
    for vendor in VENDORS:
        if vendor in small:
            yield f"mentions a comment service ({vendor.decode()})"
    if b"comment" not in small and b"respond" not in small:
        return
    text = " ".join((tree.body.text() if tree.body else "").casefold().split())
    for phrase in BOILERPLATE:
        if phrase in text:
            yield f"holds the words “{phrase}” of another platform's comment area"


def check_loading(tree: LexborHTMLParser, address: str) -> Iterator[str]:
    """Yield pictures and styles that the page would load from somebody else."""
    for node in tree.css(LOADED):
        for name in ("src", "srcset", "href"):
            target = (node.attributes.get(name) or "").strip()
            foreign = re.match(r"(?:https?:)?//", target) and not target.startswith(f"{address}/")
            if foreign:
                yield f"loads {target} from another site, which tells it who reads here"


def check_attributes(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield attributes that act by themselves."""
    for node in tree.css(ODD):
        attributes = node.attributes
        for name in ("href", "src"):
            if (attributes.get(name) or "").startswith("{"):
                target = attributes[name]
                yield f"holds the link target `{target}`, which was never turned into an address"
        if "hidden" in attributes:
            yield f"hides something from readers (<{node.tag}>)"
        if "style" in attributes:
            yield f"holds a style of its own on <{node.tag}>; use plain Markdown"
        for name in TARGETS:
            if is_script(attributes.get(name) or ""):
                yield f"holds a script in the attribute `{name}` of <{node.tag}>"


def is_script(target: str) -> bool:
    """Tell whether a browser would run a target, which it reads without blanks and breaks."""
    return BLANKS.sub("", target).lower().startswith(("javascript:", "vbscript:"))


def check_handlers(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield attributes such as `onclick`, whatever they do."""
    for node in tree.css("*"):
        for name in node.attributes:
            if name.startswith("on"):
                yield f"holds a script in the attribute `{name}` of <{node.tag}>"
