"""The header of a post that another generator's author wrote; called by import_many and its reader.

Jekyll, Eleventy, Obsidian and many more have YAML between `---` lines, Hugo also has TOML between
`+++` lines or JSON, Hexo may leave out the first line, and Pelican has `Key: value` lines at once.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from wellspring.text.front_matter import KEY_LINE, normal_name, parse_front_matter
from wellspring.text.source import lines_of

YAML, TOML, JSON = "---", "+++", "{"
ENDS = {YAML: (YAML, "..."), TOML: (TOML,)}
SCRIPTS = ("---js", "---json", "---javascript")
PAIR = re.compile(r"[\"']?(?P<key>[\w-]+)[\"']?\s*:\s*(?P<mark>[\"'])(?P<value>.*?)(?P=mark)")
# One of these is in every header of a post, and in no prose between two lines of hyphens.
KNOWN = frozenset({"title", "date", "layout", "tags", "categories", "author", "draft", "slug"})
# Longer ones are no headers.
MOST_LINES = 200
MARKDOWN = (".md", ".markdown")
HEADING = re.compile(r"# +\S.*")
# Under these, a name with more about it still says whose or which it is.
NAMES = ("name", "title")
# A colon or a hash within a plain value: YAML takes neither, and people write both.
LOOSE = re.compile(
    r"^(?P<key>[\w-]+):[ \t]+(?P<value>(?![\"'\[{|>&!*]).*(?::[ \t]|[ \t]#|:$).*)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a header says under a key: its texts, and its line in the file."""

    key: str
    values: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class OwnHeader:
    """A header's entries by the normal names of their keys, and how many lines it takes.

    `rest` are the parts of entries that have parts of their own and no place in a post.
    """

    entries: Mapping[str, Entry]
    lines: int
    rest: tuple[Entry, ...] = field(default=())


def own_header(text: str, path: str) -> OwnHeader | None:
    """Return the header of a post, or None for a text that has none.

    A Markdown file that begins with its title has an empty one.
    """
    lines = lines_of(text)
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    fence = lines[first].rstrip()
    is_markdown = path.lower().endswith(MARKDOWN)
    if fence in SCRIPTS:
        return scripted(lines, first)
    if fence in ENDS:
        return fenced(lines, first, fence, is_markdown=is_markdown)
    if fence.startswith(JSON):
        return in_json(lines, first)
    if is_markdown and HEADING.fullmatch(fence):
        return OwnHeader({}, 0)
    return unfenced(lines, path) if is_markdown else None


def fenced(lines: list[str], first: int, fence: str, *, is_markdown: bool) -> OwnHeader | None:
    """Return the header between two fences, or None if there is none."""
    within = range(first + 1, min(len(lines), first + MOST_LINES))
    last = next((number for number in within if lines[number].rstrip() in ENDS[fence]), None)
    if last is None:
        return None
    own = lines[first + 1 : last]
    found = [*(in_yaml(own, first) if fence == YAML else in_toml(own, first))]
    if is_markdown and not any(line.strip() for line in own):
        return OwnHeader({}, last + 1)
    return header_of(found, last + 1)


def scripted(lines: list[str], first: int) -> OwnHeader | None:
    """Return the header that Eleventy has in JSON or JavaScript, of which only values are read."""
    within = range(first + 1, min(len(lines), first + MOST_LINES))
    last = next((number for number in within if lines[number].rstrip() == YAML), None)
    if last is None:
        return None
    found = [
        Entry(normal_name(pair["key"]), (pair["value"],), number + 1)
        for number in range(first + 1, last)
        for pair in PAIR.finditer(lines[number])
    ]
    return header_of(found, last + 1)


def header_of(found: list[Entry], lines: int) -> OwnHeader | None:
    """Return what entries are a header of, or None if none of them is one of a post's."""
    entries = {entry.key: entry for entry in found if "." not in entry.key}
    rest = tuple(entry for entry in found if "." in entry.key)
    return OwnHeader(entries, lines, rest) if KNOWN & entries.keys() else None


