"""Front matter of a text outside the blog: whether it has any, and what is wrong with it.

Called by examine. Such a text may be a note that begins with “Note:” or with a rule across the
page, or be meant for another program with keys of its own.
"""

from collections.abc import Iterator, Sequence

from wellspring.checking.schema import SCHEMAS, unknown_key
from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.front_matter import COMMENT, FENCE, KEY_LINE, extent_of, normal_name
from wellspring.text.source import parse_source
from wellspring.text.suggest import is_slip

KEYS = frozenset(key.name.lower() for schema in SCHEMAS.values() for key in schema.keys)
# What other programs' texts have.
HEADER_KEYS = KEYS | {
    *("layout", "description", "categories", "draft", "permalink", "keywords", "image"),
}


def has_header(text: str) -> bool:
    """Tell whether a text starts with front matter: keys in a fence, or a key that is one."""
    lines = text.removeprefix("\ufeff").lstrip("\n").split("\n")
    if FENCE.fullmatch(lines[0]):
        extent = extent_of(lines)
        own = [line.rstrip() for line in lines[extent.first : extent.end] if line.strip()]
        return has_keys(own) and not (extent.is_open and not own)
    return is_key(next((line.rstrip() for line in lines if not COMMENT.fullmatch(line)), ""))


def has_keys(lines: Sequence[str]) -> bool:
    """Tell whether lines in a fence are front matter, not a text that begins with a rule."""
    return any(map(is_key, lines)) or all(map(KEY_LINE.fullmatch, lines))


def is_key(line: str) -> bool:
    """Tell whether a line has a key that texts have, here or elsewhere."""
    key = KEY_LINE.fullmatch(line)
    return key is not None and normal_name(key["key"]) in HEADER_KEYS


def read_header(text: str, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Return a text that has a header, and what cannot be read in that or is misspelt."""
    source, findings = parse_source(text, path)
    if not source.fields and text.removeprefix("\ufeff").startswith("\n"):
        return source, ()  # a key below an empty line may be a note's first words
    return source, (*findings, *misspelt_keys(source))


def misspelt_keys(source: Source) -> Iterator[Finding]:
    """Yield the keys that are meant to be one of an article's; other programs have others."""
    for name, field in source.fields.items():
        if name not in HEADER_KEYS and any(is_slip(name, known) for known in KEYS):
            yield unknown_key(field, SCHEMAS["posts"])
