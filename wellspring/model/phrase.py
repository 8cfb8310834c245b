"""Expressions of the house style, compiled when they are first tried: most never are."""

import re
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from importlib import import_module
from re import Pattern
from types import MappingProxyType
from typing import Any, cast

# What Python says of a code that it does not know, or of a way to give it that it does not know.
REFUSED = (
    RuntimeError,
    TypeError,
    ValueError,
    OverflowError,
    MemoryError,
    AttributeError,
    ImportError,
)


class Expression:
    """A regular expression over a text as written; capitals make no difference."""

    __slots__ = ("_pattern", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._pattern: Pattern[str] | None = None

    @property
    def pattern(self) -> Pattern[str]:
        """Return the compiled expression."""
        if self._pattern is None:
            self._pattern = re.compile(self.source, re.IGNORECASE)
        return self._pattern


# How a piece of a sentence that a match needs is looked up: as a whole word, by how a word starts,
# by what a word holds, as a mark. Shorter words are not looked up.
WORDS, STARTS, PARTS, MARKS = "words", "starts", "parts", "marks"
LEAST = 2
Anchor = tuple[str, str]
Group = tuple[Anchor, ...]
LIST = re.compile(r"\{([a-z][a-z-]*)\}")
NO_LISTS: Mapping[str, str] = MappingProxyType({})
# Stands for “some digit” among the marks; no text holds it by itself.
DIGIT = "\ue000"


def thaw(expression: str, code: bytes) -> Pattern[str]:
    """Return a compiled expression; `code` is what it compiles to, if that is known."""
    if code:
        with suppress(*REFUSED):
            flags, groups, *rest = array("I", code).tolist()
            if groups > len(rest):
                raise ValueError("more groups than numbers")
            make: Any = import_module("_sre").compile
            found = make(expression, flags, rest, groups - 1, {}, (None,) * groups)
            return cast("Pattern[str]", found)
    return re.compile(expression)


class Phrase:
    """An expression over a sentence as Reading gives it, tried only where its anchors stand.

    `written` may name word lists, which `lists` holds. `needs` are groups of anchors, rarest
    first; a match holds one of each. `code` fetches what the expression compiles to, if that is
    known (see compiled.freeze).
    """

    __slots__ = ("_pattern", "code", "lists", "needs", "written")

    def __init__(
        self,
        written: str,
        needs: tuple[Group, ...] = (),
        code: Callable[[], bytes] = bytes,
        lists: Mapping[str, str] = NO_LISTS,
    ) -> None:
        self.written = written
        self.needs = needs
        self.code = code
        self.lists = lists
        self._pattern: Pattern[str] | None = None

    @property
    def expression(self) -> str:
        """Return the whole expression, its lists written out."""
        return LIST.sub(lambda match: self.lists[match[1]], self.written)

    @property
    def pattern(self) -> Pattern[str]:
        """Return the compiled expression."""
        if self._pattern is None:
            self._pattern = thaw(self.expression, self.code())
        return self._pattern

    def __reduce__(self) -> tuple[type["Phrase"], tuple[object, ...]]:
        """Let other processes have it, where no file's pieces can be fetched."""
        return Phrase, (self.written, self.needs, partial(bytes, self.code()), self.lists or {})