def in_yaml(own: list[str], first: int) -> Iterator[Entry]:
    """Yield the entries of a header in YAML, or of one that is nearly YAML, line by line."""
    text = "\n".join(own)
    tree = tree_of(text) or tree_of(LOOSE.sub(quoted, text))
    if isinstance(tree, MappingNode):
        for key, value in tree.value:
            if isinstance(key, ScalarNode):
                yield from entries_of(normal_name(key.value), key, value, first)
    elif tree is None:
        fields = parse_front_matter([line for line in own if line.strip()], "").fields
        for name, part in fields.items():
            values = tuple(value.text for value in part.values)
            yield Entry(name, values, part.place.line + first + 1)


def tree_of(text: str) -> Node | None:
    """Return the tree of a text in YAML, or None if it is none."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def quoted(found: re.Match[str]) -> str:
    """Return a line whose value is between quotation marks."""
    return f"{found['key']}: {json.dumps(found['value'].rstrip(), ensure_ascii=False)}"


def entries_of(name: str, key: Node, node: Node, first: int) -> Iterator[Entry]:
    """Yield what is under a key, and what its parts say that are not its names."""
    line = key.start_mark.line + first + 2
    values: list[str] = []
    for part in node.value if isinstance(node, SequenceNode) else [node]:
        if isinstance(part, MappingNode):
            told = {normal_name(str(inner.value)): (inner, value) for inner, value in part.value}
            own = next((told.pop(each)[1] for each in NAMES if each in told), None)
            values += [own.value] if isinstance(own, ScalarNode) else []
            for inner, (at, value) in told.items():
                yield from entries_of(f"{name}.{inner}", at, value, first)
        elif isinstance(part, ScalarNode):
            values.append(" ".join(part.value.split()))
    yield Entry(name, tuple(values), line)


def in_toml(own: list[str], first: int) -> Iterator[Entry]:
    """Yield the entries of a header in TOML; none if it is not TOML."""
    try:
        table = tomllib.loads("\n".join(own))
    except tomllib.TOMLDecodeError:
        return
    yield from entries_in(table, own, first + 2, "=")


def in_json(lines: list[str], first: int) -> OwnHeader | None:
    """Return a header in JSON, or None if a text does not begin with one."""
    text = "\n".join(lines[first : first + MOST_LINES])
    try:
        table, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    own = text[:end].split("\n")
    found = [*entries_in(table, own, first + 1, ":")]
    return header_of(found, first + len(own)) if isinstance(table, dict) else None


def entries_in(
    table: Mapping[str, object], own: list[str], first: int, sign: str
) -> Iterator[Entry]:
    """Yield the entries of a table, and of those in it: Hugo has tags under taxonomies."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from entries_in(value, own, first, sign)
            continue
        beginning = re.compile(rf"\s*\{{?\s*[\"']?{re.escape(key)}[\"']?\s*{sign}")
        line = next((number for number, text in enumerate(own) if beginning.match(text)), 0)
        parts = value if isinstance(value, list) else [value]
        texts = [
            str(part.get("name", "")) if isinstance(part, dict) else str(part) for part in parts
        ]
        yield Entry(normal_name(key), tuple(filter(None, texts)), first + line)


def unfenced(lines: list[str], path: str) -> OwnHeader | None:
    """Return a header without a first fence, as Pelican and Hexo have it, or None."""
    last = next((number for number, line in enumerate(lines[:MOST_LINES]) if line == YAML), None)
    if last and all(line.strip() for line in lines[:last]):
        found = header_of([*in_yaml(lines[:last], -1)], last + 1)
        if found and "title" in found.entries:
            return found
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    header = parse_front_matter(lines[:end], path)
    if header.findings or not KEY_LINE.fullmatch(lines[0].rstrip()):
        return None
    entries = {
        name: Entry(name, tuple(value.text for value in part.values), part.place.line)
        for name, part in header.fields.items()
    }
    is_header = "title" in entries and len(entries) > 1
    return OwnHeader(entries, end) if is_header else None
