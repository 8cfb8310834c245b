"""Feeds say what they are when a browser opens them; feed readers see no difference.

A stylesheet by processing instruction (https://www.w3.org/TR/xml-stylesheet/).
"""

import posixpath
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

STYLE = "theme/feed.css"
DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>'
INSTRUCTION = '\n<?xml-stylesheet type="text/css" href="%s"?>'


class FeedStyleGenerator(Generator):
    """Writes the style, in the blog's language."""

    def generate_output(self, _writer: Writer) -> None:
        """Write it."""
        file = Path(self.output_path) / STYLE
        file.parent.mkdir(parents=True, exist_ok=True)
        text = self.env.get_template("feed.css").render(self.context)
        file.write_text(text, encoding="utf-8")


def add_style(path: str, context: dict[str, Any], feed: object) -> None:
    """Name the style in a feed that was written."""
    del feed
    file = Path(path)
    folder = file.parent.relative_to(context["OUTPUT_PATH"]).as_posix()
    address = posixpath.relpath(STYLE, folder)
    data = file.read_bytes()
    head = DECLARATION + (INSTRUCTION % address).encode("ascii")
    file.write_bytes(head + data.removeprefix(DECLARATION))


def get_generators(_pelican: Pelican) -> type[FeedStyleGenerator]:
    """Tell Pelican about the generator."""
    return FeedStyleGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
    signals.feed_written.connect(add_style)
