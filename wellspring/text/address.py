"""Titles and names as addresses; called by `new` and by the importer."""

import re
import unicodedata

# What parts words, where a plain letter for it would join them.
PARTING = str.maketrans(dict.fromkeys("—–―/…·•", " "))


def slug_of(title: str) -> str:
    """Return a title as an address: small letters a–z, digits, single hyphens."""
    parted = unicodedata.normalize("NFKD", title.translate(PARTING))
    letters = parted.encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", letters.casefold().replace("'", "")))
