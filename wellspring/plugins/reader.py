"""Pelican's Markdown reader, replaced by one that uses Wellspring's front matter and Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator
from pelican.readers import MarkdownReader, Readers
from pelican.utils import SafeDatetime

from wellspring.building.rendering import Recipe, Rendering
from wellspring.building.texts import ReadText, Texts
from wellspring.building.together import silent, work_together
from wellspring.model.post import Source
from wellspring.plugins.incremental import TICK_KEY
from wellspring.plugins.site import site_of
from wellspring.plugins.theme import WORDS_KEY
from wellspring.text.files import STREWN
from wellspring.text.render import (
    Heading,
    as_text,
)
from wellspring.text.source import read_source
from wellspring.text.typography import Typography
from wellspring.text.values import split_commas

TEXTS_KEY = "TEXTS_OF_THIS_BUILD"
TYPOGRAPHY_KEY = "TYPOGRAPHY_OF_THIS_BUILD"
PELICAN_KEYS = ("category", "tags", "status", "author", "authors")
LISTS = ("tags", "authors")
DATES = ("date", "modified")


def named_in(source: Source) -> Iterator[tuple[str, str]]:
    """Yield Pelican's keys with their texts; names have commas between them, however they stood."""
    for name in PELICAN_KEYS:
        found = source.fields.get(name)
        if name in LISTS or (name == "author" and found and len(found.values) > 1):
            listed = ", ".join(value.text for value in split_commas(found))
            yield ("authors" if name == "author" else name), listed
        else:
            yield name, source.text(name)


class HouseReader(MarkdownReader):
    """Reads `.md` files; front matter that cannot be read was refused before Pelican began."""

    file_extensions = ("md",)

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - as Pelican's own
        super().__init__(*arguments, **named)
        self.values: dict[tuple[str, str], Any] = {}
        self.recipes: dict[str, tuple[Source, Recipe]] = {}

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a body as HTML, and its metadata as Pelican knows it."""
        source = self.source(Path(source_path))
        read = self.read_text(source)
        metadata = {
            name: self.value_of(name, text) for name, text in named_in(source) if text
        } | self.dates_of(source)
        metadata |= {
            "slug": source.slug,
            "lang": source.text("lang").lower() or self.settings["DEFAULT_LANG"],
            "subtitle": self.rendering.subtitle(source),
            "title": read.title,
            "summary": read.summary,
            "contents": tuple(Heading(*heading) for heading in read.headings),
            "reading_minutes": read.minutes,
            "refs": read.refs,
            "html_name": read.name,
        }
        return read.html, metadata

    def value_of(self, name: str, text: str) -> Any:  # noqa: ANN401 - as Pelican's own
        """Return a metadata value as Pelican knows it; many texts share one."""
        if (name, text) not in self.values:
            self.values[name, text] = self.process_metadata(name, text)
        value = self.values[name, text]
        return list(value) if isinstance(value, list) else value

    def dates_of(self, source: Source) -> dict[str, datetime]:
        """Return the dates of a text, which have been read already if it is a post."""
        post = site_of(self.settings).library.posts.get(source.path)
        moments = (post.date, post.modified) if post else (None, None)
        return {
            name: safe(moment) if moment else self.process_metadata(name, source.text(name))
            for name, moment in zip(DATES, moments, strict=True)
            if source.text(name)
        }

    @property
    def rendering(self) -> Rendering:
        """Return what all texts are rendered with."""
        settings = self.settings
        texts: Texts = settings.get(TEXTS_KEY) or Texts()
        house = site_of(settings).house
        return Rendering(house, settings[WORDS_KEY], typography_of(settings), texts.words)

    def read_text(self, source: Source) -> ReadText:
        """Return what a body becomes: from the last build if it is made from the same."""
        texts: Texts = self.settings.get(TEXTS_KEY) or Texts()
        known = self.recipes.get(source.path)
        recipe = known[1] if known and known[0] is source else self.recipe_of(source)
        return texts.recall(source.path, recipe.made_from) or texts.keep(
            source.path, self.rendering.render(source, recipe, self.refs)
        )

    def recipe_of(self, source: Source) -> Recipe:
        """Return what a text is made from beside its body."""
        site = site_of(self.settings)
        decision = site.decisions.get(source.path)
        return self.rendering.recipe(source, decision, site.library.pictures)

    def read_ahead(self) -> None:
        """Render all texts that are new, on all processors."""
        texts: Texts = self.settings.get(TEXTS_KEY) or Texts()
        library = site_of(self.settings).library
        sources = {it.path: it for kind in ("posts", "pages") for it in library.of_kind(kind)}
        recipes = {path: self.recipe_of(source) for path, source in sources.items()}
        self.recipes = {path: (sources[path], recipe) for path, recipe in recipes.items()}
        new = [path for path, it in recipes.items() if not texts.is_known(path, it.made_from)]

        def render(paths: Sequence[str]) -> dict[str, ReadText]:
            rendering = self.rendering
            return {
                path: rendering.render(sources[path], recipes[path], self.refs) for path in paths
            }

        tick = partial(self.settings[TICK_KEY], "texts") if TICK_KEY in self.settings else silent
        texts.ahead = work_together(render, new, ReadText, tick)

    def refs(self, html: str) -> str:
        """Return the tags of a text that hold links to the site's own files."""
        found = Content._get_intrasite_link_regex(self).finditer(html)  # noqa: SLF001 - as it will look for them
        return "".join(f"{match[0]}>" for match in found)

    def source(self, file: Path) -> Source:
        """Return the file as the site has read it."""
        path = f"content/{file.relative_to(self.settings['PATH']).as_posix()}"
        sources = site_of(self.settings).library.sources
        return sources[path] if path in sources else read_source(file, path)[0]


