"""Front matter that is YAML: quoted values, lists and comments, as other generators write it.

Called by parse_front_matter for a header between `---` lines that Key: value reading would get
wrong. Only the tree is built, with its places; no value is turned into anything but text.
"""

from collections.abc import Iterator
from dataclasses import replace

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Field, Value

QUOTES = ("'", '"')


def parse_yaml(lines: list[str], path: str) -> tuple[dict[str, Field], tuple[Finding, ...]]:
    """Read the lines of a header, whose first is line 2 of its file; never raises."""
    try:
        tree = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return {}, (not_yaml(error, path),)
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
    place = Place(path, mark.line + 2, mark.column + 1) if mark else Place(path, 2)
    what = getattr(error, "problem", None) or "a character that YAML does not know"
    return Finding(place, f"this front matter is not YAML: {what}. Mend it.")


def place_of(node: Node, path: str) -> Place:
    """Return where a node begins; the fence is line 1."""
    return Place(path, node.start_mark.line + 2, node.start_mark.column + 1)


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
