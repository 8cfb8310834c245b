"""A run of Pelican that stays in memory: when a body changes, only what shows it is written again.

The preview keeps one between saves. Whether nothing but bodies has changed is asked first
(building/edits.py); what else a new body could change is asked here, and then everything is built.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from pelican import signals
from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, Generator

from wellspring.building.site import Site
from wellspring.building.texts import Texts
from wellspring.plugins.incremental import IncrementalWriter
from wellspring.plugins.pictures import STORE_KEY, Pictures
from wellspring.plugins.reader import TEXTS_KEY, HouseReader
from wellspring.plugins.settings import SITE_KEY, Settings

RESIDENT_KEY = "RESIDENT_OF_THIS_BUILD"


@runtime_checkable
class Follower(Protocol):
    """A generator whose files show more than one body, and which can write them again."""

    output_path: str

    def follow(self, writer: IncrementalWriter, changed: Iterable[Content]) -> None:
        """Write again what shows the bodies of some contents."""


@dataclass(slots=True)
class Resident:
    """The generators of a run that is over, and the writer that has written its files."""

    generators: list[Generator] = field(default_factory=list)
    writer: IncrementalWriter | None = None

    def rewrite(self, site: Site, paths: Sequence[str], folder: Path) -> list[Content] | None:
        """Write into a folder the pages that show some texts, which are the site's now.

        Returns what Pelican has made of them; None if more than that would have to be written:
        then this run is of no use any more.
        """
        if self.writer is None or Settings.from_pelican(self.writer.settings).production:
            return None
        self.write_into(folder)
        for generator in self.generators:
            generator.settings[SITE_KEY] = generator.context[SITE_KEY] = site
        contents = [self.content_of(path) for path in paths]
        for path, content in zip(paths, contents, strict=True):
            if content is None or not renew(content, path, site, self.reader):
                return None
        known = [content for content in contents if content is not None]
        self.writer.write_again(known, feeds=False)
        return known

    def follow(self, contents: Sequence[Content], folder: Path) -> None:
        """Write into a folder what else shows some contents or is told of them: feeds, reports."""
        if self.writer is None:
            return
        self.write_into(folder)
        self.writer.write_again(contents, feeds=True)
        for generator in self.generators:
            if isinstance(generator, Follower):
                generator.follow(self.writer, contents)

    def write_into(self, folder: Path) -> None:
        """Let all that is written from now on go into a folder."""
        for generator in self.generators:
            generator.settings["OUTPUT_PATH"] = generator.context["OUTPUT_PATH"] = str(folder)
            generator.output_path = str(folder)
        if self.writer:
            self.writer.write_into(folder)

    def content_of(self, path: str) -> Content | None:
        """Return what Pelican has made of a text, or None if it has left it out."""
        made = self.generators[0].context["generated_content"]
        content = made.get(path.removeprefix("content/"))
        return content if isinstance(content, Article | Page) else None

    @property
    def reader(self) -> HouseReader:
        """Return what reads texts."""
        readers = next(gen.readers for gen in self.generators if hasattr(gen, "readers"))
        reader = readers.readers["md"]
        assert isinstance(reader, HouseReader)  # noqa: S101 - reader.py has put it there
        return reader


def renew(content: Content, path: str, site: Site, reader: HouseReader) -> bool:
    """Give a content its new body; False if other pages would show a difference."""
    texts: Texts = reader.settings[TEXTS_KEY]
    pictures: Pictures = reader.settings[STORE_KEY]
    before = texts.read[path]
    read = reader.read_text(site.library.sources[path])
    links = content.get_static_links()
    content._content = read.html  # noqa: SLF001 - what the reader gives is kept there
    content.refs, content.reading_minutes = read.refs, read.minutes
    content.html_name = read.name
    forget_content(content)
    return (
        read.seen_elsewhere == before.seen_elsewhere
        and links == content.get_static_links()
        and pictures.copies_in(read.html) == content.copies
    )


def forget_content(content: Content | None = None) -> None:
    """Let Pelican work out a content's HTML again, or that of all when a run is over.

    It keeps that of every content that there was as long as the program runs.
    """
    known = Content.get_content.cache
    for key in [key for key in known if content is None or key[0] is content]:
        del known[key]


def stay(generator: ArticlesGenerator, writer: IncrementalWriter) -> None:
    """Keep the writer, if somebody wants a run to stay."""
    resident = generator.settings.get(RESIDENT_KEY)
    if resident is not None:
        resident.writer = writer


def stay_all(generators: list[Generator]) -> None:
    """Keep the generators, if somebody wants a run to stay."""
    resident = generators[0].settings.get(RESIDENT_KEY)
    if resident is not None:
        resident.generators = generators


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(stay_all)
    signals.article_writer_finalized.connect(stay)
