"""Feeds that were saved: RSS (https://www.rssboard.org/rss-specification) and Atom (RFC 4287).

Called by import_exports. Many feeds hold only the beginnings of their texts; that is noted.
"""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from wellspring.importing.line import Note
from wellspring.importing.pages.exported import Export, Exported, plain, rest_of
from wellspring.importing.pages.facts import Facts, iso_day
from wellspring.importing.pages.tree import read_tree, words_of
from wellspring.importing.pages.xml_tree import Node, as_tag

MORE = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.|continue reading.{0,80}|read more.{0,40})$",
    re.IGNORECASE,
)
MAILBOX = re.compile(r"^\S+@\S+\s+\((?P<name>[^)]+)\)$")
# What a feed says besides the whole text is rarely longer; where it says no more it may be all.
BEGINNING, LONGEST_END = 500, 2_000
# How Blogger says what an entry of an export is.
BLOGGER = "http://schemas.google.com/blogger/"
POST = "post"
WHOLE = ("content:encoded", "atom:content", "content")
PARTS = ("description", "atom:summary", "summary")


def read_feed(root: Node) -> Export:
    """Return the entries of a feed of any kind."""
    channel = root.first("channel") or root
    # RSS 1.0 has its items beside the channel.
    entries = [*channel.all("item", "atom:entry"), *(root.all("item") if channel != root else [])]
    name, title = author_of(channel), channel.says("title", "atom:title")
    kinds = [(kind_of(entry, title), entry) for entry in entries]
    stories = [read_entry(entry, name) for kind, entry in kinds if kind == POST]
    rest = rest_of((kind, entry.line) for kind, entry in kinds if kind != POST)
    return Export(stories, rest, link_of(channel))


def kind_of(entry: Node, title: str) -> str:
    """Return what an entry is: Blogger puts everything into one feed; comments have feeds too."""
    terms = (node.attributes.get("term", "") for node in entry.all("atom:category"))
    kind = next((term.rpartition("#")[2] for term in terms if term.startswith(BLOGGER)), POST)
    by_reader = title.startswith("Comments ") and entry.says("title").startswith("By: ")
    return "comments" if kind == "comment" or entry.all("thr:in-reply-to") or by_reader else kind


def read_entry(entry: Node, name: str) -> Exported:
    """Return one entry; `name` is the feed's own author."""
    whole, part = entry.first(*WHOLE), entry.first(*PARTS)
    text = html_of(whole or part)
    short = html_of(part) if whole and part else ""
    facts = Facts(
        title=plain(html_of(entry.first("title", "atom:title"))),
        author=author_of(entry) or name,
        day=day_of(entry),
        tags=tags_of(entry),
        summary=MORE.sub("", plain(short)).strip(),
        address=link_of(entry),
        dated=True,
    )
    node = whole or part or entry
    cut = ends_early(text, whole=whole is not None)
    unsure = [Note(node.line, "excerpt")] if cut else []
    return Exported(facts, text, node.line, unsure=unsure)


def html_of(node: Node | None) -> str:
    """Return the HTML that an element holds: as text, or in XHTML as parts."""
    if node is None:
        return ""
    if node.children:
        return "".join(str(as_tag(child)) for child in node.children)
    return node.text.strip("\n") if node.text.strip() else ""


def ends_early(text: str, *, whole: bool) -> bool:
    """Tell whether a text ends as the beginnings of texts do, or is as short."""
    last = words_of(read_tree(text[-LONGEST_END:], ""))
    return MORE.search(last) is not None or (not whole and len(last) < BEGINNING)


def author_of(node: Node) -> str:
    """Return who wrote an entry, or a feed."""
    person = node.first("atom:author")
    if person is not None:
        return plain(person.says("atom:name"))
    found = node.says("dc:creator", "author", "managingEditor")
    mailbox = MAILBOX.match(found)
    name = mailbox["name"] if mailbox else found
    return "" if "@" in name else plain(name)


def day_of(entry: Node) -> date | None:
    """Return the day of an entry."""
    for name in ("atom:published", "dc:date", "pubDate", "atom:updated"):
        text = entry.says(name)
        if found := iso_day(text) or mail_day(text):
            return found
    return None


def mail_day(text: str) -> date | None:
    """Return the day of a moment as e-mails have it, or None."""
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError):
        return None


def tags_of(entry: Node) -> list[str]:
    """Return the tags and categories of an entry, which feeds do not tell apart."""
    found = [
        node.attributes.get("label") or node.attributes.get("term") or node.text
        for node in entry.all("category", "atom:category")
    ]
    tags = (plain(tag) for tag in found if not tag.startswith(BLOGGER))
    return list(dict.fromkeys(filter(None, tags)))


def link_of(node: Node) -> str:
    """Return the address of an entry for readers, or that of a feed's site."""
    for link in node.all("atom:link"):
        if link.attributes.get("rel", "alternate") == "alternate":
            return link.attributes.get("href", "")
    guid = next(
        (item for item in node.all("guid") if item.attributes.get("isPermaLink") != "false"), None
    )
    found = node.says("link") or (guid.text.strip() if guid else "")
    return found if found.startswith(("http://", "https://")) else ""
