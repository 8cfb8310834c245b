"""See where a template shows an article's title, subtitle, summary or minutes to read.

Templates are given values that leave marks where they are printed (building/mentions.py). A value
that is used for anything else, such as compared, counted or cut, says so, and the page is made
again of plain values: what another title would do to it, only the template knows. Called by the
writer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from jinja2 import Environment, Template, TemplateError
from jinja2.filters import do_format, do_urlencode
from markupsafe import Markup, escape
from pelican.contents import Article, Content

from wellspring.building.mentions import (
    ADDRESS,
    ANYTHING,
    BEGIN,
    UNKNOWN,
    Fact,
    Mentions,
    facts_in,
    take_marks,
    without_marks,
)
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.traced import Trace, Traced, plain_of

TRACED = ("title", "subtitle", "summary", "reading_minutes")
# What JSON or a mark itself would write in another way.
STRANGE = frozenset('"\\<>&')
# What a template may raise that is given something unlike a plain text or number.
FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, TemplateError)
# Filters that print what they are given as it is, or ask for its classes alone.
PASSING = frozenset({"safe", "with_pictures", "style_for", "json_ld"})


@dataclass(frozen=True, slots=True)
class Own:
    """The article or page that a page is of, with values that templates get in another form."""

    _of: Content
    _instead: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the content's
        return self._instead[name] if name in self._instead else getattr(self._of, name)

    def __str__(self) -> str:
        return str(self._of)


@dataclass(slots=True)
class Tracer:
    """Gives templates traced values, and makes pages with them.

    `tried` are templates that make the same page with and without marks, `prepared` the
    environments whose filters are watched.
    """

    trace: Trace = field(default_factory=Trace)
    tried: set[str] = field(default_factory=set)
    prepared: dict[int, Environment] = field(default_factory=dict)

    def of(self, source: str, what: str, plain: Any) -> Any:  # noqa: ANN401 - any value
        """Return a value of an article for templates; plain if its path could be mistaken."""
        if not STRANGE.isdisjoint(source) or not isinstance(plain, str | int):
            return plain
        fact = Fact(source, what)
        value = str.__new__(Traced, fact.mark(UNKNOWN, str(plain)))
        value.fact, value.plain, value.trace = fact, plain, self.trace
        return value

    def values_of(self, article: Article) -> dict[str, Any]:
        """Return the values of an article that leave marks, by their names."""
        source = source_of(article)
        return {what: self.of(source, what, getattr(article, what, None)) for what in TRACED}

    def render(
        self,
        template: Template,
        traced: Callable[[], Mapping[str, Any]],
        plain: Callable[[], Mapping[str, Any]],
    ) -> tuple[str, Mentions]:
        """Return a page, and where it shows what; `traced` and `plain` give its values."""
        name = str(template.name)
        self.prepare(template.environment)
        self.trace.begin()
        try:
            text = template.render(traced())
        except FAULTS:  # if it is not for the marks, it comes again
            return template.render(plain()), {ANYTHING.name(UNKNOWN): ()}
        taken = None if self.trace.asked else take_marks(text)
        if name in self.tried and taken:
            return taken
        whole = without_marks(template.render(plain()))
        if taken and taken[0] == whole:
            self.tried.add(name)
            return taken
        facts = self.trace.shown | self.trace.asked | facts_in(text)
        return whole, {fact.name(UNKNOWN): () for fact in facts}

    def piece(
        self, environment: Environment, traced: Callable[[], str], plain: Callable[[], str]
    ) -> str:
        """Return a piece of a page with its marks; `traced` and `plain` make it."""
        self.prepare(environment)
        self.trace.begin()
        try:
            text = traced()
        except FAULTS:  # as above
            return f"{ANYTHING.mark(UNKNOWN, '')}{without_marks(plain())}"
        if not self.trace.asked:
            return text
        facts = sorted(self.trace.asked | facts_in(text))
        return "".join((*(fact.mark(UNKNOWN, "") for fact in facts), without_marks(plain())))

    def prepare(self, environment: Environment) -> None:
        """Let the filters and tests of an environment say what they are asked of traced values."""
        if id(environment) in self.prepared:
            return
        self.prepared[id(environment)] = environment
        filters: dict[str, Any] = environment.filters
        watched = {name: self.watch(call) for name, call in filters.items()}
        passing = {name: environment.filters[name] for name in PASSING & watched.keys()}
        printing = {"format": format_traced, "urlencode": encode_traced, "e": escape}
        environment.filters |= watched | passing | printing | {"escape": escape}
        tests: dict[str, Any] = environment.tests
        environment.tests |= {name: self.watch(call) for name, call in tests.items()}

    def watch(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter or test that tells when it is given a value that leaves marks."""

        @wraps(call)
        def watching(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the filter's
            """Do as the filter does, with plain values."""
            for value in (*given, *named.values()):
                if isinstance(value, Traced):
                    self.trace.asked.add(value.fact)
                elif isinstance(value, str) and BEGIN in value:
                    self.trace.asked |= self.trace.shown
            plain = {name: plain_of(value) for name, value in named.items()}
            return call(*map(plain_of, given), **plain)

        return watching


def format_traced(value: Any, *given: Any, **named: Any) -> str:  # noqa: ANN401 - as Jinja's own
    """Put values into a text as Jinja's `format` does; traced ones leave their marks."""
    traced = [one for one in given if isinstance(one, Traced)]
    if not traced or named:
        return do_format(value, *given, **named)
    text = escape(value)
    if all(isinstance(one.plain, int) for one in traced):
        text = text.replace("%d", "%s")
    return text % given


def encode_traced(value: Any) -> str:  # noqa: ANN401 - as Jinja's own
    """Write a value for an address as Jinja's `urlencode` does; a traced one leaves its marks."""
    return Markup(value.written(ADDRESS)) if isinstance(value, Traced) else do_urlencode(value)  # noqa: S704 - quoted
