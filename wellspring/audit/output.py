"""Audit a whole output folder; called by the build before the output is put in place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wellspring.audit.expected import Expectation
from wellspring.audit.feed import Entry, check_entry, read_feed
from wellspring.audit.forbidden import check_forbidden
from wellspring.audit.links import Leading, Links, Menu
from wellspring.audit.page import check_article
from wellspring.audit.past import Audited, Past
from wellspring.audit.policy import check_policy
from wellspring.audit.written import Page, files_below
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source

ARTICLE_TEXT = "main article .body, main article.body"
COPY = (
    "holds an article that is no post, so nobody has decided which notices it needs. Look at the "
    "theme and plugins that write it."
)


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit looked at, and what it found."""

    pages: int
    entries: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a page, and where it leads."""

    findings: tuple[Finding, ...]
    seen: Leading


Look = Callable[[Sequence[str]], Mapping[str, Looked]]
Share = Callable[[Look, Sequence[str]], Mapping[str, Looked]]


def alone(look: Look, paths: Sequence[str]) -> Mapping[str, Looked]:
    """Look at all pages in this process."""
    return look(paths)


def audit_output(  # noqa: PLR0913, PLR0917 - what an audit goes by
    output: Path,
    address: str,
    expectations: tuple[Expectation, ...],
    required: tuple[str, ...],
    sources: Mapping[str, Source] | None = None,
    past: Past | None = None,
    share: Share = alone,
    menus: Mapping[str, Menu] | None = None,
) -> Audit:
    """Check every page and feed below `output`, which is to stand at `address`.

    `required` are the files, relative to it, that a site cannot be without; `sources` are the
    texts that pages are made of, by page, so that a dead link is named where it was written;
    `past` is what the last audit has seen; `share` lets several processes look at pages; `menus`
    go by the names of their settings.
    """
    past = past or Past()
    findings = list(missing(output, required))
    by_page = {expectation.page: expectation for expectation in expectations}
    files = frozenset(files_below(output))
    pages = sorted(path for path in files if path.endswith(".html"))
    links = Links(address, files, past, menus or {})
    asked = {path: past.asked_of(by_page.get(path)) for path in pages}
    new = [path for path in pages if past.recall(path, asked[path]) is None]
    findings += look_at_pages(output, new, asked, by_page, links, share)
    findings += links.problems(sources or {})
    findings += [unwritten(by_page[path]) for path in by_page.keys() - files]
    entries, wrong_entries = check_feeds(output, by_link_of(address, expectations), past)
    past.files = files
    return Audit(len(pages), entries, tuple(sorted({*findings, *wrong_entries})))


def audit_changed(
    folder: Path,
    address: str,
    expectations: tuple[Expectation, ...],
    past: Past,
) -> list[Finding]:
    """Check the pages and feeds in a folder, which are to take the place of a site's own.

    The site's other files are as `past` has seen them; the rest is as for audit_output.
    """
    _, wrong_entries = check_feeds(folder, by_link_of(address, expectations), past)
    return [*audit_pages(folder, address, expectations, past), *wrong_entries]


def audit_amended(
    folder: Path, before: Path, address: str, expectations: tuple[Expectation, ...], past: Past
) -> list[Finding]:
    """Check pages and feeds as audit_changed does, of feeds the entries that `before` has not."""
    by_link = by_link_of(address, expectations)
    findings = audit_pages(folder, address, expectations, past)
    for file in feed_files(folder):
        path = file.relative_to(folder)
        known = set(read_feed(before / path))
        for entry in read_feed(file):
            findings += entry_findings(path.as_posix(), entry, by_link, known)
    return findings


def audit_pages(
    folder: Path, address: str, expectations: tuple[Expectation, ...], past: Past
) -> list[Finding]:
    """Check the pages in a folder that are to take the place of a site's own."""
    by_page = {expectation.page: expectation for expectation in expectations}
    links = Links(address, past.files, past)
    pages = sorted(path for path in files_below(folder) if path.endswith(".html"))
    asked = {path: past.asked_of(by_page.get(path)) for path in pages}
    findings = look_at_pages(folder, pages, asked, by_page, links, alone)
    return [*findings, *links.problems({})]


def by_link_of(address: str, expectations: tuple[Expectation, ...]) -> dict[str, Expectation]:
    """Return what is expected of pages by their addresses, as feeds have them."""
    return {f"{address}/{expectation.page}": expectation for expectation in expectations}


