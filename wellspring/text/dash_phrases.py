"""Weigh whether the word before a hyphen ends a phrase that the word behind can be no part of.

Called by dash_clauses. “In the kitchen-plugged in” has no noun that a compound could describe.
"""

import re

from wellspring.model.importing import DashWords
from wellspring.text.weighing import MARK, PARTICIPLE, PLURAL, Place, among

DETERMINERS = frozenset(
    {"a", "an", "the", "my", "your", "his", "her", "its", "our", "their", "this", "that", "one"}
)
# “A bit time-consuming at first”.
DEGREES = frozenset({"bit", "little", "lot", "tad", "touch", "more", "most", "very", "so"})
PREPOSITIONS = frozenset(
    {"at", "by", "for", "from", "in", "into", "like", "of", "on", "onto", "over", "past", "to"}
    | {"towards", "under", "up", "with", "without"}
)
# What goes on behind a comma, where no noun follows that a compound could describe.
GOES_ON = re.compile(
    r", (?:(?:as|at|because|but|by|from|if|in|like|on|so|though|when|which|with|yet)\b"
    r"|(?:easy|hard) to\b|(?:sure|afraid|aware) of\b|\w+, (?:at|by|in|on|under|with)\b)"
)
# “An odd place-automatic, yet open to influence”.
DESCRIBES = re.compile(r"[a-z]{3,}(?:ic|ous|ful|less|able|ible|ive)")
TIMES = frozenset({"past", "till", "until", "at"})
OF_DAYS = frozenset(
    {"best", "born", "school", "long", "morning", "afternoon", "evening", "night", "only", "to"}
)
IN_TIME = frozenset({"in", "on", "by", "since", "until", "till", "last", "next", "every", "a"})
THEM = frozenset({"it", "me", "him", "them", "us"})
COPULAS = frozenset({"is", "are", "was", "were", "felt", "feels", "looks", "seems", "seemed"})
WHO = frozenset({"ones", "one"})
OWN = re.compile(r"\b(?:of|on) (?:my|your|his|her|its|our|their) $", re.IGNORECASE)
BEFORE = re.compile(r"([^\W\d_]+)\W+[^\W_]+\W+$")
ONLY = re.compile(r" only[,.;:!?]")
AGENT = re.compile(r"[a-z]{3,}ers?")
SUBJECT = re.compile(r"(?:^|[.!?…:][\"'”’)]*\s+|, (?:and|but) )(?:[^\W_]+ ){0,2}$")
ADJECTIVE, THESE, LACKS, AGAIN, TIME, OF_OWN, ADVERB, HIGHER = (
    3.0,
    4.0,
    4.0,
    6.0,
    6.0,
    12.0,
    2.5,
    2.5,
)
WITHIN, DOES, SOMEBODY, IS_SUBJECT, WAY = 4.0, 5.0, -1.5, -3.0, 3.5
SAID_OF, MEASURED, THINGS = 4.5, 7.0, 2.0


def weigh_phrase(place: Place, words: DashWords) -> float:
    """Return what the phrases around a hyphen add to the weight of its words."""
    return (
        weigh_adjective(place, words)
        + weigh_lack(place, words)
        + weigh_left(place, words)
        + weigh_right(place, words)
    )


def weigh_adjective(place: Place, words: DashWords) -> float:
    """Weigh an adjective behind a noun: “I bought a lamp-cheap, ugly”."""
    left, right = place.small
    free = not among(right, words.adjectives, words.last) and not PARTICIPLE.fullmatch(right)
    if left in words.adjectives and place.previous in COPULAS and free:
        return SAID_OF
    if right not in words.adjectives or left in words.adjectives:
        return THESE if place.next in WHO and right not in words.last else 0.0
    if left in words.particles and place.previous:
        return ADJECTIVE + WAY
    return 0.0 if among(left, words.first, words.prefixes) else ADJECTIVE


def is_adjective(word: str, words: DashWords) -> bool:
    """Tell whether a word describes something, as far as the lists of words know."""
    return word in words.adjectives or (word in words.first and word not in words.prefixes)


