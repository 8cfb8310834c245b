"""Each page tells browsers to load and run nothing but what it holds; called by audit_output.

The policy stands in a `<meta>`, because GitHub Pages sends no headers of a site's own
(https://www.w3.org/TR/CSP3/#meta-element). It does not act on what stands above it.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wellspring.audit.forbidden import DATA, SEARCH
from wellspring.audit.writing import WRITING, WRITING_ALLOWED
from wellspring.audit.written import Page

POLICY = "meta[http-equiv=Content-Security-Policy]"
GOVERNED = ("style", "script", "link")
REFERRER = 'meta[name=referrer][content="no-referrer"]'
# What each directive may name beside the hashes of what the page holds itself; where it may name
# the page's own host it may name the site's address instead.
HOST = "'self'"
ALLOWED = {
    "default-src": {"'none'"},
    "connect-src": {HOST},
    "style-src": set[str](),
    "script-src": set[str](),
    "img-src": {HOST, "data:"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
# What the search page may run beside that: its own script, and Pagefind's program.
SEARCH_ALLOWED = {"script-src": {HOST, "'wasm-unsafe-eval'"}, "worker-src": {HOST}}
NEEDED = ("default-src", "base-uri", "form-action")


def check_policy(page: Page, path: str = "", address: str = "") -> Iterator[str]:
    """Yield what is wrong with the policies of the page at a path, as the end of a sentence.

    `address` is the site's own.
    """
    if page.tree.css_first(REFERRER) is None:
        yield "tells other sites where its readers come from (no `no-referrer`)"
    meta = page.tree.css_first(POLICY)
    if meta is None:
        yield "has no content security policy"
        return
    above = set(tags_above(meta)) & set(GOVERNED)
    if above:
        yield f"has its content security policy below a <{min(above)}>, where it does not act"
    allowed = {
        name: sources | {f"{address}/"} if HOST in sources else sources
        for name, sources in named_on(path).items()
    }
    yield from check_directives(meta.attributes.get("content") or "", page.tree, allowed)


def named_on(path: str) -> Mapping[str, set[str]]:
    """Return what a page's policy may name, beside what the page holds."""
    if path == WRITING:
        return WRITING_ALLOWED
    return ALLOWED | (SEARCH_ALLOWED if path == SEARCH else {})


def tags_above(meta: LexborNode) -> Iterator[str]:
    """Yield the elements that stand before a node in the head."""
    node = meta.prev
    while node is not None:
        yield str(node.tag)
        node = node.prev


def check_directives(
    policy: str, tree: LexborHTMLParser, allowed: Mapping[str, set[str]]
) -> Iterator[str]:
    """Yield what a policy allows and needs not, or forbids and needs."""
    inline = [node for node in tree.css("script") if not node.attributes.get("src")]
    held = {
        "style-src": {source(node) for node in tree.css("style")},
        "script-src": {source(node) for node in inline},
    }
    # Browsers run no data, and so ask no policy about it:
    # https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
    data = {source(node) for node in inline if node.attributes.get("type") in DATA}
    given = dict(directive(part) for part in policy.split(";") if part.strip())
    for name in NEEDED:
        if name not in given:
            yield f"has a content security policy without `{name}`"
    for name, sources in given.items():
        for extra in sorted(sources - allowed.get(name, set()) - held.get(name, set())):
            yield f"has a content security policy that allows `{name} {extra}`"
    for name, hashes in held.items():
        if hashes - data - given.get(name, set()):
            yield f"has a content security policy whose `{name}` is not that of what it holds"


def directive(part: str) -> tuple[str, set[str]]:
    """Return a directive's name and its sources."""
    name, *sources = part.split()
    return name.lower(), set(sources)


def source(node: LexborNode) -> str:
    """Return an element's text as a hash source."""
    digest = hashlib.sha256(node.text().encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
