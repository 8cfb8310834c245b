"""Weigh one hyphen: above zero it rather stands for a dash; called by dashes.

Each rule looks at the two words and at what stands around them, and gives or takes some weight.
"""

import re
from collections.abc import Container
from dataclasses import dataclass

from wellspring.model.importing import DashWords
from wellspring.text.dash_lists import is_alike, lists
from wellspring.text.dash_numbers import SURELY, is_time, weigh_number

# A name behind a word written small is so rarely a part of it that nothing else counts.
NUMBERED, AMOUNT, NAME = 4.0, 3.0, 11.0
PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")
PLURAL = re.compile(r"[a-z]{2,}[^sui']s")
ENDING = re.compile(r"[.!?]|$")
MARK = re.compile(r"[,.!?;:]")
# No word is longer.
NEAR = 40
# Before a name these are parts of it: “half-Irish”, “then-President”.
BEFORE_NAMES = frozenset(
    {"half", "part", "early", "late", "then", "now", "former", "quarter", "neo"}
)
# What is counted in Roman numerals: “type-I diabetes”; not “every day-I still do”.
ROMAN = frozenset(
    {"class", "factor", "grade", "group", "level", "part", "phase", "stage", "tier", "type", "war"}
)
# So many letters in common make two words one word twice.
ROOT = 4
NEXT = re.compile(r"\s+[\"'“‘(]?([^\W_]+(?:['’][^\W_]+)?)")
LAST = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)[\"'”’)]?\s+$")


@dataclass(frozen=True, slots=True)
class Place:
    """A hyphen's two words as written, the text before and behind them, whether it is a title.

    `small` are the two words in small letters and with straight quotes; `next` and `previous` the
    words around them, if no mark stands between.
    """

    left: str
    right: str
    before: str
    behind: str
    titled: bool
    small: tuple[str, str]
    next: str
    previous: str


def place_of(left: str, right: str, before: str, behind: str, *, titled: bool) -> Place:
    """Return the place of a hyphen."""
    after, ahead = NEXT.match(behind), LAST.search(before[-NEAR:])
    return Place(
        left,
        right,
        before,
        behind,
        titled,
        (plain(left), plain(right)),
        plain(after[1]) if after else "",
        plain(ahead[1]) if ahead else "",
    )


def among(word: str, *lists: Container[str]) -> bool:
    """Tell whether a word is in one of several lists."""
    return any(word in words for words in lists)


def plain(word: str) -> str:
    """Return a word in small letters and with straight quotes."""
    return word.casefold().replace("’", "'")


def weigh(place: Place, words: DashWords) -> float:
    """Return how much speaks for a dash, less what speaks for a compound."""
    left, right = place.small
    if f"{left}-{right}" in words.whole or (left in words.tens and right in words.units):
        return -SURELY
    if left in words.bound or right in words.suffixes or is_time(left, right):
        return -SURELY
    if left in words.labels and right in words.numbers | words.units:
        many = place.previous in words.slots | words.first and place.next.endswith("s")
        return NUMBERED if many else -SURELY  # “a small room-four chairs”, “stage-three”
    if left[-1:].isdigit() or right[:1].isdigit():
        around, shouted = (place.previous, place.next), place.left.isupper()
        return weigh_number(place.small, around, words, shouted=shouted)
    if len(left) == 1 and left != "i":
        return 4.0 if right in words.strong and place.next else -SURELY
    return (
        weigh_closed(place, words)
        + weigh_parts(place, words)
        + weigh_capitals(place, words)
        + (0.0 if is_sure(place, words) else weigh_around(place, words))
    )


def weigh_closed(place: Place, words: DashWords) -> float:
    """Weigh words that begin or end no compound."""
    left, right = place.small
    score = 0.0
    if ends_clause(right, words):
        score += closing(place, words)
    if is_closed(place, words):
        score += 4.0
    if "'" in left:
        score += 3.0
    return score


def is_sure(place: Place, words: DashWords) -> bool:
    """Tell whether one of the two words is enough to know."""
    return ends_clause(place.small[1], words) or is_closed(place, words)


def is_closed(place: Place, words: DashWords) -> bool:
    """Tell whether the left word begins no compound; “US” is no “us”."""
    left, _ = place.small
    shouted = len(left) > 1 and place.left.isupper()
    return left in words.left and left not in words.first and not shouted


def ends_clause(right: str, words: DashWords) -> bool:
    """Tell whether a word ends no compound: a function word, or an adverb in -ly."""
    adverb = right.endswith("ly") and len(right) > len("only") and right not in words.not_adverbs
    return right in words.right or adverb or ("'" in right and not right.endswith("'s"))


