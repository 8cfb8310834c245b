"""Entries of the menus that lead to no page, told once; called by proof with what the audit found.

Every page has the menus, so the audit blames each page for one wrong entry.
"""

import re
from collections.abc import Iterable, Mapping

from wellspring.model.finding import Finding
from wellspring.model.place import Place

SETTINGS = Place("pelicanconf.py")
PAGE = ".html"

Menu = Iterable[tuple[str, str]]


def blame_menus(
    findings: Iterable[Finding], menus: Mapping[str, Menu], address: str
) -> list[Finding]:
    """Return findings of which those on entries of a menu are one for each entry.

    `menus` go by the names of their settings; the site stands at `address`.
    """
    rest = list(findings)
    told: list[Finding] = []
    for name, menu in menus.items():
        for words, url in menu:
            target = rf"`(?:\./|(?:\.\./)+|/|{re.escape(address)}/)?{re.escape(url)}`, and "
            form = re.compile(rf"this links to {target}(?P<why>.+) Mend the link\.")
            found = [match for item in rest if (match := form.fullmatch(item.message))]
            if found and any(is_nowhere(item) and form.fullmatch(item.message) for item in rest):
                message = (
                    f"`{name}` leads from “{words}” to `{url}`, and {found[0]['why']} Mend its "
                    "address there, or take the entry out."
                )
                told.append(Finding(SETTINGS, message))
                rest = [item for item in rest if not form.fullmatch(item.message)]
    return [*told, *rest]


def is_nowhere(finding: Finding) -> bool:
    """Tell whether a finding blames a page, or a text in which the link was not found."""
    place = finding.place
    return place.path.endswith(PAGE) or (place.line, place.column) == (1, 1)
