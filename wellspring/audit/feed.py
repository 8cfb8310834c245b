"""Look at the written feeds: every entry must begin with the disclaimers of its article."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

from wellspring.audit.expected import Expectation, markdown_words, words
from wellspring.audit.page import check_drug_notes
from wellspring.model.disclaimer import Disclaimer

ABSOLUTE = re.compile(r"(?:https?|mailto|tel|sms):")
HEAD = 12_000  # characters; all notices together have under 6,000
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: where it points, what it says, and its summary, if it has one."""

    link: str
    content: str
    summary: str


def read_feed(file: Path) -> list[Entry]:
    """Return a feed's entries. Raises ValueError when the file is not a feed."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        return [
            Entry(item["url"], item["content_html"], item.get("summary", ""))
            for item in json.loads(text)["items"]
        ]
    try:
        root = ET.fromstring(text)  # noqa: S314 - this build has just written the file
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    return atom_entries(root) if root.tag == f"{ATOM}feed" else rss_entries(root)


def atom_entries(root: ET.Element) -> list[Entry]:
    """Return the entries of an Atom feed (RFC 4287)."""
    return [
        Entry(
            link.get("href", "") if (link := entry.find(f"{ATOM}link")) is not None else "",
            entry.findtext(f"{ATOM}content", ""),
            entry.findtext(f"{ATOM}summary", ""),
        )
        for entry in root.iter(f"{ATOM}entry")
    ]


def rss_entries(root: ET.Element) -> list[Entry]:
    """Return the entries of an RSS 2.0 feed, whose description holds the whole content."""
    return [
        Entry(item.findtext("link", ""), item.findtext("description", ""), "")
        for item in root.iter("item")
    ]


def check_entry(entry: Entry, expectation: Expectation) -> Iterator[str]:
    """Yield what is wrong with an entry, as the end of a sentence about it."""
    yield from check_notice(entry, expectation)
    yield from relative_addresses(LexborHTMLParser(entry.content))


def check_notice(entry: Entry, expectation: Expectation) -> Iterator[str]:
    """Yield what is wrong with the notices of an entry."""
    tree = LexborHTMLParser(entry.content)
    # What is looked for mostly stands at the head, and the rest may be as long as it likes.
    text = tree.body.text(separator=" ") if tree.body else ""
    content = words(text[:HEAD])
    summary = words(entry.summary)
    for disclaimer in expectation.decision.disclaimers:
        sought = markdown_words(disclaimer.text)
        if sought not in content and sought not in words(text):
            yield f"lacks its disclaimer `{disclaimer.id}`"
        if sought in summary:
            yield f"has its disclaimer `{disclaimer.id}` in the summary"
    if tree.root is not None:
        yield from check_drug_notes(tree.root, expectation)
    for line in expectation.decision.crisis_lines:
        if line.call and words(line.call) not in content:
            yield f"lacks the number of the crisis line `{line.id}`"
    if not begins_with_notice(content, expectation.decision.disclaimers):
        yield "does not begin with its disclaimers"


def relative_addresses(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield addresses that lead nowhere in a feed reader, which is not at the site."""
    for node in tree.css("[href], [src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        if not ABSOLUTE.match(address):
            yield f"holds the relative address `{address}`"
            return


def begins_with_notice(content: str, disclaimers: tuple[Disclaimer, ...]) -> bool:
    """Tell whether the gravest disclaimer's title stands within an entry's first words."""
    if not disclaimers:
        return True
    title = words(disclaimers[0].title)
    return title in content[: len(title) + 100]
