"""Where an idiom such as `leave _ in the? drawer` stands among the words of a sentence.

Called by scan. `_` is the object's place, `~` some other words, `*` any word, `the` any article,
`self` yourself and its like; `a|b` is one of two, `the?` may be left out.
"""

from wellspring.text.grammar import DETERMINERS, MARKS, OBJECTS, SELVES, STOPS, is_adverb
from wellspring.text.words import Words

OBJECT, OTHERS = "_", "~"
# Parts for which many words may stand.
OPEN = frozenset((OBJECT, OTHERS, "*", "the", "self"))
# How many words an object may have, and other words within an idiom.
LONGEST, FEW = 9, 5
Span = tuple[int, int]
NOWHERE: Span = (-1, -1)
Met = tuple[int, Span]


def follow(words: Words, place: int, rest: tuple[str, ...], gap: Span = NOWHERE) -> Met | None:
    """Return where the rest of an idiom ends that starts at a place, and where its object is."""
    if not rest:
        return place, gap
    part, more = rest[0], rest[1:]
    if part == OBJECT:
        return with_object(words, place, more)
    if part == OTHERS:
        return with_others(words, place, more, gap)
    if part.endswith("?"):
        there = fits(part[:-1], words.at(place)) and follow(words, place + 1, more, gap)
        return there or follow(words, place, more, gap)
    over = int(not fits(part, words.at(place)) and is_adverb(words.at(place)))
    if fits(part, words.at(place + over)):
        return follow(words, place + over + 1, more, gap)
    return None


def with_object(words: Words, place: int, more: tuple[str, ...]) -> Met | None:
    """Return what `follow` does where the object stands: up to the idiom's next word, if any."""
    if not more:
        end = object_end(words, place)
        return end, (place, end)
    for end in range(place + 1, min(place + LONGEST, len(words))):
        if words.at(end - 1) in MARKS:
            return None
        if found := follow(words, end, more, (place, end)):
            return found
    return None


def with_others(words: Words, place: int, more: tuple[str, ...], gap: Span) -> Met | None:
    """Return what `follow` does where a few words stand that are not told."""
    for end in range(place + 1, min(place + FEW + 1, len(words))):
        if words.at(end - 1) in MARKS:
            return None
        if found := follow(words, end, more, gap):
            return found
    return None


def fits(part: str, word: str) -> bool:
    """Tell whether a word is one that a part of an idiom stands for."""
    if part == "*":
        return bool(word) and word not in MARKS
    if part == "self":
        return word in SELVES or word in {"him", "her", "them"}
    if part == "the":
        return word in DETERMINERS
    return word == part or ("|" in part and word in part.split("|"))


def object_end(words: Words, place: int) -> int:
    """Return where the words of an object end that starts at a place."""
    at = place
    while at < min(place + LONGEST, len(words)) and is_of_object(words.at(at), first=at == place):
        at += 1
    return at


def is_of_object(word: str, *, first: bool) -> bool:
    """Tell whether a word may be part of an object."""
    if first and word in OBJECTS:
        return True
    if not first and word in {"of", "and", "or"}:
        return True
    return word not in STOPS or word in DETERMINERS or word == "'s"
