"""Weigh what the clause around a hyphen says of it; called by dashes.

What the two words themselves say is weighed by weighing. Here each rule looks at what goes on
before or behind them, and gives some weight to a dash.
"""

import re

from wellspring.model.importing import DashWords
from wellspring.text.dash_ends import weigh_end
from wellspring.text.dash_leaning import leaned
from wellspring.text.dash_lists import lists
from wellspring.text.dash_phrases import weigh_phrase
from wellspring.text.weighing import MARK, PARTICIPLE, Place, among, weigh

BEHIND_ALL = frozenset({"at", "after", "above", "for", "of", "it", "them", "us", "you"})
CONJUNCTIONS = frozenset({"and", "but", "or"})
ARTICLES = frozenset({"a", "an", "the"})
OBJECTS = frozenset(
    {"a", "an", "the", "my", "your", "his", "her", "our", "their", "it", "me", "them"}
    | {
        "something",
        "nothing",
        "anything",
        "someone",
        "somebody",
        "anyone",
        "everyone",
        "yourself",
        "myself",
    }
)
DEGREES = frozenset({"as", "too", "so", "very", "quite"})
PHRASAL, BIDS, NUMBER, HIGHER, ALL, LETTER, NAMED = 5.0, 5.0, 6.0, 4.0, 4.0, 13.0, -0.5
ALL_BUT = -20.0
BEGINS, DOING, LIKE, DEGREE, ROW, DONE, JOINED = 7.5, 5.0, 5.0, 4.5, 3.5, 3.5, 3.0
# “oak-scratched, oiled, worn”.
DONE_ROW = re.compile(r", \w+ed\b")


def weight_of(place: Place, words: DashWords) -> float:
    """Return how much speaks for a dash, less what speaks for a compound."""
    return leaned(ruled(place, words), place, words)


def ruled(place: Place, words: DashWords) -> float:
    """Return what the rules say of a hyphen."""
    return (
        weigh(place, words)
        + weigh_clause(place, words)
        + weigh_phrase(place, words)
        + weigh_end(place, words)
    )


def weigh_clause(place: Place, words: DashWords) -> float:
    """Return what the clause adds to the weight of the words."""
    return weigh_before(place, words) + weigh_behind(place, words)


def weigh_before(place: Place, words: DashWords) -> float:
    """Weigh what stands before the left word, which may end a clause with it."""
    left, right = place.small
    joined = right in words.last or PARTICIPLE.fullmatch(right) is not None
    score = 0.0
    if left in words.particles and ends_in_verb(place, words) and right not in words.particles:
        score += PHRASAL
    asked = among(place.previous, words.bare, words.bids) and place.next in words.verbs
    if left in words.particles and asked and right not in words.last:
        score += PHRASAL
    if left == "all" and place.previous in BEHIND_ALL and right not in words.last:
        score += ALL
    if place.previous in DEGREES and left in words.first and not joined:
        score += DEGREE
    free = left not in words.prefixes
    if (
        place.previous in words.slots
        and lists(place.previous, place.behind)
        and free
        and not joined
    ):
        score += ROW
    first = words.first | words.noun_first | words.prefixes
    if right.endswith("ed") and DONE_ROW.match(place.behind) and left not in first:
        score += DONE
    if place.previous in ARTICLES and MARK.match(place.behind) and weigh(place, words) > 0:
        score += NAMED
    return score


def weigh_behind(place: Place, words: DashWords) -> float:
    """Weigh what stands behind the right word, which may begin a clause with it."""
    left, right = place.small
    free = left not in words.prefixes
    score = 0.0
    if free and f"{right} {place.next}" in words.begins:
        score += BEGINS
    elif free and place.next and asks(place, words):
        score += BIDS
    elif free and right.endswith("ing") and len(right) > len("thing") and place.next in OBJECTS:
        score += DOING
    if right == "like" and place.next.endswith("ing") and place.previous not in ARTICLES:
        score += LIKE
    if right in words.numbers and left not in words.tens | words.numbers | words.units:
        score += NUMBER
    if len(left) > len("old") and right in {f"{left}er", f"{left}r"}:
        score += HIGHER
    if free and right in CONJUNCTIONS and place.next and place.previous not in ARTICLES:
        score += JOINED
    if left == "all" and right in CONJUNCTIONS and place.next:
        # “an all-but forgotten song”, and “that was all-but we laughed”.
        score += ALL_BUT if place.previous in ARTICLES else ALL
    phrase = f"a {place.next}" in words.begins
    if place.right == "a" and place.next and (left in words.prefixes or phrase):
        score += LETTER
    return score


def asks(place: Place, words: DashWords) -> bool:
    """Tell whether the right word asks something of somebody: “so lucky-take notes”."""
    _, right = place.small
    behind = OBJECTS | words.particles
    return (right in words.bids and place.next not in words.verbs) or (
        right in words.bare and place.next in behind
    )


def ends_in_verb(place: Place, words: DashWords) -> bool:
    """Tell whether the word before the left one is a verb: “looked up-like a bird”."""
    before = place.previous
    return before.endswith("ed") or before in words.past | words.verbs - {"is", "was", "are"}
