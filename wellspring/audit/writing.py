"""The one page that is no reader's: to write on, with an editor that others have made.

Asked by the other checks of a page. It may run three scripts of its own and ask GitHub, nothing
more, and search engines must not list it.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

WRITING = "write/index.html"
WRITING_SCRIPTS = ("front-matter.js", "write.js", "sveltia-cms.js")
# The editor makes its own styles as it goes; pictures are of those who sign in, or still on their
# way.
WRITING_ALLOWED = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'", "'unsafe-inline'"},
    "font-src": {"'self'"},
    "img-src": {"'self'", "data:", "blob:", "https://avatars.githubusercontent.com"},
    "connect-src": {"'self'", "data:", "blob:", "https://api.github.com"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
ROBOTS = 'meta[name=robots][content*="noindex"]'


def check_unlisted(tree: LexborHTMLParser, path: str) -> Iterator[str]:
    """Yield that search engines would list the page to write on, if they would."""
    if path == WRITING and tree.css_first(ROBOTS) is None:
        yield "is for writers, and search engines would list it (no `noindex`)"
