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
SHARED = ("dash-left", "dash-right")
PLAIN_WORD = re.compile(r"[a-z']+")


def dash_words(words: Mapping[str, frozenset[str]]) -> DashWords:
    """Return the words that tell a hyphen from a dash, and the network beside them."""
    left, right = (frozenset(filter(PLAIN_WORD.fullmatch, words[name])) for name in SHARED)
    lists = {name.replace("-", "_"): words[name] for name in OTHERS}
    return DashWords(
        left=left | words["break-left"],
        right=right | words["break-right"],
        first=words["compound-first"],
        last=words["compound-last"],
        whole=words["compound-whole"],
        not_adverbs=words["not-adverbs"],
        joints=Joints(),
        **lists,
    )
