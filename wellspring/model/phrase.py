"""Expressions of the house style, compiled when they are first tried: most never are."""

import re
from array import array
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from re import Match, Pattern
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

    def __reduce__(self) -> tuple[type["Expression"], tuple[str]]:
        return Expression, (self.source,)


@dataclass(frozen=True, order=True, slots=True)
class Anchor:
    """A text that must be there; `key` is how one of its words starts, "" if that is not known."""

    text: str
    key: str


# Stands for “some digit” among the texts that a match must hold; no text holds it by itself.
DIGIT = "\ue000"
DIGITS = re.compile(r"\d")


def probe_of(text: str) -> str:
    """Return a text in which anchors are looked for: with the mark of a digit if it has one."""
    return text + DIGIT if DIGITS.search(text) else text


def thaw(expression: str, code: bytes) -> Pattern[str]:
    """Return a compiled expression; `code` is what it compiles to, if that is known."""
    numbers = array("I", code).tolist()
    if numbers:
        flags, groups, *rest = numbers
        with suppress(*REFUSED):
            make: Any = import_module("_sre").compile
            found = make(expression, flags, rest, groups - 1, {}, (None,) * groups)
            return cast("Pattern[str]", found)
    return re.compile(expression)


class Phrase:
    """An expression over a sentence as Reading gives it, tried only where its anchors stand.

    `others` are groups of anchors; a match also holds one of each. `code` is what the expression
    compiles to (see compiled.freeze).
    """

    __slots__ = ("_pattern", "anchors", "code", "expression", "others")

    def __init__(
        self,
        expression: str,
        anchors: tuple[Anchor, ...],
        others: tuple[tuple[Anchor, ...], ...] = (),
        code: bytes = b"",
    ) -> None:
        self.expression = expression
        self.anchors = anchors
        self.others = others
        self.code = code
        self._pattern: Pattern[str] | None = None

    @property
    def pattern(self) -> Pattern[str]:
        """Return the compiled expression."""
        if self._pattern is None:
            self._pattern = thaw(self.expression, self.code)
        return self._pattern

    def may_match(self, probe: str) -> bool:
        """Tell whether a probe (see probe_of) holds what a match cannot be without."""
        if not self.anchors:
            return True
        for anchor in self.anchors:
            if anchor.text in probe:
                return self.has_others(probe)
        return False

    def has_others(self, probe: str) -> bool:
        """Tell whether a probe holds what a match needs beside an anchor: one of every group."""
        for group in self.others:
            for anchor in group:
                if anchor.text in probe:
                    break
            else:
                return False
        return True

    def find(self, text: str) -> Iterator[Match[str]]:
        """Yield the matches in a text."""
        if self.may_match(probe_of(text)):
            yield from self.pattern.finditer(text)

    def __reduce__(self) -> tuple[type["Phrase"], tuple[object, ...]]:
        return Phrase, (self.expression, self.anchors, self.others, self.code)
