"""A value of an article that leaves marks where it is printed, and tells when it is asked more.

Given to templates by tracing.py, and to the JSON-LD by structured_data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wellspring.building.mentions import FORMS, HTML, JSON, Fact

NUMBERS: Mapping[str, Callable[[Any], Any]] = {"__int__": int, "__float__": float}
# What a template may do with a value other than to print it; all methods of texts are such too.
ASKING = [
    "__add__",
    "__contains__",
    "__eq__",
    "__float__",
    "__format__",
    "__ge__",
    "__getitem__",
    "__gt__",
    "__hash__",
    "__int__",
    "__iter__",
    "__le__",
    "__len__",
    "__lt__",
    "__mod__",
    "__mul__",
    "__ne__",
    "__radd__",
    "__repr__",
    "__rmod__",
    "__rmul__",
    "__str__",
]


@dataclass(slots=True)
class Trace:
    """What a template has done with traced values while it made one page.

    `asked` are those that it has used for something else than to print them.
    """

    shown: set[Fact] = field(default_factory=set)
    asked: set[Fact] = field(default_factory=set)

    def begin(self) -> None:
        """Forget the page before."""
        self.shown.clear()
        self.asked.clear()


class Traced(str):
    """A value that leaves marks where it is printed. No page may have its marks."""

    __slots__ = ("fact", "plain", "trace")

    fact: Fact
    plain: Any
    trace: Trace

    def __html__(self) -> str:
        return self.written(HTML)

    def written(self, form: str) -> str:
        """Return the value in a form, with marks around it."""
        self.trace.shown.add(self.fact)
        return self.fact.mark(form, FORMS[form](str(self.plain)))

    def __bool__(self) -> bool:
        return bool(self.plain)

    def asked(self) -> Any:  # noqa: ANN401 - what Pelican or a plugin has put there
        """Return the plain value for other uses than to print it."""
        self.trace.asked.add(self.fact)
        return self.plain


def asking(name: str) -> Callable[..., Any]:
    """Return a method that does what the plain value does, and says that it was asked."""

    def ask(self: Traced, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the plain value's
        """Do as the plain value does."""
        plain = self.asked()
        if name == "__radd__":
            return given[0] + plain
        if name in NUMBERS:
            return NUMBERS[name](plain)
        return getattr(plain, name)(*map(plain_of, given), **named)

    return ask


for method in {*ASKING, *(name for name in dir(str) if not name.startswith("_"))}:
    setattr(Traced, method, asking(method))


def plain_of(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value that leaves no marks."""
    return value.plain if isinstance(value, Traced) else value


def untraced(_source: str, _what: str, plain: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value of an article as it is."""
    return plain


def in_json(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value for JSON in a script element: a traced one as a text with marks."""
    if not isinstance(value, Traced):
        return value
    value.trace.shown.add(value.fact)
    return value.fact.mark(JSON, str(value.plain))
