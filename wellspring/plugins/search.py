"""Search: its page, and the index of what articles say; nothing of it is on any other page."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from wellspring.building.search_index import write_index

PAGE = "search.html"
FOLDER = "pagefind"


class SearchGenerator(Generator):
    """Writes both after the articles are known."""

    def generate_output(self, writer: Writer) -> None:
        """Write the page and the index."""
        writer.write_file(
            PAGE,
            self.get_template("search"),
            self.context,
            self.settings["RELATIVE_URLS"],
            url=PAGE,
        )
        record = self.get_template("search-record")
        pages = {
            article.url: record.render(self.context, article=article)
            for article in self.context["articles"]
        }
        write_index(pages, Path(self.output_path) / FOLDER)


def get_generators(_pelican: Pelican) -> type[SearchGenerator]:
    """Tell Pelican about the generator."""
    return SearchGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
