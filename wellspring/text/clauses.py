"""Who does something, and how it is said: read off the words before a verb; called by frames.

No parser: from the verb one goes back over what may stand between, to what governs it, and from
there on. “I tell everyone that they can safely stop” is said to the reader; “she stopped” is told
of somebody; “don't stop” is denied.
"""

from dataclasses import replace

from wellspring.text.grammar import (
    ADVICE,
    BE,
    DENIED,
    DO,
    ENABLES,
    ENDS,
    HAVE,
    JOINS,
    LABELS,
    LETS,
    LIMITS,
    MARKS,
    MAYBE,
    MODALS,
    NEEDS,
    NO_LIMIT,
    NOT,
    OFFERS,
    READERS,
    STARTERS,
    STOPS,
    SUBJECTS,
    TELLS,
    UNDER,
    is_adverb,
)
from wellspring.text.subjects import CLOSE, NEAR, Reading, by_subject
from wellspring.text.words import Words

# How many words an order may go on behind its subject; how often one is told through another.
FAR, DEEP = 14, 4
Forms = frozenset[str]
FINITE = frozenset(("base", "s"))


def read_verb(words: Words, verb: int, forms: Forms, deep: int = 0) -> Reading:
    """Tell how the verb at a place, in one of some forms, is said."""
    place, denied = back(words, verb - 1)
    found = Reading("bare") if deep > DEEP else govern(words, place, forms, deep)
    return found.turned(denied)


def back(words: Words, place: int) -> tuple[int, bool]:
    """Go back over adverbs; return the place before them, and whether they deny."""
    denied = False
    while place >= 0 and (is_adverb(words.at(place)) or words.at(place) in NOT):
        denied = denied or (words.at(place) in NOT and words.at(place + 1) not in NO_LIMIT)
        place -= 1
    return place, denied


def back_over(words: Words, place: int, over: frozenset[str]) -> tuple[int, bool]:
    """Go back over some words and the adverbs between them, as `back` does."""
    place, denied = back(words, place)
    while words.at(place) in over:
        place, again = back(words, place - 1)
        denied = denied or again
    return place, denied


def govern(words: Words, place: int, forms: Forms, deep: int) -> Reading:
    """Tell how a verb is said by the word at a place, the last before it and its adverbs."""
    before = words.at(place)
    if before in MODALS or before in DO:
        return by_modal(words, place)
    if "base" in forms and before == "to":
        return infinitive(words, place, deep)
    if forms == {"ing"}:
        return gerund(words, place, before)
    if before in BE and "done" in forms:
        return passive(words, place, deep)
    if before in HAVE and "done" in forms:
        return finite(words, place - 1, forms)
    return plain(words, place, before, forms, deep)


def plain(words: Words, place: int, before: str, forms: Forms, deep: int) -> Reading:
    """Read a verb without a helping one before it: an order, or what a subject does."""
    if forms & {"base", "fixed"} and starts_clause(before):
        return ordered(words, place, before)
    if "base" in forms and (handed := let_do(words, place, deep)):
        return handed
    if forms & {"s", "past", "base"}:
        return finite(words, place, forms)
    return Reading("bare", who=place)


def starts_clause(before: str) -> bool:
    """Tell whether a verb after a word may be an order."""
    return not before or before in MARKS or before in JOINS or is_label(before)


def is_label(word: str) -> bool:
    """Tell whether a word leads an order: please stop, step 3 stop, why not stop."""
    return word.isdigit() or word in LABELS


def ordered(words: Words, place: int, before: str) -> Reading:
    """Read a bare verb at the start of a clause: an order, or what goes on after “and”."""
    if before in JOINS:
        for at in range(place - 1, max(place - FAR, -1), -1):
            word = words.at(at)
            if word in ENDS or word in UNDER:
                break
            if word in SUBJECTS - {"you", "it"} and words.at(at + 1) not in MARKS:
                return by_subject(words, at)
    return Reading("to-reader", denied=before == "why")


def by_modal(words: Words, place: int) -> Reading:
    """Read a verb after can, will, do and their like: by what stands before these."""
    modal = words.at(place)
    start, denied = back_over(words, place - 1, MODALS | DO | HAVE)
    if starts_clause(words.at(start)):
        return Reading("to-reader" if modal in DO else "asked", denied)
    subject = named(words, start)
    found = replace(by_subject(words, subject).turned(denied), modal=modal)
    general = modal in MAYBE and words.at(subject) != "you" and found.said == "to-reader"
    return replace(found, said="of-somebody") if general else found


