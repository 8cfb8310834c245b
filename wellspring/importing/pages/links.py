"""Where the links of a story lead, made whole; called by write_story."""

import re
from collections import Counter
from urllib.parse import quote, urljoin, urlsplit

from bs4 import Tag
from markdown.extensions.toc import slugify

from wellspring.importing.line import Note
from wellspring.importing.pages.tree import HEADINGS, NOTE, attribute, line_of, words_of

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
    headings = article.find_all(list(HEADINGS))
    names = Counter(name_of(heading) for heading in headings)
    for link in article.find_all("a"):
        if link.has_attr(NOTE):
            continue
        href = attribute(link, "href")
        heading = heading_of(href, article)
        whole = whole_address(href, base)
        if heading is not None and link not in heading.descendants:
            whole = f"#{name_of(heading)}" if names[name_of(heading)] == 1 else ""
        # Of links within each other only the inner ones can be followed.
        if whole and link.find("a") is None:
            link.attrs = {"href": whole}
            continue
        if href and words_of(link) and (heading is None or link not in heading.descendants):
            text = f"{words_of(link)} ({href[:60]})"
            notes.append(Note(line_of(link), "link", text))
        link.unwrap()
    return notes


def heading_of(href: str, article: Tag) -> Tag | None:
    """Return the heading that a link within the story leads to."""
    if not href.startswith("#") or len(href) == 1:
        return None
    target = article.find(id=href[1:]) or article.find("a", {"name": href[1:]})
    if target is None or target.name in HEADINGS:
        return target
    around = target.find_parent(HEADINGS) or target.find(HEADINGS)
    return around or (None if words_of(target) else target.find_next(HEADINGS))


def name_of(heading: Tag) -> str:
    """Return the name by which the blog's page will know a heading."""
    return slugify(words_of(heading), "-")


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
