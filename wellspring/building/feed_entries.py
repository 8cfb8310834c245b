"""An article's title and summary within the feeds that hold it: found there, and others put there.

Called by the amending of a build. Feeds are written by Pelican and by machine_files, not by
templates, so their form is known; an entry is found by its title and the link behind it.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape

from markupsafe import Markup

xml: Callable[[str], str] = partial(escape, quote=False)
json_text: Callable[[str], str] = partial(json.dumps, ensure_ascii=False)
# How an entry goes on after its title in Atom (RFC 4287) and in RSS 2.0.
LINKS = '(?:<link href="{0}" rel="alternate"(?:/>|></link>)|<link>{0}</link>)'
ATOM_ENDS = "</entry>"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What an entry shows beside a body."""

    title: str
    summary: str


def put_entry(text: str, suffix: str, link: str, old: FeedEntry, new: FeedEntry) -> str | None:
    """Return a feed's text with another entry that leads to an address.

    None where the old one is not there just once. `suffix` tells the form of the file.
    """
    if suffix == ".json":
        return put_once(text, in_json(link, old), in_json(link, new))
    return put_in_xml(text, link, old, new) if suffix == ".xml" else None


def in_json(link: str, entry: FeedEntry) -> str:
    """Return how an entry begins in a JSON Feed, after its id."""
    values = {"url": link, "title": entry.title, "summary": entry.summary}
    return "".join(f'"{name}": {json_text(value)},\n   ' for name, value in values.items())


def put_in_xml(text: str, link: str, old: FeedEntry, new: FeedEntry) -> str | None:
    """Return the text of an Atom or RSS feed with another entry."""
    before = f"<title>{as_title(old)}</title>"
    behind = LINKS.format(re.escape(escape(link)))
    found = list(re.finditer(rf"{re.escape(before)}(?=\s*{behind})", text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    rest: str | None = text[end:]
    if old.summary != new.summary and ATOM_ENDS in text:
        entry, ends, others = text[end:].partition(ATOM_ENDS)
        changed = put_once(entry, as_summary(old), as_summary(new))
        rest = None if changed is None else f"{changed}{ends}{others}"
    return None if rest is None else f"{text[:start]}<title>{as_title(new)}</title>{rest}"


def as_title(entry: FeedEntry) -> str:
    """Return a title as Pelican writes it."""
    return xml(Markup(entry.title).striptags())  # noqa: S704 - as Pelican does


def as_summary(entry: FeedEntry) -> str:
    """Return a summary as Atom has it."""
    return f'<summary type="html">{xml(entry.summary)}</summary>'


def put_once(text: str, old: str, new: str) -> str | None:
    """Return a text with a piece of it replaced, or None if it is not there just once."""
    return text.replace(old, new) if text.count(old) == 1 else None
