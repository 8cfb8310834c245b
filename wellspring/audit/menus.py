"""Entries of the menus that lead to no page; called by proof, before each page is blamed for them.

Every page has the menus, so one wrong entry would be told once for each.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wellspring.audit.links import meant
from wellspring.model.finding import Finding
from wellspring.model.place import Place

SETTINGS = Place("pelicanconf.py")
PAGE = ".html"

Menu = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Astray:
    """An entry of a menu that leads to no file of the site, and which file that would be."""

    file: str
    finding: Finding


def astray(menus: Mapping[str, Menu], address: str, files: Container[str]) -> list[Astray]:
    """Return the entries that lead nowhere; `menus` go by the names of their settings."""
    found: list[Astray] = []
    for name, menu in menus.items():
        for words, url in menu:
            inner = meant("", url, address)
            if inner and inner[0] and inner[0] not in files:
                message = (
                    f"`{name}` leads from “{words}” to `{url}`, and the site has no such page or "
                    "file. Mend its address there, or take the entry out."
                )
                found.append(Astray(inner[0], Finding(SETTINGS, message)))
    return found


def without_menus(findings: Iterable[Finding], entries: Sequence[Astray]) -> list[Finding]:
    """Return findings with those on wrong entries, and without those on pages that show them."""
    return [
        *(entry.finding for entry in entries),
        *(finding for finding in findings if not is_of(finding, entries)),
    ]


def is_of(finding: Finding, entries: Iterable[Astray]) -> bool:
    """Tell whether a finding blames a page, or a text that does not hold it, for an entry."""
    place = finding.place
    nowhere = place.path.endswith(PAGE) or (place.line, place.column) == (1, 1)
    return nowhere and any(f"{entry.file}`, and the site" in finding.message for entry in entries)
