"""HTML that a story is in, and what belongs to it; made by import_exports, read by read_page."""

from collections.abc import Callable
from dataclasses import dataclass, field

Open = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Page:
    """HTML, the file it is from and its first line there; `find` gives pictures at hand.

    `base` is where its links lead from, `slug` the address that the post gets. In what is the
    author's `own` file nothing is furniture.
    """

    path: str
    text: str
    find: Open = field(repr=False)
    line: int = 1
    base: str = ""
    slug: str = ""
    own: bool = False
