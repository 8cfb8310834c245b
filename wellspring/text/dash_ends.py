"""Weigh whether a phrase ends with the word before a hyphen; called by dash_clauses.

“At first-breath held” and “by one-sweaty” have a phrase before the hyphen that nothing can be added
to; in “hat on knees, coat on the chair” the words behind it are a phrase of their own.
"""

import re

from wellspring.model.importing import DashWords
from wellspring.text.weighing import MARK, PARTICIPLE, PLURAL, Place, among

BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were", "i'm", "we're"})
HUNDREDS = frozenset({"hundred", "thousand"})
SOME = frozenset(
    f"{some}{what}" for some in ("any", "every", "no", "some") for what in ("body", "one", "thing")
)
# A number behind one of these is a time of the day, or says which day it was; others, such as
# “past”, dash_phrases knows.
WHEN = frozenset(
    {"by", "since", "before", "age", "chapter", "day", "hour", "mile", "month", "night"}
)
WHEN |= {"page", "week", "year"}
# “A dog on one side, a fridge on the other”.
BESIDE = re.compile(
    r" (?P<where>at|by|in|on|over|under|with) [\w'’ ]{2,24}, [\w'’ ]{2,24}? (?P=where) \w+"
)
# “Heart going, hands wet”.
POSE = (
    r"(?:off|on|up|down|in|out|under|open|shut|closed|low|high|wet|dry|cold|warm|heavy|bare|full|empty"
    r"|ready|still|crossed|folded|clenched|loose|tight|wide|\w+ing)\b"
)
POSED = re.compile(rf" {POSE}, (?:\w+ )?\w+ {POSE}")
# “Butter tarts, mostly, and a sort of rage”.
MOSTLY = re.compile(
    r"(?: \w+s)?, (?:chiefly|generally|largely|mainly|maybe|mostly|often|perhaps|probably|sometimes"
    r"|usually)[,.]"
)
# “Chair-yoga or a body-scan”.
PAIR = r"[^\W\d_]{3,}-(?!and|or)[^\W\d_]{3,}\b"
ROW = re.compile(rf"(?:, (?:an? )?[\w'’]+-[\w'’]+)*,? (?:or|and) (?:an? )?{PAIR}")
JOINED = re.compile(r"-(?!and\b|but\b|or\b)[a-z]{3,}")
DOER = re.compile(r"[a-z]{3,}'s")
COLOURS = frozenset(
    {
        "beige",
        "black",
        "blue",
        "brown",
        "cream",
        "crimson",
        "gold",
        "gray",
        "green",
        "grey",
        "orange",
    }
    | {"pink", "purple", "red", "scarlet", "silver", "violet", "white", "yellow"}
)
PHRASE, WHEN_IT_WAS, AGAIN, DOING, SOMETHING, ASIDE, MOST = 8.0, 6.0, 8.0, 4.0, 4.0, 5.0, 4.0
IN_ROW, DESCRIBED = -2.5, -6.0


def weigh_end(place: Place, words: DashWords) -> float:
    """Return what the end of a phrase adds to the weight of its words."""
    left, right = place.small
    if ROW.match(place.behind):
        return IN_ROW
    if is_plural_in_one(place, words) or is_shade(place):
        return DESCRIBED
    # “As it turned out-off-duty”: the right word begins a compound.
    ends = not JOINED.match(place.behind)
    if (ends and is_last(right, words.last)) or left in words.prefixes:
        return 0.0
    posed = BESIDE.match(place.behind) or POSED.match(place.behind)
    if posed and not among(left, words.first, words.bare, words.bids):
        return ASIDE
    return 0.0 if is_last(right, words.noun_last) else weigh_known(place, words)


def is_last(word: str, words: frozenset[str]) -> bool:
    """Tell whether a word or its singular is among some that compounds end in."""
    return word in words or word.removesuffix("s") in words


def is_plural_in_one(place: Place, words: DashWords) -> bool:
    """Tell whether “a” stands before a plural, which then describes a noun: “a sports-mad kid”."""
    many = place.small[0] == "people" or PLURAL.fullmatch(place.small[0]) is not None
    noun = place.next and not among(place.next, words.openers, words.verbs, words.particles)
    return place.previous in {"a", "an"} and many and bool(noun)


def is_shade(place: Place) -> bool:
    """Tell whether something is said to have a colour of its own: “it was institution-green”."""
    left, right = place.small
    return right in COLOURS and place.previous in BE and left not in COLOURS


def weigh_known(place: Place, words: DashWords) -> float:
    """Weigh a left word that ends a phrase with the words before it."""
    left, right = place.small
    participle = PARTICIPLE.fullmatch(right) is not None
    number = among(left, words.units, words.numbers)
    number = number and not among(right, words.units, words.numbers, words.tens, HUNDREDS)
    if number and place.previous in WHEN:
        return WHEN_IT_WAS
    if place.next == left and DOER.fullmatch(right):
        return AGAIN  # “my coat-grandfather's coat”
    if participle:
        is_doing = left.endswith("ing") and place.previous in BE and MARK.match(place.behind)
        return DOING if is_doing else 0.0
    if f"{place.previous} {left}" in words.ends:
        return PHRASE
    if place.previous in SOME and left in words.adjectives:
        return SOMETHING
    return MOST if left not in words.first and MOSTLY.match(place.behind) else 0.0
