"""The outside addresses that texts and house rules hold, with their places; called by links."""

import re
from collections.abc import Iterator
from pathlib import Path

from wellspring.model.place import Place
from wellspring.text.library import Library

# An address ends at a blank, at what Markdown and TOML put around it, or at a sentence's end.
OUTSIDE = re.compile(r"https?://[^\s<>\"'`|{}\\^\[\]]+", re.IGNORECASE)
SENTENCE_END = ".,;:!?*_"


def outside_addresses(library: Library, editorial: Path) -> dict[str, list[Place]]:
    """Return each address that readers can open, with every place it is written at."""
    found: dict[str, list[Place]] = {}
    for path, text in files(library, editorial):
        for address, place in addresses_in(text, path):
            found.setdefault(address, []).append(place)
    return found


def files(library: Library, editorial: Path) -> Iterator[tuple[str, str]]:
    """Yield every text and house rule: the path that is shown, and what the file says."""
    shown = [(path, editorial.parent / path) for path in library.sources]
    shown += [
        (file.relative_to(editorial.parent).as_posix(), file)
        for file in sorted(editorial.rglob("*.toml"))
    ]
    for path, file in shown:
        yield path, file.read_text(encoding="utf-8-sig")


def addresses_in(text: str, path: str) -> Iterator[tuple[str, Place]]:
    """Yield the addresses of a text without their fragments, which servers never see."""
    for number, line in enumerate(text.splitlines(), 1):
        for match in OUTSIDE.finditer(line):
            address = trimmed(match[0]).partition("#")[0]
            yield address, Place(path, number, match.start() + 1)


def trimmed(address: str) -> str:
    """Return an address without the bracket or full stop that belongs to the text around it."""
    while address[-1] in SENTENCE_END or (
        address[-1] == ")" and address.count(")") > address.count("(")
    ):
        address = address[:-1]
    return address
