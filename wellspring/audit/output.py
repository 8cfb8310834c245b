"""Audit a whole output folder; called by the build before the output is put in place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wellspring.audit.expected import Expectation
from wellspring.audit.feed import Entry, check_entry, read_feed
from wellspring.audit.forbidden import check_forbidden
from wellspring.audit.page import check_article
from wellspring.model.finding import Finding
from wellspring.model.place import Place


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit looked at, and what it found."""

    pages: int
    entries: int
    findings: tuple[Finding, ...]


def audit_output(
    output: Path, address: str, expectations: tuple[Expectation, ...], required: tuple[str, ...]
) -> Audit:
    """Check every page and feed below `output`, which is to stand at `address`.

    `required` are the files, relative to it, that a site cannot be without.
    """
    findings = list(missing(output, required))
    pages = sorted(output.rglob("*.html"))
    for page in pages:
        path = page.relative_to(output).as_posix()
        wrongs = check_forbidden(page.read_text(encoding="utf-8"), address)
        findings += [Finding(Place(path), f"this page {wrong}.") for wrong in wrongs]
    findings += check_articles(output, expectations)
    by_link = {f"{address}/{expectation.page}": expectation for expectation in expectations}
    entries, wrong_entries = check_feeds(output, by_link)
    return Audit(len(pages), entries, tuple(sorted({*findings, *wrong_entries})))


def missing(output: Path, required: tuple[str, ...]) -> Iterator[Finding]:
    """Report required files that were not written, or are empty."""
    for path in required:
        file = output / path
        if not file.is_file() or not file.stat().st_size:
            yield Finding(
                Place(path), "this file was not written. Look at the plugins and settings."
            )


def check_articles(output: Path, expectations: tuple[Expectation, ...]) -> Iterator[Finding]:
    """Report what is wrong with the pages of articles, at the post they come from."""
    for expectation in expectations:
        page = output / expectation.page
        if not page.is_file():
            message = (
                f"its page {expectation.page} was not written. Look at the plugins and settings."
            )
            yield Finding(Place(expectation.post.path), message)
            continue
        for wrong in check_article(page.read_text(encoding="utf-8"), expectation):
            message = f"its page {expectation.page} {wrong}. Look at theme and plugins."
            yield Finding(Place(expectation.post.path), message)


def check_feeds(output: Path, by_link: dict[str, Expectation]) -> tuple[int, list[Finding]]:
    """Return how many entries there are, and what is wrong with them."""
    findings: list[Finding] = []
    count = 0
    for file in feed_files(output):
        path = file.relative_to(output).as_posix()
        try:
            entries = read_feed(file)
        except (ValueError, KeyError) as error:
            findings.append(
                Finding(Place(path), f"this is not a feed: {error}. Look at the plugins.")
            )
            continue
        count += len(entries)
        for entry in entries:
            findings += entry_findings(path, entry, by_link)
    return count, findings


def entry_findings(path: str, entry: Entry, by_link: dict[str, Expectation]) -> Iterator[Finding]:
    """Report what is wrong with one entry, at the post it comes from."""
    expectation = by_link.get(entry.link)
    if expectation is None:
        message = f"its entry {entry.link} belongs to no article. Look at the plugins."
        yield Finding(Place(path), message)
        return
    for wrong in check_entry(entry, expectation):
        message = f"its entry in {path} {wrong}. Look at theme and plugins."
        yield Finding(Place(expectation.post.path), message)


def feed_files(output: Path) -> list[Path]:
    """Return the feeds of an output folder."""
    feeds = output / "feeds"
    return sorted(file for file in feeds.rglob("*") if file.suffix in {".xml", ".json"})
