"""The header of a post that another generator's author wrote; called by import_many and its reader.

Jekyll, Eleventy, Obsidian and many more have YAML between `---` lines, Hugo also has TOML between
`+++` lines, and Pelican has `Key: value` lines at once.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wellspring.text.front_matter import KEY_LINE, normal_name, parse_front_matter
from wellspring.text.yaml_header import parse_yaml

YAML, TOML = "---", "+++"
ENDS = {YAML: (YAML, "..."), TOML: (TOML,)}
# One of these is in every header of a post, and in no prose between two lines of hyphens.
KNOWN = frozenset({"title", "date", "layout", "tags", "categories", "author", "draft", "slug"})
# Longer ones are no headers.
MOST_LINES = 200
MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a header says under a key: its texts, and its line in the file."""

    key: str
    values: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class OwnHeader:
    """A header's entries by the normal names of their keys, and how many lines it takes."""

    entries: Mapping[str, Entry]
    lines: int


def own_header(text: str, path: str) -> OwnHeader | None:
    """Return the header of a post, or None for a text that has none."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    fence = lines[first].rstrip()
    if fence in ENDS:
        return fenced(lines, first, fence)
    return bare(lines, path) if path.lower().endswith(MARKDOWN) else None


def fenced(lines: list[str], first: int, fence: str) -> OwnHeader | None:
    """Return the header between two fences, or None if there is none."""
    within = range(first + 1, min(len(lines), first + MOST_LINES))
    last = next((number for number in within if lines[number].rstrip() in ENDS[fence]), None)
    if last is None:
        return None
    own = lines[first + 1 : last]
    found = entries_of(own, first) if fence == YAML else toml_entries(own, first)
    entries = {entry.key: entry for entry in found}
    return OwnHeader(entries, last + 1) if KNOWN & entries.keys() else None


def entries_of(own: list[str], first: int) -> Iterator[Entry]:
    """Yield the entries of a header in YAML, or of one that is nearly YAML, line by line."""
    fields, _ = parse_yaml(own, "")
    if not fields:
        fields = parse_front_matter(own, "").fields
        yield from (
            Entry(name, tuple(value.text for value in field.values), field.place.line + first + 1)
            for name, field in fields.items()
        )
        return
    for name, field in fields.items():
        yield Entry(name, tuple(value.text for value in field.values), field.place.line + first)


def toml_entries(own: list[str], first: int) -> Iterator[Entry]:
    """Yield the entries of a header in TOML; none if it is not TOML."""
    try:
        table = tomllib.loads("\n".join(own))
    except tomllib.TOMLDecodeError:
        return
    for key, value in flat(table):
        beginning = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        line = next((number for number, text in enumerate(own) if beginning.match(text)), 0)
        texts = tuple(map(str, value)) if isinstance(value, list) else (str(value),)
        yield Entry(normal_name(key), texts, first + line + 2)


def flat(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield the keys and values of a table, and of those in it: Hugo has tags under taxonomies."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value)
        else:
            yield key, value


def bare(lines: list[str], path: str) -> OwnHeader | None:
    """Return a header without fences, as Pelican has it; None unless all its lines are keys."""
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    header = parse_front_matter(lines[:end], path)
    if header.findings or not KEY_LINE.fullmatch(lines[0].rstrip()):
        return None
    entries = {
        name: Entry(name, tuple(value.text for value in field.values), field.place.line)
        for name, field in header.fields.items()
    }
    is_header = "title" in entries and len(entries) > 1
    return OwnHeader(entries, end) if is_header else None
