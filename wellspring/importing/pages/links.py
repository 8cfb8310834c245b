"""Where the links of a story lead, made whole; called by write_story."""

import re
from urllib.parse import quote, urljoin, urlsplit

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.tree import NOTE, attribute, line_of, words_of

SCHEMES = ("http", "https", "mailto", "tel", "sms")
SAFE = "!#$%&'*+,/:;=?@~._-"
HOST = re.compile(r"(?:[^\s./]+\.)+[^\s./]+|localhost")
REST = {
    "mailto": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "tel": re.compile(r"\+?[\d-]{2,}(?:[?;].*)?"),
    "sms": re.compile(r"\+?[\d-]{2,}(?:[?;].*)?"),
}


def mend_links(article: Tag, base: str) -> list[Note]:
    """Make each link whole; one that leads nowhere from here becomes words, and is noted."""
    notes: list[Note] = []
    for link in article.find_all("a"):
        if link.has_attr(NOTE):
            continue
        href = attribute(link, "href")
        whole = whole_address(href, base)
        if whole:
            link.attrs = {"href": whole}
            continue
        if href and words_of(link):
            text = f"{words_of(link)} ({href[:60]})"
            notes.append(Note(line_of(link), "link", text))
        link.unwrap()
    return notes


def whole_address(href: str, base: str) -> str:
    """Return an address that a text may have, or nothing."""
    if not href or href.startswith("#"):
        return ""
    try:
        address = urljoin(base, href) if base else href
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES or (scheme in {"http", "https"} and not HOST.fullmatch(host)):
        return ""
    rest = address.partition(":")[2].partition("?")[0] if scheme == "mailto" else parts.path
    if scheme in REST and not REST[scheme].fullmatch(rest):
        return ""
    return quote(address, safe=SAFE)
