"""Titles and names as addresses; called by `new` and by the importer."""

import re

from unidecode import unidecode

# What parts words, where a plain letter for it would join them.
PARTING = str.maketrans(dict.fromkeys("—–―/…·•", " "))


def slug_of(title: str) -> str:
    """Return a title as an address: small letters a–z, digits, single hyphens.

    Letters of other scripts become those that Pelican takes for them in the addresses of tags.
    """
    letters = unidecode(title.translate(PARTING)).lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters.replace("'", "")))


def shortened(slug: str, most: int) -> str:
    """Return an address of at most so many letters, cut between words where it has any."""
    cut = slug[: most + 1]
    return slug if len(slug) <= most else (cut.rpartition("-")[0] or cut[:most])
