"""Quotes, dashes and ellipses as typogrify sets them; called by the reader.

Pelican would do the same after every reading, and so again for texts that have not changed.
"""

from collections.abc import Mapping
from typing import Any, cast

import smartypants
from typogrify.filters import typogrify

KEY = "TYPOGRIFY"
ASKED = "TYPOGRIFY_ASKED_FOR"
DASHES = {"oldschool": smartypants.Attr.set2, "oldschool_inverted": smartypants.Attr.set3}


def take_over(settings: dict[str, Any]) -> None:
    """Let Pelican leave typography to the reader."""
    settings[ASKED] = settings[KEY]
    settings[KEY] = False


def typeset(text: str, settings: Mapping[str, Any]) -> str:
    """Return HTML with typography, as the settings ask for it (pelican.readers does the same)."""
    if not text or not settings[ASKED]:
        return text
    # `w`: quotes that are written as entities count too.
    smartypants.Attr.default = (
        DASHES.get(settings["TYPOGRIFY_DASHES"], smartypants.Attr.set1) | smartypants.Attr.w
    )
    left_out = dict.fromkeys(settings["TYPOGRIFY_OMIT_FILTERS"], False)
    return cast("str", typogrify(text, settings["TYPOGRIFY_IGNORE_TAGS"], **left_out))
