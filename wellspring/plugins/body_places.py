"""Whether templates show a text's body in one place, and do nothing else with it.

Asked by the writer once for a theme. Only then may a changed body be put into a page without the
template (building/bodies.py): a template that counts the words of a body has to be rendered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment, nodes

from wellspring.plugins.template_names import TemplateNames, parse

# The templates that are given a text with its body.
SHOWING = ("article.html", "page.html", "search-record.html")
# What a text's body is reached by, and what else is another when it is.
BODY = "content"
MADE_OF_IT = frozenset({BODY, "_content", "get_content", "html_name", "refs"})
# Filters that leave a body as it is, or change what building/bodies.py knows.
SHOWN_BY = frozenset({"safe", "with_pictures"})
# Filters that ask a part of a page for its classes alone, which building/bodies.py compares.
ASKING_CLASSES = frozenset({"style_for"})
# Parts of a template whose text may go elsewhere than onto the page, and by which name.
ELSEWHERE = (nodes.AssignBlock, nodes.FilterBlock, nodes.CallBlock, nodes.Macro)
ITSELF = "self"


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """Where a template uses a body: within which blocks, and whether it only shows it there."""

    blocks: frozenset[str]
    only_shown: bool


def see_bodies(known: dict[str, bool], environment: Environment) -> None:
    """Note for each template that shows a body whether it does so in one place."""
    for template in SHOWING:
        if template not in known:
            known[template] = shows_in_one_place(template, environment)


def shows_in_one_place(template: str, environment: Environment) -> bool:
    """Tell whether a template, with all that it is made with, shows a body once and no more."""
    reached = list(TemplateNames().reached(template, environment, set()))
    trees = [parse(name, environment) for name in reached]
    places = [place for tree in trees for place in places_in(tree)]
    if len(places) != 1 or not places[0].only_shown or any(map(shows_itself, trees)):
        return False
    return all(is_harmless(part, places[0].blocks, trees) for part in captures(trees))


def places_in(tree: nodes.Template) -> Iterator[BodyPlace]:
    """Yield each place in which a template uses a body."""
    shown = {id(part): blocks for part, blocks in shown_in(tree, frozenset())}
    for name in tree.find_all(nodes.Getattr):
        if name.attr in MADE_OF_IT:
            yield BodyPlace(
                shown.get(id(name), frozenset()), name.attr == BODY and id(name) in shown
            )
    for const in tree.find_all(nodes.Const):
        if const.value in MADE_OF_IT:
            yield BodyPlace(frozenset(), only_shown=False)


def shown_in(
    part: nodes.Node, blocks: frozenset[str]
) -> Iterator[tuple[nodes.Node, frozenset[str]]]:
    """Yield what a template shows as it is, each with the blocks around it."""
    if isinstance(part, ELSEWHERE):
        return
    inner = blocks | {part.name} if isinstance(part, nodes.Block) else blocks
    for child in part.iter_child_nodes():
        if isinstance(part, nodes.Output):
            yield unfiltered(child), inner
        else:
            yield from shown_in(child, inner)


def unfiltered(part: nodes.Node) -> nodes.Node:
    """Return what is shown, without the filters that leave a body as it is."""
    while isinstance(part, nodes.Filter) and part.name in SHOWN_BY and part.node is not None:
        part = part.node
    return part


def shows_itself(tree: nodes.Template) -> bool:
    """Tell whether a template asks for its own blocks, wherever it may put them."""
    return any(name.name == ITSELF for name in tree.find_all(nodes.Name))


def captures(trees: Iterable[nodes.Template]) -> Iterator[nodes.Node]:
    """Yield the parts of templates whose text may go elsewhere than onto the page."""
    for tree in trees:
        for kind in ELSEWHERE:
            yield from tree.find_all(kind)


def is_harmless(part: nodes.Node, blocks: frozenset[str], trees: list[nodes.Template]) -> bool:
    """Tell whether a part holds no body, in some blocks, or is only shown and asked for classes."""
    if part.find(nodes.Include):
        return False
    if not any(block.name in blocks for block in part.find_all(nodes.Block)):
        return True
    if not isinstance(part, nodes.AssignBlock) or not isinstance(part.target, nodes.Name):
        return False
    return part.filter is None and all(is_only_shown(part.target.name, tree) for tree in trees)


def is_only_shown(name: str, tree: nodes.Template) -> bool:
    """Tell whether a template only shows a name's value, or asks it for its classes."""
    fine = {id(part) for part, _ in shown_in(tree, frozenset())}
    fine |= {
        id(asked.node) for asked in tree.find_all(nodes.Filter) if asked.name in ASKING_CLASSES
    }
    uses = (use for use in tree.find_all(nodes.Name) if use.name == name and use.ctx == "load")
    return all(id(use) in fine for use in uses)
