"""Front matter that is YAML: quoted values, lists and comments, as other generators write it.

Called by parse_front_matter for a header between `---` lines that Key: value reading would get
wrong. Only the tree is built, with its places; no value is turned into anything but text.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Field, Value

QUOTES = ("'", '"')
NOT_CLOSED = (
    "the quotation mark here is not closed. Put another behind the last word of the value, or "
    "delete this one."
)
LIST_NOT_CLOSED = (
    "the list that begins here is not closed. Write a comma between two items, and `]` behind the "
    "last one."
)
TOO_DEEP = "this front matter has brackets within brackets, too deep to read. Write plain values."
TAB = "a tab stands here, and front matter of this form takes none. Write blanks instead."
# By what the parser was at when it gave up.
OPEN = {
    "while scanning a quoted scalar": NOT_CLOSED,
    "while parsing a flow sequence": LIST_NOT_CLOSED,
}
BEHIND = (
    "words stand behind the closing quotation mark. Put the whole value between quotation marks "
    "of the other kind, or into none."
)


def parse_yaml(lines: list[str], path: str) -> tuple[dict[str, Field], tuple[Finding, ...]]:
    """Read the lines of a header, whose first is line 2 of its file; never raises."""
    text = "\n".join(lines)
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return {}, (misquoted(error, text, path) or not_yaml(error, path),)
    except RecursionError:
        return {}, (Finding(Place(path, 2), TOO_DEEP),)
    if not isinstance(tree, MappingNode):
        message = "this front matter has no keys. Write lines such as `Title: …`."
        return {}, (Finding(Place(path, 2), message),)
    fields: dict[str, Field] = {}
    findings: list[Finding] = []
    for key, value in tree.value:
        field = Field(key.value, key.value.lower().replace("_", "-"), (), place_of(key, path))
        if field.name in fields:
            first = fields[field.name].place.line
            message = f"`{field.key}` is given twice (first in line {first}). Keep one of them."
            findings.append(Finding(field.place, message))
            continue
        values = tuple(values_of(value, path))
        if not values and not is_empty(value):
            message = f"`{field.key}` must be a text or a list of texts. Write it so."
            findings.append(Finding(field.place, message))
        fields[field.name] = Field(field.key, field.name, values, field.place)
    return fields, tuple(findings)


def not_yaml(error: yaml.YAMLError, path: str) -> Finding:
    """Return what the parser did not understand, and where."""
    mark = getattr(error, "problem_mark", None)
    place = place_at(mark, path) if mark else Place(path, 2)
    what = getattr(error, "problem", None) or "a character that YAML does not know"
    if mark and "'\\t'" in what:
        return Finding(place, TAB)
    return Finding(place, f"this front matter is not YAML: {what}. Mend it.")


def misquoted(error: yaml.YAMLError, text: str, path: str) -> Finding | None:
    """Return which mark of a header has no other; None if that is not what is wrong."""
    if message := OPEN.get(str(getattr(error, "context", ""))):
        return Finding(place_at(error.context_mark, path), message)
    mark = getattr(error, "problem_mark", None)
    last = quoted_before(mark, text) if mark else None
    if last is None:
        return None
    if last.start_mark.line < last.end_mark.line:
        return Finding(place_at(last.start_mark, path), NOT_CLOSED)
    return Finding(place_at(mark, path), BEHIND)


def quoted_before(mark: yaml.Mark, text: str) -> yaml.ScalarToken | None:
    """Return the quoted text that ends right before a place, if one does."""
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in QUOTES
            gap = mark.index - token.end_mark.index
            if is_quoted and gap >= 0 and not text[mark.index - gap : mark.index].strip(" "):
                return token
    return None


def place_at(mark: yaml.Mark, path: str) -> Place:
    """Return the place of a mark; the fence is line 1."""
    return Place(path, mark.line + 2, mark.column + 1)


def place_of(node: Node, path: str) -> Place:
    """Return where a node begins."""
    return place_at(node.start_mark, path)


def place_of_text(node: ScalarNode, path: str) -> Place:
    """Return where the text of a value begins: behind its quotation mark, if it has one."""
    place = place_of(node, path)
    return replace(place, column=place.column + 1) if node.style in QUOTES else place


def is_empty(node: Node) -> bool:
    """Tell whether a node is nothing, or a list of nothing."""
    return not node.value if isinstance(node, SequenceNode | ScalarNode) else False


def values_of(node: Node, path: str) -> Iterator[Value]:
    """Yield the texts of a value or list; none if it holds anything else."""
    if isinstance(node, ScalarNode) and node.value.strip():
        yield Value(" ".join(node.value.split()), place_of_text(node, path))
    elif isinstance(node, SequenceNode) and all(isinstance(n, ScalarNode) for n in node.value):
        for item in node.value:
            yield from values_of(item, path)
