"""The words that tell a compound's hyphen from a lost dash; called by importing."""

import re
from collections.abc import Mapping

from wellspring.model.importing import DashWords
from wellspring.text.joints import Joints

OTHERS = (
    *("adjectives", "amounts", "bare", "begins", "bids", "bound", "days", "ends", "grammar"),
    *("joiners", "labels", "noun-first", "noun-last", "numbers", "openers"),
    *("particles", "past", "prefixes", "slots", "strong", "suffixes", "tens"),
    *("units", "verbs"),
)
# Lists of the checker's rule; what is no plain word in them is that rule's own.
LEFT_AND_RIGHT = ("dash-left", "dash-right")
RANGE, IN_RANGES = "dash-range", ("dash-when", "dash-count")
SHARED = (*LEFT_AND_RIGHT, RANGE, *IN_RANGES)
PLAIN_WORD = re.compile(r"[a-z']+")


def dash_words(words: Mapping[str, frozenset[str]]) -> DashWords:
    """Return the words that tell a hyphen from a dash, and the network beside them."""
    left, right = (frozenset(filter(PLAIN_WORD.fullmatch, words[name])) for name in LEFT_AND_RIGHT)
    lists = {name.replace("-", "_"): words[name] for name in OTHERS}
    return DashWords(
        left=left | words["break-left"],
        right=right | words["break-right"],
        first=words["compound-first"],
        last=words["compound-last"],
        whole=words["compound-whole"],
        not_adverbs=words["not-adverbs"],
        ranges=ranges_of(words),
        joints=Joints(),
        **lists,
    )


def ranges_of(words: Mapping[str, frozenset[str]]) -> re.Pattern[str]:
    """Return an expression for what goes from one thing to another: “Mon - Fri”, “May - June”."""
    expression = "|".join(sorted(words[RANGE]))
    for name in IN_RANGES:
        expression = expression.replace(f"{{{name}}}", f"(?:{'|'.join(sorted(words[name]))})")
    return re.compile(rf"(?<![\w'’])(?:{expression})", re.IGNORECASE)