def is_in_phrase(place: Place, words: DashWords) -> bool:
    """Tell whether the left word is the noun of a phrase that has just begun: “the back door”."""
    if place.previous in DETERMINERS or is_adjective(place.previous, words):
        return True
    ahead = BEFORE.search(place.before[-40:])
    begun = ahead is not None and ahead[1].casefold() in DETERMINERS
    return begun and bool(place.previous) and place.previous not in DEGREES


def weigh_lack(place: Place, words: DashWords) -> float:
    """Weigh a participle that has no noun to describe: “at the back door-looking at it”."""
    left, right = place.small
    verb = PARTICIPLE.fullmatch(right) is not None or right == "made" or right in words.past
    describes = is_adjective(right, words) and right not in words.particles
    describes = describes or DESCRIBES.fullmatch(right) is not None
    goes_on = GOES_ON.match(place.behind) is not None
    if among(left, words.first, words.prefixes) or not (verb or describes):
        return 0.0
    if not is_in_phrase(place, words):
        return LACKS / 2 if verb and goes_on else 0.0
    joined = right in words.last and place.next not in {"at", "into", "onto", "past", "towards"}
    return LACKS if goes_on or (verb and place.next in PREPOSITIONS and not joined) else 0.0


def weigh_left(place: Place, words: DashWords) -> float:
    """Weigh a left word that begins no compound where it stands."""
    left, right = place.small
    last = among(right, words.last, words.noun_last)
    verb = PARTICIPLE.fullmatch(right) is not None
    if left == "own" and OWN.search(place.before):
        return OF_OWN
    if (
        among(left, words.units, words.numbers)
        and place.previous in TIMES
        and place.previous != "at"
        and not last
    ):
        return TIME
    if (
        left in words.days
        and place.previous in IN_TIME
        and not (verb or among(right, OF_DAYS, words.days))
    ):
        return TIME
    if last or (verb and place.previous not in words.slots):
        return 0.0
    if is_higher(left, words):
        return HIGHER
    return ADVERB if not verb and left.endswith("ly") and left not in words.not_adverbs else 0.0


def is_higher(word: str, words: DashWords) -> bool:
    """Tell whether a word is the comparative of an adjective: “harder”, “emptier”."""
    stems = {word.removesuffix("er"), word.removesuffix("r")}
    stems.add(f"{word.removesuffix('ier')}y")
    known = any(among(stem, words.adjectives, words.first) for stem in stems)
    return word.endswith("er") and word not in words.first and known


def weigh_right(place: Place, words: DashWords) -> float:
    """Weigh what a right word does: it is a verb, somebody, or goes on with something."""
    score = weigh_going_on(place, words) or weigh_particle(place, words)
    if score:
        return score
    right = place.small[1]
    agent = AGENT.fullmatch(right) is not None and not is_higher(right, words)
    doer = among(right.removesuffix("s").removesuffix("er"), words.bare, words.bids)
    if agent and (place.previous in words.slots or (doer and not place.next)):
        score += SOMEBODY
    subject = place.previous in DETERMINERS and SUBJECT.search(place.before)
    if subject and place.next in words.verbs and not MARK.match(place.behind):
        score += IS_SUBJECT
    return score


def weigh_going_on(place: Place, words: DashWords) -> float:
    """Weigh what the next word makes of the right one: “better than me”, “loves it”."""
    left, right = place.small
    if left == right and place.next in {"and", "but", "or"}:
        return AGAIN
    goes_on = right == "not" and among(place.next, words.right, words.openers)
    if place.next in {"than", "enough"} or goes_on:
        return MEASURED
    if place.next in THEM and right.endswith("s") and right[:-1] not in words.first:
        return DOES
    things = place.next == "of" and PLURAL.fullmatch(right) and left not in words.prefixes
    return THINGS if things else 0.0


def weigh_particle(place: Place, words: DashWords) -> float:
    """Weigh a word that says where or how: “on the calendar-in pencil”, “a hatch-milk only.”."""
    left, right = place.small
    if ONLY.match(place.behind) and right not in words.last:
        return WITHIN
    goes_on = place.next and not among(place.next, words.openers, words.verbs)
    verb = among(left, words.first, words.bare, words.bids, words.prefixes)
    verb = verb or left.endswith("ing")
    within = right in words.particles and goes_on and not verb and is_in_phrase(place, words)
    return WITHIN if within else 0.0
