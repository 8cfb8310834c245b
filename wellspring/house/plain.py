"""The house style as plain data and back; called by cache.

What is kept is JSON, which holds nothing but texts, numbers and lists: reading it can make no more
than the classes named here, whatever the file says. Each value but those is a list that starts with
the name of what it is.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from types import MappingProxyType
from typing import Any

from wellspring.house.style import HouseStyle, house_of
from wellspring.model.crisis_line import CrisisLine
from wellspring.model.disclaimer import Disclaimer, Wording
from wellspring.model.drug import Drug
from wellspring.model.phrase import Expression
from wellspring.model.place import Place
from wellspring.model.review import ReviewRecord
from wellspring.model.standard import Item, Standard
from wellspring.model.topic import Category, Examples, Topic
from wellspring.text.terms import TermIndex

CLASSES: Mapping[str, type] = MappingProxyType(
    {
        kind.__name__: kind
        for kind in (
            *(CrisisLine, Disclaimer, Wording, Drug, Place, ReviewRecord, Standard),
            *(Category, Examples, Topic, Item),
        )
    }
)
# What is worked out of these need not be kept.
HOUSE_PARTS = (
    *("disclaimers", "categories", "topics", "drugs", "crisis_lines", "reviews", "standards"),
    "terms",
)
PLAIN = (str, int, float, type(None))


def to_plain(value: Any) -> Any:  # noqa: ANN401 - whatever a house style holds
    """Return a value as JSON can hold it. Raises TypeError for one of another class."""
    if isinstance(value, PLAIN):
        return value
    name = type(value).__name__
    if type(value) in APART:
        return [name, *APART[type(value)](value)]
    if CLASSES.get(name) is not type(value):
        raise TypeError(f"{name} is not kept")
    return [name, *(to_plain(getattr(value, part.name)) for part in fields(CLASSES[name]))]


def from_plain(value: Any) -> Any:  # noqa: ANN401 - the same
    """Return the value that plain data stand for.

    Raises LookupError, TypeError, ValueError or AttributeError for what stands for none.
    """
    if isinstance(value, list):
        name, *parts = value
        return MAKERS[name](parts) if name in MAKERS else CLASSES[name](*map(from_plain, parts))
    return value


def house_from(parts: list[Any]) -> HouseStyle:
    """Return a house style."""
    return house_of(*map(from_plain, parts))


APART: Mapping[type, Callable[[Any], Iterable[Any]]] = MappingProxyType(
    {
        tuple: lambda value: map(to_plain, value),
        dict: lambda value: [{key: to_plain(item) for key, item in value.items()}],
        date: lambda value: [value.isoformat()],
        Expression: lambda value: [value.source],
        TermIndex: lambda value: [value.texts, value.by_words],
        HouseStyle: lambda value: (to_plain(getattr(value, name)) for name in HOUSE_PARTS),
    }
)
MAKERS: Mapping[str, Callable[[list[Any]], Any]] = MappingProxyType(
    {
        "tuple": lambda parts: tuple(map(from_plain, parts)),
        "dict": lambda parts: {key: from_plain(item) for key, item in parts[0].items()},
        "date": lambda parts: date.fromisoformat(parts[0]),
        "Expression": lambda parts: Expression(*parts),
        "TermIndex": lambda parts: TermIndex([(owner, text) for owner, text in parts[0]], parts[1]),
        "HouseStyle": house_from,
    }
)
