"""Photos on pages: smaller copies for the browser to choose from, the first at once, others later.

Feeds keep the plain picture. Templates write `{{ article.content | with_pictures }}`.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from selectolax.lexbor import LexborHTMLParser, LexborNode

from wellspring.building.pictures import Variant, make_variants
from wellspring.plugins.medical_disclaimer import all_articles

FOLDER = "images/"
STORE_KEY = "PICTURES_OF_THIS_BUILD"
# How wide the column is that pictures stand in: base/style.css.
SIZES = "(min-width: 48em) 40em, 92vw"


@dataclass(slots=True)
class Pictures:
    """The photos of one build, and the copies of those that its pages show."""

    content: Path
    store: Path
    made: dict[str, tuple[Variant, ...]] = field(default_factory=dict)

    def of(self, path: str) -> tuple[Variant, ...]:
        """Return the copies of the picture at a path below content/."""
        if path not in self.made:
            file = self.content / path
            known = file.is_file() and file.resolve().is_relative_to(self.content.resolve())
            self.made[path] = make_variants(file, f"content/{path}", self.store) if known else ()
        return self.made[path]

    def with_pictures(self, html: str) -> Markup:
        """Return a text in which each photo offers its copies, and all but the first wait."""
        if "<img" not in html:
            return Markup(html)  # noqa: S704 - Markdown that was checked and is audited
        tree = LexborHTMLParser(html, is_fragment=True)
        for index, image in enumerate(tree.css("img")):
            # Pelican writes blanks of a file's name into addresses as they are.
            image.attrs["src"] = (image.attributes.get("src") or "").replace(" ", "%20")
            image.attrs["decoding"] = "async"
            if index:
                image.attrs["loading"] = "lazy"
            self.offer(tree, image)
        return Markup(tree.html or "")  # noqa: S704 - as above

    def copies_in(self, html: str) -> tuple[str, ...]:
        """Return the names of all copies of the pictures that a text shows."""
        if "<img" not in html:
            return ()
        addresses = [
            image.attributes.get("src") or ""
            for image in LexborHTMLParser(html, is_fragment=True).css("img")
        ]
        paths = [
            unquote(f"{FOLDER}{name}")
            for before, folder, name in (address.rpartition(FOLDER) for address in addresses)
            if folder
        ]
        return tuple(variant.name for path in paths for variant in self.of(path))

    def offer(self, tree: LexborHTMLParser, image: LexborNode) -> None:
        """Put a picture into a `<picture>` with its copies."""
        address = image.attributes.get("src") or ""
        before, folder, name = address.rpartition(FOLDER)
        variants = self.of(unquote(f"{FOLDER}{name}")) if folder else ()
        if not variants:
            return
        holder = tree.create_node("picture")
        base = posixpath.dirname(f"{before}{folder}{name}")
        for kind in dict.fromkeys(variant.format for variant in variants):
            source = tree.create_node("source")
            source.attrs["type"] = f"image/{kind}"
            source.attrs["srcset"] = srcset(base, (v for v in variants if v.format == kind))
            source.attrs["sizes"] = SIZES
            holder.insert_child(source)
        holder.insert_child(image)
        image.replace_with(holder)

    def write(self, output: Path) -> None:
        """Write the copies beside their originals."""
        for path, variants in self.made.items():
            for variant in variants:
                file = output / posixpath.dirname(path) / variant.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(variant.data)


def srcset(base: str, variants: Iterable[Variant]) -> str:
    """Return copies as the attribute names them (https://html.spec.whatwg.org/#srcset-attribute)."""
    return ", ".join(f"{base}/{quote(variant.name)} {variant.width}w" for variant in variants)


def prepare(pelican: Pelican) -> None:
    """Give templates the filter."""
    settings: dict[str, Any] = pelican.settings
    content = Path(settings["PATH"])
    pictures = Pictures(content, content.parent / ".build" / "pictures")
    settings[STORE_KEY] = pictures
    settings["JINJA_FILTERS"] |= {"with_pictures": pictures.with_pictures}


def find_pictures(generators: Iterable[Generator]) -> None:
    """Make the copies of all photos that texts show: their names are part of the pages.

    So they are there, too, for a page that is taken over from the last build.
    """
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            contents = list(all_articles(generator))
        elif isinstance(generator, PagesGenerator):
            contents = [*generator.pages, *generator.hidden_pages, *generator.draft_pages]
        else:
            continue
        for content in contents:
            content.copies = generator.settings[STORE_KEY].copies_in(content._content)  # noqa: SLF001 - before links are resolved


def write(pelican: Pelican) -> None:
    """Write what the pages have asked for."""
    pelican.settings[STORE_KEY].write(Path(pelican.output_path))


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(prepare)
    signals.all_generators_finalized.connect(find_pictures)
    signals.finalized.connect(write)
