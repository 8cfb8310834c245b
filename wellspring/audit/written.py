"""A page as it was written: its bytes, and the tree that a browser makes of it.

Read and parsed once, then handed to every check of a page. Bytes are searched several times
faster than text with curly quotes in it, and what is searched for is ASCII.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, slots=True)
class Page:
    """A page in UTF-8 and its tree (https://html.spec.whatwg.org/multipage/parsing.html)."""

    data: bytes
    tree: LexborHTMLParser

    @classmethod
    def parse(cls: type[Self], data: bytes) -> Self:
        """Parse a page."""
        return cls(data, LexborHTMLParser(data))

    @classmethod
    def read(cls: type[Self], file: Path) -> Self:
        """Read and parse a page's file."""
        return cls.parse(file.read_bytes())


def files_below(folder: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder, with slashes."""
    for parent, _, names in os.walk(folder):
        inner = Path(parent).relative_to(folder).as_posix()
        yield from (names if inner == "." else (f"{inner}/{name}" for name in names))