def look_at_pages(  # noqa: PLR0913, PLR0917 - what a page is looked at with
    folder: Path,
    paths: Sequence[str],
    asked: Mapping[str, bytes],
    by_page: Mapping[str, Expectation],
    links: Links,
    share: Share,
) -> list[Finding]:
    """Return what is wrong with pages below a folder, and remember their links and ids."""

    def look(some: Sequence[str]) -> dict[str, Looked]:
        """Look at some of them; may be another process."""
        return {path: look_at(folder / path, path, by_page.get(path), links) for path in some}

    looked = share(look, paths)
    for path in paths:
        links.remember(path, looked[path].seen, asked[path])
    return [finding for path in paths for finding in looked[path].findings]


def look_at(file: Path, path: str, expectation: Expectation | None, links: Links) -> Looked:
    """Look at one page."""
    page = Page.read(file)
    found = page_findings(page, path, links.address, expectation)
    return Looked(tuple(found), links.read(path, page))


def missing(output: Path, required: tuple[str, ...]) -> Iterator[Finding]:
    """Report required files that were not written, or are empty."""
    for path in required:
        file = output / path
        if not file.is_file() or not file.stat().st_size:
            yield Finding(
                Place(path), "this file was not written. Look at the plugins and settings."
            )


def page_findings(
    page: Page, path: str, address: str, expectation: Expectation | None
) -> Iterator[Finding]:
    """Report what is wrong with a page; with an article's, at the post that it comes from."""
    for wrong in (*check_forbidden(page, address, path), *check_policy(page, path, address)):
        yield Finding(Place(path), f"this page {wrong}.")
    if expectation is None:
        if page.tree.css_first(ARTICLE_TEXT) is not None:
            yield Finding(Place(path), f"this page {COPY}")
        return
    for wrong in check_article(page, expectation):
        message = f"its page {path} {wrong}. Look at theme and plugins."
        yield Finding(Place(expectation.post.path), message)


def unwritten(expectation: Expectation) -> Finding:
    """Report an article without a page."""
    message = f"its page {expectation.page} was not written. Look at the plugins and settings."
    return Finding(Place(expectation.post.path), message)


def check_feeds(
    output: Path, by_link: dict[str, Expectation], past: Past
) -> tuple[int, list[Finding]]:
    """Return how many entries there are, and what is wrong with them."""
    findings: list[Finding] = []
    count = 0
    # The same entry stands in several feeds; what has passed once is not looked at again.
    fine: set[Entry] = set()
    for file in feed_files(output):
        path = file.relative_to(output).as_posix()
        if (known := recalled(path, by_link, past)) is not None:
            count += known
            continue
        try:
            entries = read_feed(file)
        except (ValueError, KeyError) as error:
            findings.append(
                Finding(Place(path), f"this is not a feed: {error}. Look at the plugins.")
            )
            continue
        count += len(entries)
        for entry in entries:
            findings += entry_findings(path, entry, by_link, fine)
        asked = past.asked_of_all(by_link.get(entry.link) for entry in entries)
        past.seen[path] = Audited(asked, "\n".join(entry.link for entry in entries))
    return count, findings


def recalled(path: str, by_link: dict[str, Expectation], past: Past) -> int | None:
    """Return how many entries a feed has that is as it was, and of which the same is asked."""
    known = past.known.get(path)
    links = known.leads_to.split("\n") if known and known.leads_to else []
    if past.recall(path, past.asked_of_all(by_link.get(link) for link in links)) is None:
        return None
    return len(links)


def entry_findings(
    path: str, entry: Entry, by_link: dict[str, Expectation], fine: set[Entry]
) -> Iterator[Finding]:
    """Report what is wrong with one entry, at the post it comes from; add a good one to `fine`."""
    if entry in fine:
        return
    expectation = by_link.get(entry.link)
    if expectation is None:
        message = f"its entry {entry.link} belongs to no article. Look at the plugins."
        yield Finding(Place(path), message)
        return
    wrongs = list(check_entry(entry, expectation))
    for wrong in wrongs:
        message = f"its entry in {path} {wrong}. Look at theme and plugins."
        yield Finding(Place(expectation.post.path), message)
    if not wrongs:
        fine.add(entry)


def feed_files(output: Path) -> list[Path]:
    """Return the feeds of an output folder."""
    feeds = output / "feeds"
    return sorted(file for file in feeds.rglob("*") if file.suffix in {".xml", ".json"})
