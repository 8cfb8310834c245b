"""The page to write on in a browser, for a site that has it switched on; otherwise nothing."""

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from wellspring.building.writing_page import FOLDER, config_of, write_page
from wellspring.plugins.settings import Settings
from wellspring.plugins.site import site_of


class WritingGenerator(Generator):
    """Writes the page and its files."""

    def generate_output(self, _writer: Writer) -> None:
        """Write them, if the settings name the repository to write to."""
        repository = Settings.from_pelican(self.settings).write_to
        if repository:
            site = site_of(self.settings)
            config = config_of(repository, site.house, site.library.authors)
            write_page(Path(self.output_path) / FOLDER, Path(self.settings["THEME"]), config)


def get_generators(_pelican: Pelican) -> type[WritingGenerator]:
    """Tell Pelican about the generator."""
    return WritingGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
