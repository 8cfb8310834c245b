"""Whether a text says anything but what its pictures show; called by check_source."""

import re

from wellspring.text.prose import prose_of

# What of a picture is left when addresses and HTML are blanked: its words, and its attributes.
PICTURE = re.compile(
    r"!\[[^\[\]\n]*\](?:\[[^\[\]\n]*\]|\([^()\s]*\))?|\{[^{}\n]*\}"
    r"|\([^()\s]*\([^()\s]*\)[^()\s]*\)"
)
WORD = re.compile(r"\w")
# Shown as it is, though it looks like HTML: `<www.nhs.uk>`.
ADDRESS = re.compile(r"<[\w-]+\.[\w.-]+")
# Longer texts have words.
SHORT = 2_000


def has_words(body: str) -> bool:
    """Tell whether a body says anything but what its pictures show; code says something too."""
    if len(body) > SHORT or "`" in body or ADDRESS.search(body):
        return True
    return WORD.search(PICTURE.sub("", prose_of(body))) is not None
