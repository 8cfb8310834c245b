"""Prove what any theme has written: each article's page and feed entries carry its notices.

Called by the plugin when Pelican has finished; shares the audit with the blog.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from wellspring.audit.expected import Expectation
from wellspring.audit.feed import Entry, check_notice, read_feed
from wellspring.audit.page import check_descriptions, check_drug_notes, check_notices

TODO = "Look at the theme and the other plugins."


def prove(output: Path, site: str, expectations: Mapping[str, Expectation]) -> Iterator[str]:
    """Yield what is wrong with the written articles; `expectations` go by address in the site."""
    for expectation in expectations.values():
        path = expectation.post.path
        file = output / expectation.page
        if not file.is_file():
            yield f"{path}:1:1: its page {expectation.page} was not written. {TODO}"
            continue
        for wrong in page_problems(file.read_text(encoding="utf-8"), expectation):
            yield f"{path}:1:1: its page {expectation.page} {wrong}. {TODO}"
    base = urlsplit(site).path.strip("/")
    for file in sorted([*output.rglob("*.xml"), *output.rglob("*.json")]):
        for entry in entries_of(file):
            address = urlsplit(entry.link).path.strip("/").removeprefix(base).strip("/")
            feed = file.relative_to(output).as_posix()
            yield from entry_problems(entry, expectations.get(address), feed)


def page_problems(html: str, expectation: Expectation) -> Iterator[str]:
    """Yield what is wrong with one page."""
    tree = LexborHTMLParser(html)
    if tree.body is None:
        yield "has no body"
        return
    if expectation.decision.requirements:
        yield from check_notices(tree.body, expectation, body=None)
    yield from check_drug_notes(tree.body, expectation)
    yield from check_descriptions(tree, expectation)


def entries_of(file: Path) -> list[Entry]:
    """Return a feed's entries; none for a file that is no feed, such as a sitemap."""
    try:
        return read_feed(file)
    except (ValueError, KeyError, TypeError):
        return []


def entry_problems(entry: Entry, expectation: Expectation | None, feed: str) -> Iterator[str]:
    """Yield what is wrong with one entry of a feed; a summary alone needs no notice."""
    if expectation is None:
        yield f"{feed}:1:1: its entry {entry.link} belongs to no article. {TODO}"
        return
    for wrong in check_notice(entry, expectation):
        yield f"{expectation.post.path}:1:1: its entry in {feed} {wrong}. {TODO}"
