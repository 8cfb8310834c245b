"""Earlier addresses of a text, from which readers are led on; called by check_library and aliases.

A static site can only answer where it has a file, so an address with a question mark, or one
that servers do not send as a page, cannot be one.
"""

import re
from collections.abc import Iterable, Iterator

from wellspring.model.finding import Finding
from wellspring.model.post import Source, Value

ALIAS = re.compile(r"/(?:[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*/)*[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*/?")
PAGE_ENDINGS = (".html", ".htm")
FORM = "Write it as the old site had it, for example `/2019/05/old-title/` or `/old-title.html`."


def aliases_of(source: Source) -> tuple[Value, ...]:
    """Return a text's earlier addresses as they are written."""
    return source.fields["aliases"].values if "aliases" in source.fields else ()


def file_of(alias: str) -> str:
    """Return the file that answers at an address: GitHub Pages adds `.html` and `index.html`."""
    path = alias.strip("/")
    if alias.endswith("/"):
        return f"{path}/index.html"
    return path if path.endswith(PAGE_ENDINGS) else f"{path}.html"


def check_aliases(sources: Iterable[Source]) -> Iterator[Finding]:
    """Report addresses that cannot be served, and those that two texts lay claim to."""
    first: dict[str, str] = {}
    for source in sources:
        for value in aliases_of(source):
            if wrong := wrong_form(value.text):
                yield Finding(value.place, f"`{value.text}` {wrong}")
                continue
            other = first.setdefault(file_of(value.text).casefold(), source.path)
            if other != source.path:
                message = f"`{value.text}` leads to {other} already. Remove it from one of the two."
                yield Finding(value.place, message)


def wrong_form(alias: str) -> str:
    """Say why an address cannot be led on from, or nothing."""
    if "?" in alias or "#" in alias:
        return (
            "has a question mark or a number sign, and a static site cannot see those. Remove it."
        )
    if not ALIAS.fullmatch(alias):
        return f"is no address within this site. {FORM}"
    last = alias.rsplit("/", 1)[-1]
    if "." in last and not last.endswith(PAGE_ENDINGS):
        return "would not be sent as a page. Only addresses that end in `.html`, `/` or no dot are."
    return ""
