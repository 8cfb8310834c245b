"""Tell whether a hyphen is one of two lost dashes of its sentence; called by dashes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from wellspring.model.importing import DashWords
from wellspring.text.dash_clauses import ruled
from wellspring.text.dash_lists import is_alike
from wellspring.text.fixed import is_fixed
from wellspring.text.weighing import MARK, Place, among, place_of

DASH = "—"
PROBABLY = -0.5
OBJECTS = frozenset({"me", "him", "us", "them", "at", "more", "myself"})
ENDS = re.compile(r"[.!?]")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s")
CHAIN = re.compile(r"(?<![^\W_])[^\W_]+(?:['’.][^\W_]+)*(?:-(?:[^\W_]+(?:['’.][^\W_]+)*))+")
# A phrase that a dash has begun.
BEGUN = re.compile(r"[—-](?:a|an|her|his|my|our|the|their|your) (?:\w+ ){0,3}\w+$")
POSED = re.compile(r" (?!and\b|or\b)[a-z]+,")


def is_second(place: Place, words: DashWords) -> bool:
    """Tell whether a dash before this place wants a second one, and a verb goes on behind it."""
    goes_on = place.next in words.openers | words.right | words.particles | OBJECTS
    goes_on = goes_on or bool(ENDS.match(place.behind))
    right = place.small[1]
    verb = right in words.past | words.verbs
    finite = verb and (goes_on or right not in words.last)
    compound = right in words.last and among(place.small[0], words.first, words.noun_first)
    if is_within(place, words):
        return True
    if compound or not (finite or (goes_on and right.endswith("ed"))):
        return False
    before = f"{place.before}{place.left}"
    ends = list(SENTENCE_END.finditer(before))
    sentence = before[ends[-1].end() if ends else 0 :]
    return (restored_in(sentence, words) + sentence.count(DASH)) % 2 == 1


def is_within(place: Place, words: DashWords) -> bool:
    """Tell whether a few words after a dash end here: “—her breakfast time-in a café”."""
    left, right = place.small
    goes_on = right in words.particles and place.next in words.openers
    verb = among(left, words.bare, words.bids, words.first, words.prefixes)
    begun = BEGUN.search(f"{place.before}{left}")
    return goes_on and not verb and begun is not None


def is_first(place: Place, words: DashWords) -> bool:
    """Tell whether one dash stands behind a place in its sentence, which may want one before it."""
    if is_alike(place.previous, place.behind):
        return False
    end = SENTENCE_END.search(place.behind)
    sentence = place.behind[: end.start() if end else None]
    return (restored_in(sentence, words) + sentence.count(DASH)) % 2 == 1


def is_open(place: Place) -> bool:
    """Tell whether a mark follows, perhaps behind a word: “the desk-palms down, elbows heavy”."""
    if MARK.match(place.behind):
        return True
    things = place.small[1].endswith("s") and not place.small[1].endswith("'s")
    return things and POSED.match(place.behind) is not None


def restored_in(text: str, words: DashWords) -> int:
    """Return how many dashes a text has lost, or very likely."""
    return sum(
        ruled(place, words) >= PROBABLY
        for chain in CHAIN.finditer(text)
        if not is_fixed(chain[0], chain[0].split("-"), words)
        for place in places_in(text, chain, titled=False)
    )


def places_in(text: str, chain: re.Match[str], *, titled: bool) -> Iterator[Place]:
    """Yield the hyphens of some joined words, each with its two words."""
    start = chain.start()
    for left, right in pairwise(chain[0].split("-")):
        behind = text[start + len(left) + 1 + len(right) :]
        yield place_of(left, right, text[:start], behind, titled=titled)
        start += len(left) + 1
