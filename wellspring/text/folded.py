"""Markdown extension: what is folded away with `<details>` is Markdown too; used by callouts.

Python-Markdown leaves HTML alone unless it says `markdown="1"`
(https://python-markdown.github.io/extensions/md_in_html/). Where authors learn it, lists and
emphasis within `<details>` work without
(https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting).
"""

import re

from markdown.preprocessors import Preprocessor

# A line that begins it, unless it says already how it is to be read.
BEGINS = re.compile(r"^(?P<begin>[ ]{0,3}<details)(?![\w-])(?![^>]*\bmarkdown=)", re.IGNORECASE)


class FoldedPreprocessor(Preprocessor):
    """Says of each `<details>` that it holds Markdown; runs when code has been put aside."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a text, changed."""
        return [BEGINS.sub(r'\g<begin> markdown="1"', line) for line in lines]
