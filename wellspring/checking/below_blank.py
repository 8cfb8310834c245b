"""Lines of front matter that have come to stand in the text; called by check_source.

A blank line ends front matter, so a key below one is words for readers: a `Status: draft` there
keeps nothing off the live site.
"""

from collections.abc import Iterator

from wellspring.checking.schema import Schema
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.front_matter import FENCE, KEY_LINE, normal_name

# These may head a paragraph as well, once the front matter has said its own.
WORDS = frozenset({"title", "subtitle", "summary", "sources", "corrections", "date", "author"})
LONGEST = 160


def check_below_blank(source: Source, schema: Schema) -> Iterator[Finding]:
    """Report the keys that the first lines of a text give, down to the first other line."""
    if not source.fields:
        return
    for number, line in enumerate(source.body.split("\n"), source.body_line):
        if not line.strip() or FENCE.fullmatch(line):
            continue
        found = KEY_LINE.fullmatch(line.rstrip())
        name = normal_name(found["key"]) if found and len(line) <= LONGEST else ""
        if name not in schema.names or (name in WORDS and name in source.fields):
            return
        message = (
            f"“{line.strip()[:60]}” stands below a blank line, so readers would see it, and it "
            "does nothing. Move it up to the front matter, or remove the blank line above it."
        )
        yield Finding(Place(source.path, number), message)
