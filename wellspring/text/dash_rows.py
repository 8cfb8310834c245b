"""What is seen around a hyphen, as rows of marks that have learned weights; called by dash_leaning.

L and R are the hyphen's two words, P and N those before and behind them. A row names kinds of them,
lists that they are in, or the shape of the clause; each row is written as in
editorial/importing/leanings/.
"""

import re
from collections.abc import Iterator
from dataclasses import fields

from wellspring.model.importing import DashWords
from wellspring.text.dash_lists import lists
from wellspring.text.weighing import Place, plain
from wellspring.text.word_kinds import NONE, kind_of, roughly

NEAR, FEW, CLOSE = 160, 5, 6
TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:.!?—()\"“”]|-")
MARK = re.compile(r"[\"”’)]?([,.!?;:])")
DETERMINERS = frozenset(
    {"a", "an", "the", "my", "your", "his", "her", "its", "our", "their", "this", "that", "these"}
    | {"those", "some", "any", "no", "every", "each", "one", "two", "three", "another"}
)
ONE = frozenset({"a", "an", "this", "that", "one", "another", "every", "each"})
ENDINGS = (
    *("ed", "ing", "er", "ers", "ly", "y", "s", "ic", "al", "ous", "less", "ful", "ness", "tion"),
    *("est", "ish", "ment", "ity"),
)
PAST = frozenset({"v+d", "v+ed"})
SENTENCE, END = re.compile(r"[.!?] "), re.compile(r"[.!?](?: |$)")
JOINED = re.compile(r"\w-\w")
Kinds = tuple[str, str, str, str]


def rows_of(place: Place, words: DashWords) -> set[str]:
    """Return the rows of a hyphen."""
    found = [kind_of(word, words) for word in (place.previous, *place.small, place.next)]
    kinds = (found[0][0], found[1][0], found[2][0], found[3][0])
    about = (found[1][1], found[2][1])
    return {
        *rows_of_kinds(kinds),
        *rows_of_things(kinds, about),
        *rows_of_words(place, words),
        *rows_of_marks(place, kinds, about[1]),
        *rows_before(place, words, kinds, about[1]),
        *rows_behind(place, words, kinds),
        *rows_around(place, kinds),
    }


def rows_of_kinds(kinds: Kinds) -> Iterator[str]:
    """Yield rows of the kinds of the four words, alone and together."""
    before, left, right, behind = map(roughly, kinds)
    for name, kind in zip("PLRN", kinds, strict=True):
        yield f"{name} {kind}"
        yield f"{name}~ {roughly(kind)}"
    yield f"LR {kinds[1]} {kinds[2]}"
    yield f"LR~ {left} {right}"
    yield f"PL~ {before} {left}"
    yield f"RN~ {right} {behind}"
    yield f"PR~ {before} {right}"
    yield f"LN~ {left} {behind}"
    yield f"PLR~ {before[0]} {left[0]} {right}"
    yield f"LRN~ {left[0]} {right} {behind[0]}"


def rows_of_things(kinds: Kinds, about: tuple[str, str]) -> Iterator[str]:
    """Yield rows of what the two words speak of."""
    left, right = about
    if left:
        yield f"L: {left}"
        yield f"L:R {left} {roughly(kinds[2])}"
    if right:
        yield f"R: {right}"
        yield f"LR: {roughly(kinds[1])} {right}"
    if left and right:
        yield f"L:R: {left} {right}"


def rows_of_words(place: Place, words: DashWords) -> Iterator[str]:
    """Yield rows of the words themselves, the lists they are in, and their endings."""
    left, right = place.small
    single = right.removesuffix("s")
    for name, word in zip("LR", place.small, strict=True):
        yield f"{name}={word}"
        yield from (f"{name}@{key}" for key, listed in lists_of(words) if word in listed)
    yield from (f"Rs@{key}" for key, listed in lists_of(words) if single in listed)
    if f"{left}-{right}" in words.whole or f"{left}-{single}" in words.whole:
        yield "whole"
    first = words.learned.firsts.get(left, 0)
    last = max(words.learned.lasts.get(right, 0), words.learned.lasts.get(single, 0))
    yield from (f"first {first}", f"last {last}", f"first-last {first} {last}")
    for name, word in (("L", left), ("R", right)):
        for ending in ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield f"{name}-{ending}"


