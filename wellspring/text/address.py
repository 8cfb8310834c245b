"""Titles and names as addresses; called by `new` and by the importer."""

import re
import unicodedata

# What parts words, where a plain letter for it would join them.
PARTING = str.maketrans(dict.fromkeys("—–―/…·•", " "))
# Letters that are no plain letter with a mark.
PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"})


def slug_of(title: str) -> str:
    """Return a title as an address: small letters a–z, digits, single hyphens."""
    small = title.translate(PARTING).casefold().translate(PLAIN)
    letters = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", letters.replace("'", "")))


def shortened(slug: str, most: int) -> str:
    """Return an address of at most so many letters, cut between words where it has any."""
    cut = slug[: most + 1]
    return slug if len(slug) <= most else (cut.rpartition("-")[0] or cut[:most])
