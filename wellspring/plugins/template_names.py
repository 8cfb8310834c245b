"""Which names a template uses of all that it may be given; asked by the writer.

Derived from the template and from all that it extends, includes or imports (jinja2.meta), so that
nobody has to declare what a page depends on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, meta, nodes

from wellspring.errors import ContentError


@dataclass(frozen=True, slots=True)
class Uses:
    """What one template's own text uses: names, and other templates."""

    names: frozenset[str]
    templates: tuple[str, ...]


@dataclass(slots=True)
class TemplateNames:
    """The templates of one build; each is read once, though many pages are made with it."""

    read: dict[str, Uses] = field(default_factory=dict)

    def used(self, template: str, environment: Environment) -> frozenset[str]:
        """Return the names that a template, and all that it is made with, uses."""
        used: set[str] = set()
        for name in self.reached(template, environment, set()):
            used |= self.read[name].names
        return frozenset(used) - environment.globals.keys()

    def reached(self, template: str, environment: Environment, seen: set[str]) -> Iterator[str]:
        """Yield a template and all that it extends, includes or imports."""
        if template in seen:
            return
        seen.add(template)
        if template not in self.read:
            self.read[template] = uses_of(template, environment)
        yield template
        for other in self.read[template].templates:
            yield from self.reached(other, environment, seen)


def uses_of(template: str, environment: Environment) -> Uses:
    """Return what a template uses. Raises ContentError if nobody can tell."""
    tree = parse(template, environment)
    others: list[str] = []
    for other in meta.find_referenced_templates(tree):
        if other is None:
            raise ContentError(
                f"theme/templates/{template}: it chooses another template while it runs, so "
                "nobody can tell what the page depends on. Name the template."
            )
        others.append(other)
    return Uses(frozenset(meta.find_undeclared_variables(tree)), tuple(others))


def parse(template: str, environment: Environment) -> nodes.Template:
    """Return a template's text as Jinja understands it."""
    assert environment.loader is not None  # noqa: S101 - theme.py gives it one
    text, _, _ = environment.loader.get_source(environment, template)
    return environment.parse(text)