def closing(place: Place, words: DashWords) -> float:
    """Return the weight of a right word that ends no compound, or hardly ever."""
    left, right = place.small
    if len(right) == 1:
        # A letter may also be a name: vitamin-A.
        named = (
            (left in words.labels and (right != "i" or left in ROMAN or not place.next))
            or (left in words.prefixes and right != "i")
            or not place.next
            or (place.right.isupper() and right != "i")
        )
        return -SURELY if named and not place.titled else 4.0
    if right in words.particles:
        return 3.5 if place.next in words.openers else -1.0
    if "'" in right:
        return 5.0
    if right in words.strong and left not in words.prefixes:
        return 4.5
    if right in words.last:
        return 4.0 if goes_on(place, words) else 1.0
    return 1.5 if left in words.prefixes else 4.0


def weigh_parts(place: Place, words: DashWords) -> float:
    """Weigh words that compounds are made of."""
    left, right = place.small
    closed = ends_clause(right, words) and right not in words.particles
    score = 0.0 if closed else weigh_first(left, words)
    strong = right in words.strong and left not in words.prefixes
    free = not among(left, words.first, words.bare, words.bids, words.noun_first, words.prefixes)
    # “sideways-through the door”
    where = right in words.particles and free and place.next in words.openers
    if is_closed(place, words) or strong or where or (closed and goes_on(place, words)):
        return score
    if right in words.last or right.removesuffix("s") in words.last:
        return score - 3.0
    if closed:
        return score
    if right in words.noun_last or right.removesuffix("s") in words.noun_last:
        return score - 2.0
    if PARTICIPLE.fullmatch(right):
        clause = place.next in words.openers or place.next in words.particles
        return score - (1.0 if clause else 2.5)
    return score


def goes_on(place: Place, words: DashWords) -> bool:
    """Tell whether the word behind takes the right word out of a compound: “like the …”."""
    return place.next in words.openers or (place.next in words.slots and place.next != "so")


def weigh_first(left: str, words: DashWords) -> float:
    """Weigh the left word as a compound's first part."""
    if left in words.first:
        return -3.5
    if left in words.noun_first:
        return -2.0
    return -0.5 if left.endswith("ly") else 0.0


def weigh_capitals(place: Place, words: DashWords) -> float:
    """Weigh capitals within a sentence: “everything-SSRIs” against “FDA-approved”."""
    left, right = place.left, place.right
    if place.titled:
        return 0.0
    if right[:1].isupper() and right != "I":
        if left[:1].islower():
            first = left.casefold() in words.first
            # “low-FODMAP” is a kind of diet.
            short = first and sum(map(str.isupper, right)) > 1
            joined = short or left.casefold() in words.prefixes | BEFORE_NAMES
            # “Ch-ch-Chelsea” is a word begun again.
            again = right.casefold().startswith(left)
            return 0.0 if joined else 6.0 if first else 3.0 if again else NAME
        return 0.0 if right.casefold() in words.right else -4.0
    return -2.0 if sum(map(str.isupper, left)) > 1 and left.isupper() else 0.0


def weigh_around(place: Place, words: DashWords) -> float:
    """Weigh what stands around: a plural before, a verb behind, a noun's place."""
    left, right = place.small
    score = 1.0 if MARK.match(place.behind) else 0.5
    if PLURAL.fullmatch(left):
        score += 1.5
    if place.next in words.verbs:
        score += 1.5
    if place.previous in words.amounts and left.endswith("s"):
        score += AMOUNT
    if len(left) >= ROOT and right.startswith(left[:ROOT]):
        score += 3.0
    ends = among(place.next, words.verbs, words.openers, ("", "ones", "only"))
    if place.previous in words.slots:
        return score - (2.0 if not ends or is_alike(place.previous, place.behind) else 0.0)
    described = among(place.previous, words.adjectives, words.first)
    described = described and not among(place.previous, words.units, words.numbers)
    if described and not ENDING.match(place.behind):
        return score + weigh_list(place, words) - 1.0
    return score + weigh_list(place, words)


def weigh_list(place: Place, words: DashWords) -> float:
    """Weigh a list behind a hyphen: what a clause has promised."""
    left, right = place.small
    joined = right in words.last or PARTICIPLE.fullmatch(right) or left in words.prefixes
    return 4.0 if lists(place.previous, place.behind) and not joined else 0.5