def safe(moment: datetime) -> SafeDatetime:
    """Return a moment of the kind that Pelican reads."""
    return SafeDatetime.combine(moment.date(), moment.timetz())


def take_over(readers: Readers) -> None:
    """Read `.md` with ours, and nothing else as text: the library names what is left out."""
    readers.reader_classes = {"static": readers.reader_classes["static"], "md": HouseReader}


def take_over_settings(pelican: Pelican) -> None:
    """Set type where texts are rendered, not at every reading; leave out what Windows strews."""
    settings: dict[str, Any] = pelican.settings
    settings[TYPOGRAPHY_KEY] = typography_asked(settings)
    settings["IGNORE_FILES"] = [*settings["IGNORE_FILES"], *STREWN]
    settings["TYPOGRIFY"] = False


def typography_asked(settings: Mapping[str, Any]) -> Typography:
    """Return the typography that settings ask for, as Pelican has read them."""
    return Typography(
        bool(settings["TYPOGRIFY"]),
        settings["TYPOGRIFY_DASHES"],
        tuple(settings["TYPOGRIFY_OMIT_FILTERS"]),
        tuple(settings["TYPOGRIFY_IGNORE_TAGS"]),
    )


def typography_of(settings: Mapping[str, Any]) -> Typography:
    """Return the typography of this build."""
    found: Typography = settings[TYPOGRAPHY_KEY]
    return found


def read_ahead(generator: ArticlesGenerator) -> None:
    """Render what is new before Pelican asks for one text after the other."""
    reader = generator.readers.readers["md"]
    if isinstance(reader, HouseReader):
        reader.read_ahead()


def plain_titles(_generator: Generator, metadata: dict[str, Any]) -> None:
    """Undo the HTML that typogrify makes of titles and summaries: they are shown as text."""
    for name in ("title", "subtitle", "summary"):
        if name in metadata:
            metadata[name] = as_text(metadata[name])


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(take_over_settings)
    signals.readers_init.connect(take_over)
    signals.article_generator_init.connect(read_ahead)
    signals.article_generator_context.connect(plain_titles)
    signals.page_generator_context.connect(plain_titles)
