"""Pages by what they are made from: two pages of one name have the same bytes. Asked by the writer.

A name holds the page's path, its template, the whole state of the article or page that it is of,
and every value that the template uses (template_names.py), as it is shown (shown.py).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from jinja2 import Template
from pelican.contents import Article, Content

from wellspring.building.fingerprint import digest_of
from wellspring.building.mentions import Mentions
from wellspring.plugins.shown import NEIGHBOURS, Named, Shown
from wellspring.plugins.template_names import TemplateNames
from wellspring.plugins.tracing import Own, Tracer

OWN = ("article", "page")


@dataclass(frozen=True, slots=True)
class Job:
    """A page to render: its template, all that the template uses, and the way to the site's root.

    No more is given to a template than what its page is known to depend on: values that leave marks
    where they are printed, and the same as `plain` ones. `own` is what the page is of.
    """

    template: Template
    tracer: Tracer
    traced: Callable[[], Mapping[str, Any]]
    plain: Callable[[], Mapping[str, Any]]
    own: Sequence[Content]
    root: str

    def render(self) -> tuple[str, Mentions]:
        """Return the page, and where it shows what of articles."""
        for content in self.own:
            content._context["localsiteurl"] = self.root  # noqa: SLF001 - links in it lead from there
        return self.tracer.render(self.template, self.traced, self.plain)


@dataclass(slots=True)
class PageNames:
    """The names of one build's pages.

    `used` are the names that each template uses, from the last build too; `shared` is what all
    pages may use, whose values are looked at once. What is `shown` leaves marks, `plain` does not.
    """

    used: dict[str, frozenset[str]]
    tracer: Tracer = field(default_factory=Tracer)
    shown: Shown = field(init=False)
    plain: Shown = field(default_factory=Shown)
    templates: TemplateNames = field(default_factory=TemplateNames)
    shared: Mapping[str, Any] = field(default_factory=dict)
    known: dict[str, tuple[object, bytes]] = field(default_factory=dict)
    sorted: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shown = Shown(self.tracer)

    def values_for(self, template: Template, *given: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a template uses of what it is given; what is given first counts."""
        values: dict[str, Any] = {}
        for name in self.used_by(template):
            for one in given:
                if name in one:
                    values[name] = one[name]
                    break
        return values

    def used_by(self, template: Template) -> Iterable[str]:
        """Return the names that a template uses, sorted."""
        name = str(template.name)
        if name not in self.used:
            self.used[name] = self.templates.used(name, template.environment)
        if name not in self.sorted:
            self.sorted[name] = tuple(sorted(self.used[name]))
        return self.sorted[name]

    def name_of(self, path: str, template: Template, values: Mapping[str, Any]) -> bytes:
        """Return the name of a page that a template makes of some values."""
        what = f"theme/templates/{template.name}"
        parts: list[bytes | str] = [path, str(template.name)]
        for name, value in values.items():
            parts += (name, self.name_of_value(name, value, what))
        return digest_of(*parts)

    def name_of_value(self, name: str, value: Any, what: str) -> bytes:  # noqa: ANN401 - whatever a template may be given
        """Return a name for a value as pages show it."""
        if name in OWN and isinstance(value, Content):
            return self.shown.state_of(value)
        if isinstance(value, Named):
            return value.name
        if self.shared.get(name) is not value:
            return self.shown.encode(self.shown.of(value), what)
        known = self.known.get(name)
        if known is None or known[0] is not value:
            known = (value, digest_of(self.shown.encode(self.shown.of(value), what)))
            self.known[name] = known
        return known[1]

    def job(self, template: Template, values: Mapping[str, Any], root: str) -> Job:
        """Return a page to render; `root` is the way to the site's root."""
        own = [values[name] for name in OWN if isinstance(values.get(name), Content)]
        traced = partial(self.to_show, values, self.shown)
        plain = partial(self.to_show, values, self.plain)
        return Job(template, self.tracer, traced, plain, own, root)

    def to_show(self, values: Mapping[str, Any], shown: Shown) -> dict[str, Any]:
        """Return values as templates may see them, those made that are only made when shown."""
        return {name: self.value_to_show(name, value, shown) for name, value in values.items()}

    def value_to_show(self, name: str, value: Any, shown: Shown) -> Any:  # noqa: ANN401 - as above
        """Return one value as templates may see it."""
        if isinstance(value, Named):
            return value.make() if shown.tracer else shown.of(value.make())
        if name in OWN and isinstance(value, Content):
            return self.own_to_show(value, shown)
        return shown.of(value)

    def own_to_show(self, content: Content, shown: Shown) -> Own:
        """Return the article or page that a page is of, its neighbours as cards."""
        there = (name for name in NEIGHBOURS if hasattr(content, name))
        values = {name: shown.of(getattr(content, name)) for name in there}
        if shown.tracer and isinstance(content, Article):
            values |= shown.tracer.values_of(content)
        return Own(content, values)