def lists_of(words: DashWords) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the lists of words by their names."""
    for field in fields(words):
        listed = getattr(words, field.name)
        if isinstance(listed, frozenset):
            yield field.name, listed


def rows_of_marks(place: Place, kinds: Kinds, about: str) -> Iterator[str]:
    """Yield rows of the mark behind the two words, their capitals and further hyphens."""
    found = MARK.match(place.behind)
    mark = found[1] if found else "" if place.behind.strip() else "$"
    yield f"mark {mark}"
    before, left, right = map(roughly, kinds[:3])
    if mark:
        yield f"R. {right} {mark}"
        yield f"LR. {left[0]} {right}"
        yield f"PR. {before} {right}"
        yield f"R:. {about}"
    if place.right[:1].isupper():
        yield f"capital {place.left[:1].isupper()}"
    joined = (place.before.endswith("-"), place.behind.startswith("-"))
    if any(joined):
        yield "chain {} {}".format(*joined)


def rows_before(place: Place, words: DashWords, kinds: Kinds, about: str) -> Iterator[str]:
    """Yield rows of the clause up to the two words, and of the phrase that the left one is in."""
    tokens = [plain(token) for token in TOKEN.findall(place.before[-NEAR:])]
    clause = said(reversed(tokens))
    size = len(clause)
    start = tokens[-1 - size] if len(tokens) > size else "^"
    yield f"before {size}{start}" if size < CLOSE else "before more"
    at = next((i for i, word in enumerate(clause[:FEW]) if word in DETERMINERS), None)
    left, right = roughly(kinds[1]), roughly(kinds[2])
    many = "+s" in kinds[2] and "n" in kinds[2]
    if at is None:
        yield "no determiner"
        if about and kinds[2].endswith("+s"):
            yield "no determiner, many"
        return
    within = "".join(roughly(kind_of(word, words)[0])[0] for word in reversed(clause[:at]))
    yield f"the {at} {within[:4]}"
    yield f"the= {clause[at]}"
    yield f"the LR {within[:3]} {left} {right}"
    one = clause[at] in ONE
    if many:
        yield f"many behind one: {one}"
    elif about:
        yield f"thing behind one: {one} {about}"
        if MARK.match(place.behind) or not place.behind.strip():
            yield f"thing. behind one: {one} {about}"


def rows_behind(place: Place, words: DashWords, kinds: Kinds) -> Iterator[str]:
    """Yield rows of the clause behind the two words."""
    tokens = [plain(token) for token in TOKEN.findall(place.behind[:NEAR])]
    clause = said(tokens)
    end = tokens[len(clause)] if len(tokens) > len(clause) else "$"
    yield f"end {end}"
    yield f"end {min(len(clause), FEW)}{end}"
    ahead = [plain(token) for token in TOKEN.findall(place.before[-NEAR:])]
    does = any(is_finite(word, words, also="v+s") for word in said(reversed(ahead)))
    did = any(is_finite(word, words) for word in clause[:FEW])
    yield f"verb before {does}"
    yield f"verb behind {did}"
    yield f"verbs {does} {did}"
    yield f"verb behind N {did} {roughly(kinds[3])}"
    if len(clause) > 1:
        yield f"NN {roughly(kinds[3])[0]} {roughly(kind_of(clause[1], words)[0])[:3]}"


def rows_around(place: Place, kinds: Kinds) -> Iterator[str]:
    """Yield rows of the sentence: lists, commas, and other hyphens or dashes."""
    if lists(place.previous, place.behind):
        yield "list"
        yield f"list {roughly(kinds[2])}"
    before, behind = SENTENCE.split(place.before)[-1], END.split(place.behind)[0]
    yield f"commas {min(behind.count(','), 3)}"
    if "-" in before or "—" in before:
        yield "hyphen before"
    if JOINED.search(behind):
        yield "hyphen behind"


def said(tokens: Iterator[str] | list[str]) -> list[str]:
    """Return the words up to the first mark."""
    found: list[str] = []
    for token in tokens:
        if not token[0].isalnum():
            break
        found.append(token)
    return found


def is_finite(word: str, words: DashWords, also: str = NONE) -> bool:
    """Tell whether a word looks like the verb of a clause."""
    kind = kind_of(word, words)[0]
    short = also != NONE and "'" in word and not word.endswith("'s")
    return word in words.verbs or word in words.past or kind in PAST or kind == also or short
