"""Search: its page, and the index of what articles say; nothing of it is on any other page.

A build for this computer leaves the index to the server that shows it (building/search_pages.py).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from jinja2 import Template
from pelican import Pelican, signals
from pelican.contents import Article, Content
from pelican.generators import Generator

from wellspring.building.fingerprint import digest_of
from wellspring.building.mentions import Mentions
from wellspring.building.outputs import place
from wellspring.building.search_pages import SearchPages
from wellspring.building.together import work_together
from wellspring.plugins.incremental import IncrementalWriter
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.settings import Settings

PAGE = "search.html"
FOLDER = "pagefind"
SEARCH_KEY = "SEARCH_OF_THIS_BUILD"


class SearchGenerator(Generator):
    """Writes both after the articles are known."""

    def generate_output(self, writer: IncrementalWriter) -> None:
        """Write the page, and the index or what it is made from."""
        writer.write_file(
            PAGE,
            self.get_template("search"),
            self.context,
            self.settings["RELATIVE_URLS"],
            url=PAGE,
        )
        pages = self.keep(writer, self.context["articles"])
        if Settings.from_pelican(self.settings).production:
            self.write_index(pages, writer)

    def follow(self, writer: IncrementalWriter, changed: Iterable[Content]) -> None:
        """Keep what some articles say now."""
        listed = set(map(id, self.context["articles"]))
        self.keep(writer, (content for content in changed if id(content) in listed))

    def keep(self, writer: IncrementalWriter, articles: Iterable[Content]) -> SearchPages:
        """Keep what some articles say, unless it is as it was; return all that is kept."""
        pages: SearchPages = self.settings[SEARCH_KEY]
        record = self.get_template("search-record")
        wanted = {
            article.url: article
            for article in articles
            if pages.add(source_of(article), article.url, writer.shown.own_state_of(article))
        }

        def write(urls: Sequence[str]) -> dict[str, str]:
            """Write some of them; may be another process."""
            for url in urls:
                pages.write(url, self.record(writer, record, wanted[url]))
            return dict.fromkeys(urls, "")

        work_together(write, list(wanted), str)
        return pages

    def record(
        self, writer: IncrementalWriter, template: Template, article: Article
    ) -> tuple[str, Mentions]:
        """Return an article as Pagefind reads it, and where it shows what of it."""
        values = writer.pages.values_for(template, {"article": article}, self.context)
        return writer.pages.job(template, values, self.settings["SITEURL"]).render()

    def write_index(self, pages: SearchPages, writer: IncrementalWriter) -> None:
        """Write the index, or take over the last build's if no article has changed."""
        # What it runs is slow to load, and only the live site's build needs it.
        from wellspring.building.search_index import ENTRY, write_index

        entry = f"{FOLDER}/{ENTRY}"
        if not writer.outputs.is_as_before(entry, digest_of(pages.name)):
            write_index(pages.read(), Path(self.output_path) / FOLDER)
            return
        for file in (writer.outputs.before / FOLDER).rglob("*"):
            new = Path(self.output_path) / file.relative_to(writer.outputs.before)
            if file.is_file():
                new.parent.mkdir(parents=True, exist_ok=True)
                place(file, new)


def get_generators(_pelican: Pelican) -> type[SearchGenerator]:
    """Tell Pelican about the generator."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
