"""Pages at the earlier addresses of articles and pages; each leads its readers on at once."""

from collections.abc import Iterator
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from wellspring.checking.aliases import aliases_of, file_of
from wellspring.errors import ContentError
from wellspring.model.post import Value
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.site import site_of


class AliasesGenerator(Generator):
    """Writes its pages after all others, so that it can see what they would overwrite."""

    def generate_output(self, writer: Writer) -> None:
        """Write a page for each earlier address. Raises ContentError where there is a page."""
        template = self.get_template("moved")
        for target, alias in self.moved():
            path = file_of(alias.text)
            if (Path(self.output_path) / path).exists():
                raise ContentError(
                    f"{alias.place}: there is a page at `{alias.text}` already. Remove the alias."
                )
            writer.write_file(
                path,
                template,
                self.context,
                self.settings["RELATIVE_URLS"],
                target=target,
                url=path,
            )

    def moved(self) -> Iterator[tuple[Content, Value]]:
        """Yield every earlier address of what is published, with what stands there now."""
        sources = site_of(self.settings).library.sources
        listed = [*self.context["articles"], *self.context["hidden_articles"]]
        for content in [*listed, *self.context["pages"], *self.context["hidden_pages"]]:
            for alias in aliases_of(sources[source_of(content)]):
                yield content, alias


def get_generators(_pelican: Pelican) -> type[AliasesGenerator]:
    """Tell Pelican about the generator."""
    return AliasesGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
