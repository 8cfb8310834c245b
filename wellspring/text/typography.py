"""Quotes, dashes and ellipses as typogrify sets them; called where texts are rendered.

Pelican would do the same after every reading, and so again for texts that have not changed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import smartypants
from typogrify.filters import applyfilters, process_ignores

from wellspring.text.apostrophes import with_apostrophes

DASHES = {"oldschool": smartypants.Attr.set2, "oldschool_inverted": smartypants.Attr.set3}
# Typogrify's filters, in its order, before and after that for quotes, dashes and ellipses.
BEFORE, AFTER = ("amp",), ("caps", "initial_quotes", "widont")
QUOTES = "smartypants"
TAG = re.compile(r"(<!--.*?--\s*>|<[^>]*>)", re.DOTALL)
# Elements that smartypants leaves alone, and comments, of which it takes some for text.
SPECIAL = re.compile(rf"<(?:!--|/?(?:{'|'.join(smartypants.tags_to_skip)}))", re.IGNORECASE)
# What smartypants would change in a text between tags.
CHANGED = re.compile(r"""["'`\\]|--|\.\.\.|\. \. \.|&quot;""")
# Between texts that are set at once, each call being dear: what nobody writes, among white space.
BETWEEN = "\n\0\n"
# A text that must be set alone: a quote at its edge is set by there being nothing beyond.
EDGE = re.compile(r"""^(?:["']|&quot;)|(?:["']|&quot;)\Z|[<\0]""")


@dataclass(frozen=True, slots=True)
class Typography:
    """What the settings ask for, as Pelican's `TYPOGRIFY…` settings have it."""

    asked: bool = False
    dashes: str = "default"
    left_out: tuple[str, ...] = ()
    ignored_tags: tuple[str, ...] = ()

    def set(self, text: str) -> str:
        """Return HTML with typography.

        But for some apostrophes the same as pelican.readers gives with typogrify's `typogrify`,
        which asks smartypants about every word, also where there is nothing to change.
        """
        if not text or not self.asked:
            return text
        # `w`: quotes that are written as entities count too.
        attr = DASHES.get(self.dashes, smartypants.Attr.set1) | smartypants.Attr.w
        left_out = frozenset(self.left_out)
        return "".join(
            set_section(part, attr, left_out) if is_text else part
            for part, is_text in process_ignores(text, list(self.ignored_tags))
        )


def set_section(text: str, attr: int, left_out: frozenset[str]) -> str:
    """Return a stretch of HTML without code in it, with all filters but some."""
    text = filtered(text, frozenset(BEFORE) - left_out)
    text = text if QUOTES in left_out else curl(beside_tags(text), attr)
    return filtered(text, frozenset(AFTER) - left_out)


def beside_tags(text: str) -> str:
    """Return HTML, unless it has code, with the apostrophes that would be taken for quotes."""
    if "'" not in text or SPECIAL.search(text):
        return text
    parts = TAG.split(text)
    parts[::2] = map(with_apostrophes, parts[::2])
    return "".join(parts)


def filtered(text: str, filters: frozenset[str]) -> str:
    """Return a text with some of typogrify's filters, and none other."""
    names = (*BEFORE, QUOTES, *AFTER)
    return str(applyfilters(text, **{name: name in filters for name in names}))


def curl(text: str, attr: int) -> str:
    """Return a text as smartypants sets it, asked only where it would change something."""
    if not CHANGED.search(text):
        return text
    if SPECIAL.search(text):
        return str(smartypants.smartypants(text, attr))
    parts = TAG.split(text)
    places = [place for place in range(0, len(parts), 2) if CHANGED.search(parts[place])]
    alone = {place for place in places if EDGE.search(parts[place])}
    # For a lone quote it looks at what stands before, across tags.
    before = {place: last_before(parts, place) for place in alone}
    many = [place for place in places if place not in alone]
    whole = str(smartypants.smartypants(BETWEEN.join(parts[place] for place in many), attr))
    for place, part in zip(many, whole.split(BETWEEN), strict=bool(many)):
        parts[place] = part
    for place in alone:
        whole = str(smartypants.smartypants(f"{before[place]}<b>{parts[place]}", attr))
        parts[place] = whole.partition("<b>")[2]
    return "".join(parts)


def last_before(parts: Sequence[str], place: int) -> str:
    """Return the last character of what stands before a part, with tags between all parts."""
    return next((parts[at][-1] for at in range(place - 2, -1, -2) if parts[at]), "")
