"""Pelican's Markdown reader, replaced by one that uses Wellspring's front matter and Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markdown.extensions import Extension
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator
from pelican.readers import MarkdownReader, Readers
from pelican.utils import SafeDatetime

from wellspring.building.fingerprint import digest_of
from wellspring.building.texts import ReadText, Texts
from wellspring.building.together import silent, work_together
from wellspring.checking.links import resolve
from wellspring.disclaimers.matching import drugs_in
from wellspring.house.style import drug_owner
from wellspring.model.drug import DrugNote
from wellspring.model.post import Source
from wellspring.plugins.incremental import TICK_KEY
from wellspring.plugins.site import site_of
from wellspring.plugins.theme import WORDS_KEY
from wellspring.plugins.typography import take_over as take_over_type
from wellspring.plugins.typography import typeset
from wellspring.text.callouts import PicturesExtension
from wellspring.text.drug_notes import DrugNotesExtension
from wellspring.text.ignores import without_ignores
from wellspring.text.limit import limited
from wellspring.text.render import (
    Heading,
    first_words,
    plain,
    reading_minutes,
    render_markdown,
)
from wellspring.text.source import read_source

TEXTS_KEY = "TEXTS_OF_THIS_BUILD"
PELICAN_KEYS = ("category", "tags", "status", "author", "authors")
DATES = ("date", "modified")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a text becomes HTML with: a name for it all, pictures' sizes, notes on drugs."""

    made_from: bytes
    sizes: Mapping[str, tuple[int, int]]
    notes: Mapping[str, DrugNote]


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
            name: self.value_of(name, source.text(name))
            for name in PELICAN_KEYS
            if source.text(name)
        } | self.dates_of(source)
        metadata |= {
            "slug": source.slug,
            "lang": source.text("lang").lower() or self.settings["DEFAULT_LANG"],
            "subtitle": source.text("subtitle"),
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

    def read_text(self, source: Source) -> ReadText:
        """Return what a body becomes: from the last build if it is made from the same."""
        texts: Texts = self.settings.get(TEXTS_KEY) or Texts()
        known = self.recipes.get(source.path)
        recipe = known[1] if known and known[0] is source else self.recipe_of(source, texts)
        return texts.recall(source.path, recipe.made_from) or texts.keep(
            source.path, self.render(source, recipe)
        )

    def recipe_of(self, source: Source, texts: Texts) -> Recipe:
        """Return what a text is made from beside its body."""
        sizes, notes = self.sizes_for(source), self.notes_for(source)
        parts: list[bytes | str] = [f"{id_} {note.text}" for id_, note in notes.items()]
        parts += [texts.words] if notes else []
        shown = (source.text("title"), source.text("summary"))
        made_from = digest_of(source.path, source.body, *shown, repr(sizes), *parts)
        return Recipe(made_from, sizes, notes)

    def read_ahead(self) -> None:
        """Render all texts that are new, on all processors."""
        texts: Texts = self.settings.get(TEXTS_KEY) or Texts()
        library = site_of(self.settings).library
        sources = {it.path: it for kind in ("posts", "pages") for it in library.of_kind(kind)}
        recipes = {path: self.recipe_of(source, texts) for path, source in sources.items()}
        self.recipes = {path: (sources[path], recipe) for path, recipe in recipes.items()}
        new = [path for path, it in recipes.items() if not texts.is_known(path, it.made_from)]

        def render(paths: Sequence[str]) -> dict[str, ReadText]:
            return {path: self.render(sources[path], recipes[path]) for path in paths}

        tick = partial(self.settings[TICK_KEY], "texts") if TICK_KEY in self.settings else silent
        texts.ahead = work_together(render, new, ReadText, tick)

    def render(self, source: Source, recipe: Recipe) -> ReadText:
        """Render a body."""
        made_from, sizes, notes = recipe.made_from, recipe.sizes, recipe.notes
        more: list[Extension] = [PicturesExtension(partial(size_of, source.path, sizes))]
        if notes:
            house = site_of(self.settings).house
            more.append(DrugNotesExtension(dict(notes), partial(drugs_in, house=house)))
        with limited(source.path):
            words = self.settings[WORDS_KEY]
            made = render_markdown(without_ignores(source.body), *more, words=words)
        summary = source.text("summary") or first_words(made.html)
        html = typeset(made.html, self.settings)
        return ReadText(
            made_from,
            digest_of(html),
            html,
            made.headings,
            typeset(source.text("title"), self.settings),
            typeset(summary, self.settings),
            reading_minutes(made.html),
            self.refs(html),
        )

    def notes_for(self, source: Source) -> dict[str, DrugNote]:
        """Return the notes on drugs that go into a post, by what finds their places."""
        decision = site_of(self.settings).decisions.get(source.path)
        return {drug_owner(note.drug.id): note for note in decision.drug_notes} if decision else {}

    def sizes_for(self, source: Source) -> dict[str, tuple[int, int]]:
        """Return width and height of the site's pictures, if a text shows any."""
        if "![" not in source.body and "<img" not in source.body:
            return {}
        pictures = site_of(self.settings).library.pictures
        return {path: (picture.width, picture.height) for path, picture in pictures.items()}

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


def size_of(source: str, sizes: Mapping[str, tuple[int, int]], src: str) -> tuple[int, int]:
    """Return the width and height of a picture that a text shows; zeros for one elsewhere."""
    return sizes.get(resolve(unquote(src.removeprefix("{static}")), source), (0, 0))


def take_over(readers: Readers) -> None:
    """Read `.md` with ours, and nothing else as text: the library names what is left out."""
    readers.reader_classes = {"static": readers.reader_classes["static"], "md": HouseReader}


def take_over_typography(pelican: Pelican) -> None:
    """Set type where texts are read, so that what is kept of them is ready."""
    take_over_type(pelican.settings)


def read_ahead(generator: ArticlesGenerator) -> None:
    """Render what is new before Pelican asks for one text after the other."""
    reader = generator.readers.readers["md"]
    if isinstance(reader, HouseReader):
        reader.read_ahead()


def plain_titles(_generator: Generator, metadata: dict[str, Any]) -> None:
    """Undo the HTML that typogrify makes of titles and summaries: they are shown as text."""
    for name in ("title", "subtitle", "summary"):
        if name in metadata:
            metadata[name] = unescape(plain(metadata[name]))


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(take_over_typography)
    signals.readers_init.connect(take_over)
    signals.article_generator_init.connect(read_ahead)
    signals.article_generator_context.connect(plain_titles)
    signals.page_generator_context.connect(plain_titles)
