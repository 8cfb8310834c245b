"""Joined words that are a compound whatever stands around them; called by dashes, dash_pairs."""

import re

from wellspring.model.importing import DashWords

PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")
SUPERLATIVES = frozenset({"best", "least", "most", "much", "oft"})
# “Polish-Scottish”.
PEOPLES = re.compile(r"[A-Z][a-z]+(?:ish|an|ese)-[A-Z][a-z]+(?:ish|an|ese)s?")


def is_fixed(chain: str, parts: list[str], words: DashWords) -> bool:
    """Tell whether joined words are a known compound, or one such as “day-to-day”."""
    plain = chain.casefold().replace("’", "'")
    if plain in words.whole or plain.rstrip("s") in words.whole or PEOPLES.fullmatch(chain):
        return True
    if (
        len(parts) == len("ab")
        and parts[0].casefold() in SUPERLATIVES
        and PARTICIPLE.fullmatch(parts[1])
    ):
        return True  # “the two most-mentioned items”
    inner = [part.casefold() for part in parts[1:-1]]
    return bool(inner) and any(part in words.joiners for part in inner) and parts[-1].isalpha()
