"""Pages, Word documents, exports and feeds into stories; called by import_many for each source.

Imported only when there is one: the libraries behind it take a moment to load.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.commands.import_archive import LARGEST, Archive, Folder, Zip, read_file
from wellspring.commands.import_kinds import FEEDS, PAGES, PLAIN
from wellspring.commands.import_nearby import beside, finder, of_site, uploads
from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.output import slug_for
from wellspring.importing.pages import docx, substack
from wellspring.importing.pages.charset import decode_page
from wellspring.importing.pages.exported import Export, Exported
from wellspring.importing.pages.feed import read_feed
from wellspring.importing.pages.markdown_post import read_markdown_post
from wellspring.importing.pages.page import read_fragment, read_page
from wellspring.importing.pages.source import Open, Page
from wellspring.importing.pages.wxr import read_wxr
from wellspring.importing.pages.xml_tree import Node, read_xml
from wellspring.importing.story import Story
from wellspring.model.importing import ImportStyle
from wellspring.model.place import Place
from wellspring.text.limit import limited

SECONDS = 3.0
# HTML has more letters than words, but not many times as many.
LONGEST_POST = 1_000_000
TOO_LONG = "this post has {size:,} letters, and one may have {most:,}. Split it into several."
MEDIUM = re.compile(r"(?:[^/]+/)?posts/[^/]+\.html?")
# By this class Medium tells a story's title; answers have none.
TITLED = b"graf--title"
DOCUMENT = "word/document.xml"
ZIP, OLD_WORD = b"PK", b"\xd0\xcf\x11\xe0"
OLD = "this is an old Word document (.doc). Open it in Word or LibreOffice and save it as .docx."
STRANGE = (
    "nothing in this is known: no Word document, no export of WordPress, Medium or Substack. "
    "Unpack it, and import what is in it."
)
NO_POSTS = "there is no post in this export. Export it anew, with its posts."
NO_EXPORT = (
    "this is XML, but neither a WordPress export nor a feed (its first element is `{name}`). "
    "Export it anew."
)
NO_ZIP = "this is no {what}: it begins with other bytes. Save it anew."


@dataclass(frozen=True, slots=True)
class Found:
    """What a source holds: a story, or what is wrong with it, or notes on what is no story."""

    path: str
    story: Story | None = None
    problem: str = ""
    rest: list[Note] = field(default_factory=list)


def stories_in(source: Path, path: str, style: ImportStyle) -> Iterator[Found]:
    """Yield what a source holds. Raises ContentError for what cannot be read as a whole."""
    if source.is_dir():
        yield from read_archive(Folder(source, path), source, path, style)
        return
    data = read_file(source, path, LARGEST)
    ending = source.suffix.casefold()
    if ending in PAGES:
        yield story_of(lambda: page_of(data, path, beside(source.parent), style), path)
    elif ending in PLAIN:
        yield story_of(lambda: post_of(data, source, path, style), path)
    elif ending in FEEDS:
        yield from read_export(export_of(data, path), source.parent, path, style)
    elif data.startswith(OLD_WORD):
        raise ContentError(f"{Place(path)}: {OLD}")
    elif not data.startswith(ZIP):
        what = "zip file" if ending == ".zip" else "Word document"
        raise ContentError(f"{Place(path)}: {NO_ZIP.format(what=what)}")
    else:
        archive = Zip(source, path)
        if DOCUMENT in archive.names:
            yield story_of(lambda: document_of(data, archive, path, style), path)
        else:
            yield from read_archive(archive, source.parent, path, style)


def story_of(make: Callable[[], Story], path: str) -> Found:
    """Return a story, or what is wrong with it."""
    try:
        with limited(path, SECONDS):
            return Found(path, make())
    except ContentError as error:
        return Found(path, problem=str(error))


def page_of(data: bytes, path: str, find: Open, style: ImportStyle) -> Story:
    """Return the story of a saved page."""
    text, notes = decode_page(data, path)
    story = read_page(Page(path, text, find), style)
    story.unsure += notes
    return story


def post_of(data: bytes, source: Path, path: str, style: ImportStyle) -> Story:
    """Return the story of a post that another generator has made pages of."""
    exported = read_markdown_post(data, path)
    slug = slug_for(exported.slug, "story") if exported.slug else ""
    page = Page(path, exported.text, of_site(source.parent), slug=slug, own=True)
    return exported_story(exported, page, style)


def document_of(data: bytes, archive: Archive, path: str, style: ImportStyle) -> Story:
    """Return the story of a Word document."""
    exported, pictures = docx.read_docx(data, archive.names, archive.read, path)
    return exported_story(exported, Page(path, exported.text, pictures.get), style)


def exported_story(exported: Exported, page: Page, style: ImportStyle) -> Story:
    """Return the story of a part of an export."""
    if len(page.text) > LONGEST_POST:
        size = TOO_LONG.format(size=len(page.text), most=LONGEST_POST)
        raise ContentError(f"{Place(page.path, page.line)}: {size}")
    story = read_fragment(page, exported.facts, style, exported.change)
    story.stripped = sorted([*story.stripped, *exported.stripped])
    story.unsure += exported.unsure
    return story


def export_of(data: bytes, path: str) -> Export:
    """Return what an export or a feed holds. Raises ContentError for other XML."""
    with limited(path):
        root = read_xml(data, path)
        export = read_wxr(root) if is_wxr(root) else read_feed(root)
    if not export.stories and root.name not in {"rss", "atom:feed", "RDF"}:
        raise ContentError(f"{Place(path)}: {NO_EXPORT.format(name=root.name)}")
    if not export.stories:
        raise ContentError(f"{Place(path)}: {NO_POSTS}")
    return export


def is_wxr(root: Node) -> bool:
    """Tell whether a document is a WordPress export: only those say their version."""
    channel = root.first("channel")
    return channel is not None and channel.first("wp:wxr_version") is not None


def read_export(export: Export, folder: Path, path: str, style: ImportStyle) -> Iterator[Found]:
    """Yield the stories of an export, each with an address of its own."""
    taken: set[str] = set()
    find = uploads(folder)
    rest = list(export.rest)
    for item in export.stories:
        if not item.text.strip():
            rest.append(Note(item.line, "no text", item.facts.title))
            continue
        slug = free_slug(item, taken)
        base = item.facts.address or export.base
        page = Page(path, item.text, find, item.line, base, slug)
        yield story_of(lambda item=item, page=page: exported_story(item, page, style), path)  # type: ignore[misc] # bound at once
    if rest:
        yield Found(path, rest=sorted(rest))


def free_slug(item: Exported, taken: set[str]) -> str:
    """Return the address that a title makes, or the old one if another story has that already."""
    slug = slug_for(item.facts.title, "story") if item.facts.title else ""
    if (slug in taken or not slug) and item.slug:
        slug = slug_for(item.slug, "story")
    taken.add(slug)
    return slug


def read_archive(archive: Archive, folder: Path, path: str, style: ImportStyle) -> Iterator[Found]:
    """Yield the stories of an export of many files."""
    names = archive.names
    table = next((name for name in names if name.rsplit("/", 1)[-1] == substack.TABLE), "")
    posts = [name for name in names if MEDIUM.fullmatch(name)]
    exports = [name for name in names if name.casefold().endswith(FEEDS)]
    if table:
        yield from read_substack(archive, table, path, style)
    elif posts:
        for name in posts:
            inner = f"{path}/{name}"
            yield story_of(
                lambda name=name, inner=inner: medium_story(archive, name, inner, style),  # type: ignore[misc] # bound at once
                inner,
            )
    elif exports:
        for name in exports:
            export = export_of(archive.read(name), f"{path}/{name}")
            yield from read_export(export, folder, f"{path}/{name}", style)
    else:
        raise ContentError(f"{Place(path)}: {STRANGE}")


def medium_story(archive: Archive, name: str, path: str, style: ImportStyle) -> Story:
    """Return one post of a Medium export, which holds answers to other people's stories as well."""
    data = archive.read(name)
    story = page_of(data, path, finder(archive, name), style)
    if TITLED not in data:
        story.unsure.append(Note(1, "answer"))
    return story


