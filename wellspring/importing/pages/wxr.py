"""WordPress exports (WXR, https://wordpress.org/documentation/article/tools-export-screen/).

Called by import_exports. Posts become stories; readers' comments are counted and never read.
"""

import json
from datetime import date

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.autop import make_paragraphs
from wellspring.importing.pages.exported import Export, Exported, plain, rest_of
from wellspring.importing.pages.facts import Facts, iso_day
from wellspring.importing.pages.tree import read_tree
from wellspring.importing.pages.xml_tree import Node

POST = "post"
GONE = frozenset({"trash", "auto-draft"})
# What a post that nobody could read has been.
KEPT_BACK = {"private": "private", "pending": "waiting for a review", "future": "planned"}


def read_wxr(root: Node) -> Export:
    """Return the posts of an export."""
    channel = root.first("channel") or root
    names = {
        author.says("wp:author_login"): plain(author.says("wp:author_display_name"))
        for author in channel.all("wp:author")
    }
    items = channel.all("item")
    posts = [item for item in items if is_post(item)]
    stories = [read_item(item, names) for item in posts]
    base = channel.says("wp:base_blog_url", "wp:base_site_url", "link")
    rest = rest_of((kind_of(item), item.line) for item in items if not is_post(item))
    return Export(stories, rest, base)


def is_post(item: Node) -> bool:
    """Tell whether an item is a post that was not thrown away."""
    return item.says("wp:post_type") in {POST, ""} and item.says("wp:status") not in GONE


def kind_of(item: Node) -> str:
    """Return what an item is that is no post, or is one that was thrown away."""
    status = item.says("wp:status")
    return status if status in GONE else item.says("wp:post_type")


def read_item(item: Node, names: dict[str, str]) -> Exported:
    """Return one post."""
    content = item.first("content:encoded")
    login = item.says("dc:creator")
    facts = Facts(
        title=plain(item.says("title")),
        author=names.get(login) or plain(login),
        day=day_of(item),
        tags=shelved(item, "post_tag"),
        shelves=shelved(item, "category"),
        summary=plain(item.says("excerpt:encoded")),
        address=address_of(item),
        dated=True,
    )
    comments = [Note(node.line, "comments") for node in item.all("wp:comment")]
    return Exported(
        facts,
        content.text + footnotes_of(item) if content else "",
        content.line if content else item.line,
        item.says("wp:post_name"),
        make_paragraphs,
        comments,
        list(kept_back(item)),
    )


def day_of(item: Node) -> date | None:
    """Return the day of a post; a draft's is that of its last change, or none."""
    days = (iso_day(item.says(name)) for name in ("wp:post_date", "wp:post_date_gmt"))
    return next(filter(None, days), None)


def shelved(item: Node, domain: str) -> list[str]:
    """Return the names of a post's categories or tags."""
    found = [
        plain(node.text) for node in item.all("category") if node.attributes.get("domain") == domain
    ]
    return list(dict.fromkeys(filter(None, found)))


def address_of(item: Node) -> str:
    """Return the address of a post that had one for readers; drafts have `?p=1` alone."""
    address = item.says("link")
    return "" if "?p=" in address and item.says("wp:status") != "publish" else address


def kept_back(item: Node) -> list[Note]:
    """Return notes on a post that not everybody could read."""
    status = KEPT_BACK.get(item.says("wp:status"), "")
    if item.says("wp:post_password"):
        status = "behind a password"
    return [Note(item.line, "kept back", status)] if status else []


def footnotes_of(item: Node) -> str:
    """Return the notes that WordPress keeps beside the text, as the list that it shows."""
    for meta in item.all("wp:postmeta"):
        if meta.says("wp:meta_key") == "footnotes":
            return notes_list(meta.says("wp:meta_value"))
    return ""


def notes_list(text: str) -> str:
    """Return the HTML of notes that are kept as JSON; what cannot be read is left as it is."""
    try:
        notes = [(str(note["id"]), str(note["content"])) for note in json.loads(text)]
    except (ValueError, TypeError, KeyError):
        return text
    shown = Tag(name="ol")
    for name, content in notes:
        item, back = (
            Tag(name="li", attrs={"id": name}),
            Tag(name="a", attrs={"href": f"#{name}-link"}),
        )
        for part in list(read_tree(content, "").children):
            item.append(part.extract())
        back.string = "↩"
        item.append(back)
        shown.append(item)
    return str(shown)
