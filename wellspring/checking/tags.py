"""Tags that are not what their author meant: semicolons between them, a quotation mark left open.

Called by check_source. Either would be part of a tag's name on every page.
"""

import re
from collections.abc import Iterator

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source, Value

ENTITY = re.compile(r"&#?\w+;")
PART = re.compile(r"[^,;]+")
# Behind a digit it stands for inches.
MARK = re.compile(r"(?<!\d)[\"“”„«»]")
SEMICOLON = "a semicolon stands between two tags. Write a comma."


def check_tags(source: Source) -> Iterator[Finding]:
    """Report what is wrong with the marks of a text's tags."""
    field = source.fields.get("tags")
    for value in field.values if field else ():
        text = ENTITY.sub(lambda match: " " * len(match[0]), value.text)
        if ";" in text:
            yield Finding(place_in(value, text.index(";")), SEMICOLON)
        for part in PART.finditer(text):
            marks = list(MARK.finditer(part[0]))
            if len(marks) % 2:
                tag = MARK.sub("", part[0]).strip()
                message = (
                    f"the quotation mark in `{part[0].strip()}` has no other. Tags need none: "
                    f"write `{tag}`."
                )
                yield Finding(place_in(value, part.start() + marks[-1].start()), message)


def place_in(value: Value, offset: int) -> Place:
    """Return a place within a value."""
    return Place(value.place.path, value.place.line, value.place.column + offset)
