"""Pelican's Markdown reader, replaced by one that uses Wellspring's front matter and Markdown."""

from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markdown.extensions import Extension
from pelican import signals
from pelican.generators import Generator
from pelican.readers import MarkdownReader, Readers

from wellspring.checking.links import resolve
from wellspring.disclaimers.matching import drugs_in
from wellspring.house.load import drug_owner
from wellspring.model.post import Source
from wellspring.plugins.site import site_of
from wellspring.plugins.theme import WORDS_KEY
from wellspring.text.callouts import PicturesExtension
from wellspring.text.drug_notes import DrugNotesExtension
from wellspring.text.ignores import without_ignores
from wellspring.text.library import Library
from wellspring.text.limit import limited
from wellspring.text.render import first_words, plain, reading_minutes, render_markdown
from wellspring.text.source import read_source

PELICAN_KEYS = ("title", "date", "modified", "category", "tags", "status", "author", "authors")


class HouseReader(MarkdownReader):
    """Reads `.md` files; front matter that cannot be read was refused before Pelican began."""

    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a body as HTML, and its metadata as Pelican knows it."""
        source = self.source(Path(source_path))
        with limited(source.path):
            words = self.settings[WORDS_KEY]
            body = without_ignores(source.body)
            rendered = render_markdown(body, *self.extensions_for(source), words=words)
        metadata = {
            name: self.process_metadata(name, source.text(name))
            for name in PELICAN_KEYS
            if source.text(name)
        }
        metadata |= {
            "slug": source.slug,
            "lang": source.text("lang").lower() or self.settings["DEFAULT_LANG"],
            "subtitle": source.text("subtitle"),
            "summary": source.text("summary") or first_words(rendered.html),
            "contents": rendered.headings,
            "reading_minutes": reading_minutes(rendered.html),
        }
        return rendered.html, metadata

    def extensions_for(self, source: Source) -> list[Extension]:
        """Return what puts sizes of pictures into a text, and into a post the notes on drugs."""
        site = site_of(self.settings)
        sizes = PicturesExtension(partial(size_of, source=source.path, library=site.library))
        decision = site.decisions.get(source.path)
        if decision is None or not decision.drug_notes:
            return [sizes]
        notes = {drug_owner(note.drug.id): note for note in decision.drug_notes}
        return [sizes, DrugNotesExtension(notes, partial(drugs_in, house=site.house))]

    def source(self, file: Path) -> Source:
        """Return the file as the site has read it."""
        path = f"content/{file.relative_to(self.settings['PATH']).as_posix()}"
        sources = site_of(self.settings).library.sources
        return sources[path] if path in sources else read_source(file, path)[0]


def size_of(src: str, source: str, library: Library) -> tuple[int, int]:
    """Return the width and height of a picture that a text shows; zeros for one elsewhere."""
    path = unquote(src.removeprefix("{static}"))
    picture = library.pictures.get(resolve(path, source))
    return (picture.width, picture.height) if picture else (0, 0)


def take_over(readers: Readers) -> None:
    """Read `.md` with ours, and nothing else as text: the library names what is left out."""
    readers.reader_classes = {"static": readers.reader_classes["static"], "md": HouseReader}


def plain_titles(_generator: Generator, metadata: dict[str, Any]) -> None:
    """Undo the HTML that typogrify makes of titles and summaries: they are shown as text."""
    for name in ("title", "subtitle", "summary"):
        if name in metadata:
            metadata[name] = unescape(plain(metadata[name]))


def register() -> None:
    """Connect to Pelican."""
    signals.readers_init.connect(take_over)
    signals.article_generator_context.connect(plain_titles)
    signals.page_generator_context.connect(plain_titles)