def named(words: Words, place: int) -> int:
    """Return where the people stand of whom words up to a place say which: anyone on a diet."""
    for at in range(place, max(place - NEAR, -1), -1):
        if words.at(at) in READERS and words.at(at + 1) in LIMITS:
            return at
        if words.at(at) in MARKS:
            break
    return place


def finite(words: Words, place: int, forms: Forms) -> Reading:
    """Read a verb after its subject; people in general are told of, unless they may or should."""
    start, denied = back_over(words, place, HAVE)
    found = by_subject(words, start).turned(denied)
    you = words.at(start) == "you" and forms & {"base", "done"}
    return found if you or found.said != "to-reader" else replace(found, said="of-somebody")


def passive(words: Words, place: int, deep: int) -> Reading:
    """Read a verb to whose subject it is done."""
    start, denied = back_over(words, place - 1, HAVE | BE)
    if words.at(start) in MODALS:
        found = by_modal(words, start)
    elif words.at(start) == "to":
        found = infinitive(words, start, deep)
    else:
        found = by_subject(words, start)
    return replace(found.turned(denied), passive=True)


def infinitive(words: Words, place: int, deep: int) -> Reading:
    """Read a verb after “to”: by what offers, tells or denies it."""
    start, denied = back(words, place - 1)
    before = words.at(start)
    if before in DENIED or (before in NEEDS and is_denied_before(words, start)):
        return Reading("to-reader", denied=True)
    if before in READERS and (teller := teller_of(words, start)) >= 0:
        return told_by(words, teller, deep).turned(denied)
    if before in OFFERS or before.endswith(("ed", "ing")):
        return offered(words, start).turned(denied)
    return Reading("to-reader" if not before or before in MARKS else "bare", denied)


def is_denied_before(words: Words, place: int) -> bool:
    """Tell whether a need or a reason is denied: no need, no earthly reason, isn't any point."""
    near = {words.at(at) for at in range(place - CLOSE - 1, place)}
    return bool(near & (NOT | {"little", "any"}))


def teller_of(words: Words, place: int) -> int:
    """Return where the verb stands that tells people to do something, or -1."""
    for at in range(place - 1, max(place - NEAR, -1), -1):
        if words.at(at) in TELLS:
            return at
        if words.at(at) in ENDS:
            return -1
    return -1


def told_by(words: Words, place: int, deep: int) -> Reading:
    """Tell whether those who are told to do something are told so by the writer."""
    forms = frozenset(("ing",)) if words.at(place).endswith("ing") else FINITE
    found = read_verb(words, place, forms, deep + 1)
    thing = found.said in {"of-thing", "bare"} and words.at(place) in ENABLES
    own = thing or found.said in {"of-writer", "to-reader"}
    return replace(found, said="to-reader") if own else found


def offered(words: Words, place: int) -> Reading:
    """Read what a word hands on: by who wants, decides or is ready to do it."""
    denied = False
    for at in range(place, max(place - NEAR, -1), -1):
        here = words.at(at)
        if here in ENDS or here == ",":
            break
        denied = denied or (here in NOT and words.at(at + 1) not in NO_LIMIT)
        if here in {"who", "which"}:
            return Reading("of-somebody", denied)
        if here in SUBJECTS - {"it", "you"} or (here in READERS and at != place):
            found = replace(by_subject(words, at), denied=denied)
            advises = words.at(place) in ADVICE and found.said == "of-writer"
            return replace(found, said="to-reader") if advises else found
    return Reading("to-reader", denied)


def gerund(words: Words, place: int, before: str) -> Reading:
    """Read a verb in -ing: a step of advice, something that is, or somebody's doing."""
    if before in BE:
        start, denied = back(words, place - 1)
        found = by_modal(words, start) if words.at(start) in MODALS else by_subject(words, start)
        return found.turned(denied)
    needless = before in {"in", "of", "to"} and words.at(place - 1) in NEEDS
    if before in {"stop", "avoid", "without"} or (needless and is_denied_before(words, place - 1)):
        return Reading("to-reader", denied=True)
    if before in STARTERS or before in OFFERS or before.endswith("ing"):
        return offered(words, place)
    return Reading("bare", who=place)


def let_do(words: Words, place: int, deep: int) -> Reading | None:
    """Read a verb after what is let or helped to do it: lets you drop, helps people quit."""
    for at in range(place - 1, max(place - NEAR, -1), -1):
        if words.at(at) in LETS:
            return told_by(words, at, deep) if words.at(place) in READERS else None
        if words.at(at) in STOPS:
            return None
    return None
