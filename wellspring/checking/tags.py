"""Tags that are not what their author meant: other signs than commas between or around them.

Called by check_source. Each would be part of a tag's name on every page.
"""

import re
from collections.abc import Iterator

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source, Value

ENTITY = re.compile(r"&#?\w+;")
PART = re.compile(r"[^,;]+")
MARK = re.compile(r"[\"“”„«»]")
# Behind a digit it may stand for inches.
BEHIND_DIGIT = re.compile(r"(?<=\d)[\"“”„«»]")
# What other tools put before a tag, or around one or all of them.
WRAPPED = re.compile(r'#+\s*\S|\[[^\[\]]*$|[^\[\]]*\]$|\[[^\[\]]*\]$|"[^"]+"$')
SIGNS = '#[]" '
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
            if is_wrapped(part[0].strip()):
                yield Finding(place_in(value, part.start() + leading(part[0])), bare(part[0]))
            elif len(marks) % 2 and (len(marks) - len(BEHIND_DIGIT.findall(part[0]))) % 2:
                tag = MARK.sub("", part[0]).strip()
                message = (
                    f"the quotation mark in `{part[0].strip()}` has no other. Tags need none: "
                    f"write `{tag}`."
                )
                yield Finding(place_in(value, part.start() + marks[-1].start()), message)


def is_wrapped(tag: str) -> bool:
    """Tell whether a tag has signs before it or around it that other tools put there."""
    return WRAPPED.match(tag) is not None


def leading(text: str) -> int:
    """Return how many blanks a text begins with."""
    return len(text) - len(text.lstrip())


def bare(text: str) -> str:
    """Say how to write a tag without what stands around it."""
    name = text.strip(SIGNS)
    if not name:
        return f"`{text.strip()}` is no tag. Take it out."
    return f"`{text.strip()}` would be the tag's name on every page, signs and all. Write `{name}`."


def place_in(value: Value, offset: int) -> Place:
    """Return a place within a value."""
    return Place(value.place.path, value.place.line, value.place.column + offset)