def read_substack(archive: Archive, table: str, path: str, style: ImportStyle) -> Iterator[Found]:
    """Yield the posts of a Substack export, and name those whose text is not there."""
    folder = table[: -len(substack.TABLE)]
    rows = substack.read_rows(archive.read(table), f"{path}/{table}")
    taken: set[str] = set()
    rest: list[Note] = []
    for line, row in enumerate(rows, start=2):
        name = folder + substack.name_of(row)
        if row.get("type", "") in substack.THREADS or name not in archive.names:
            rest.append(Note(line, "no text", row.get("title") or row.get("post_id", "")))
            continue
        inner = f"{path}/{name}"
        yield story_of(
            lambda row=row, name=name, inner=inner: substack_story(  # type: ignore[misc] # bound at once
                archive, row, name, inner, taken, style
            ),
            inner,
        )
    if not rows:
        raise ContentError(f"{Place(f'{path}/{table}')}: {NO_POSTS}")
    if rest:
        yield Found(f"{path}/{table}", rest=rest)


def substack_story(  # noqa: PLR0913, PLR0917 - what a post of such an export is made of
    archive: Archive,
    row: dict[str, str],
    name: str,
    path: str,
    taken: set[str],
    style: ImportStyle,
) -> Story:
    """Return one post of a Substack export."""
    text, notes = decode_page(archive.read(name), path)
    facts = substack.facts_of(row)
    unsure = [*notes, *substack.unsure_of(row)]
    exported = Exported(facts, text, slug=substack.slug_of(row), unsure=unsure)
    page = Page(path, text, finder(archive, name), slug=free_slug(exported, taken))
    return exported_story(exported, page, style)
