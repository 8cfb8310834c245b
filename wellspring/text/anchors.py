"""The words that any text matching a regular expression must hold; used to skip the others.

Hundreds of expressions are tried on each sentence. Nearly all need some word that the sentence
lacks, and asking for that word first costs a hundredth of the search. Called while rules are
loaded. What cannot be told of an expression counts as nothing needed, so that at worst it is
tried in vain.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wellspring.model.phrase import DIGIT, LEAST, MARKS, PARTS, STARTS, WORDS, Anchor, Group
from wellspring.text.spellings import (
    MOST_TEXTS,
    REPEATS,
    WILD,
    End,
    Items,
    Known,
    Sets,
    Signs,
    Texts,
    branches,
    inside,
    is_word,
    joined,
    parser,
    spelled,
    spelled_by,
)
from wellspring.text.tables import SLOTS

# The words that most sentences hold say little about any.
COMMON = re.compile(
    "the|and|you|your|that|this|for|with|are|not|but|have|has|was|can|will|from|they|all|one|our"
    "|out|more|what|when|who|how|its|his|her|their|than|then|them|my|me|us|we|it|is|in|on|to|of|or"
    "|an|as|at|be|by|do|go|he|if|no|so|up|re|ve|ll"
)
COMMON_MARKS = ".,'\""
PIECE = re.compile(rf"({WILD}?)([^\W_]{{{LEAST},}})({WILD}?)")
MARK = re.compile(r"[^\w\s\ue001\ue002]")
# How many sentences hold a piece of some letters: of a whole word, of a word's start, of a part.
WEIGHTS = {WORDS: 4.0, STARTS: 8.0, PARTS: 16.0}
COMMON_COST, MARK_COST, COMMON_MARK_COST, DIGIT_COST = 50.0, 4.0, 40.0, 4.0


def known_of(expression: str, signs: Signs) -> Known:
    """Return what an expression asks for, which then may stand in others as a sign."""
    items = list(parser.parse(expression))
    edges = (False, True)
    return Known(
        spelled(items, signs),
        {(left, right): walk(items, signs, left, right) for left in edges for right in edges},
        {
            (side, word): End(side, word, signs).holds(items, beyond=False)
            for side in (0, -1)
            for word in edges
        },
    )


def anchors(expression: str, signs: Signs) -> tuple[Group, ...]:
    """Return groups of anchors, rarest first; a match holds one of each.

    None if nothing can be told. The expression is taken to start and to end at a word's edge;
    `signs` are letters in it that stand for other expressions. Raises re.error.
    """
    sets = walk(list(parser.parse(expression)), signs, left=True, right=True)
    best = sorted(set(sets), key=lambda found: (cost(found), sorted(found)))
    return tuple(tuple(sorted(found)) for found in best[:SLOTS])


def ends_in_words(expression: str, signs: Signs) -> tuple[bool, bool]:
    """Return whether an expression surely starts, and ends, with a letter of a word."""
    items = list(parser.parse(expression))
    first, last = (End(side, True, signs).holds(items, beyond=False) for side in (0, -1))
    return first, last


def walk(items: Items, signs: Signs, left: bool, right: bool) -> Sets:  # noqa: FBT001 - two sides
    """Return sets of anchors, one of each of which a match holds.

    `left` and `right`: a word's edge stands before, and behind, the parts.
    """
    sets: Sets = []
    opens, closes = End(0, False, signs), End(-1, False, signs)
    run: Texts = frozenset({"" if left else WILD})
    items = list(flat(items))
    for place, item in enumerate(items):
        texts = spelled_by(item, signs)
        if texts and may_be_skipped(texts):
            texts = None
        # What stands on the two sides of a blank or a mark is needed each for itself.
        longer = None if is_parted(run, texts) else joined(run, texts)
        if longer is not None:
            run = longer
            continue
        sets += anchored(run, right=opens.holds(items[place:], right))
        edge = all(not text or not is_word(text[-1]) for text in run)
        if texts is None:
            after = opens.holds(items[place + 1 :], right)
            sets += needed(item, signs, edge, after)
            edge = closes.holds([item], edge)
            texts = frozenset({""})
        run = frozenset(("" if edge else WILD) + text for text in texts)
    return sets + anchored(run, right=right)


def may_be_skipped(texts: Texts) -> bool:
    """Tell whether texts are words that may be left out, such as “really ” or nothing."""
    words = texts - {""}
    return "" in texts and bool(words) and all(text[-1] == " " for text in words)


def is_parted(run: Texts, texts: Texts | None) -> bool:
    """Tell whether texts start a word behind others that end one, or start with a rare mark."""
    if texts is None:
        return False
    starts = {text[:1] for text in texts}
    if all(MARK.match(start) and start not in COMMON_MARKS for start in starts):
        return True
    return all(text and not is_word(text[-1]) for text in run) and any(map(is_word, starts - {""}))


def flat(items: Items) -> Iterator[Any]:
    """Yield parts, and instead of a group the parts within it."""
    for item in items:
        group = str(item[0]) in {"SUBPATTERN", "ATOMIC_GROUP"}
        inner = inside(str(item[0]), item[1]) if group else None
        yield from [item] if inner is None else flat(inner)


def needed(item: Any, signs: Signs, left: bool, right: bool) -> Sets:  # noqa: ANN401, FBT001 - parsed
    """Return what one part asks for whose spellings are unknown or many."""
    name, argument = str(item[0]), item[1]
    if name == "LITERAL":
        return signs[chr(argument)].sets[left, right]
    if choices := branches(item):
        return one_of([walk(choice, signs, left, right) for choice in choices])
    if name == "IN" and all(is_digit(part) for part in argument):
        return [frozenset({(MARKS, DIGIT)})]
    inner = inside(name, argument)
    if inner is None or (name in REPEATS and not argument[0]):
        return []
    once = name not in REPEATS or argument[1] == 1
    return walk(inner, signs, left and once, right and once)


def is_digit(item: tuple[object, object]) -> bool:
    """Tell whether a part of a set of letters stands for digits."""
    return str(item[1]) == "CATEGORY_DIGIT" or item[1] == (ord("0"), ord("9"))


def one_of(choices: list[Sets]) -> Sets:
    """Return what one of several ways asks for; nothing if one of them asks for nothing."""
    if not all(choices):
        return []
    union = frozenset[Anchor]().union(*(min(sets, key=cost) for sets in choices))
    return [union] if len(union) <= MOST_TEXTS else []


def anchored(run: Iterable[str], *, right: bool) -> Sets:
    """Return some texts as a set of anchors, if each of them tells sentences apart."""
    found: set[Anchor] = set()
    for text in run:
        anchor = anchor_of(text if right else text + WILD)
        if anchor is None:
            return []
        found.add(anchor)
    return [frozenset(found)]


def anchor_of(text: str) -> Anchor | None:
    """Return the rarest piece that a sentence with a text holds; None: too common to ask for."""
    pieces = [
        (PARTS if before else STARTS if behind else WORDS, word)
        for before, word, behind in PIECE.findall(text)
    ]
    if pieces:
        return min(pieces, key=cost_of)
    marks = [mark for mark in MARK.findall(text) if mark not in COMMON_MARKS]
    if marks:
        return MARKS, marks[0]
    common = next((mark for mark in MARK.findall(text) if mark in ",'"), "")
    return (MARKS, common) if common and len(text.strip(WILD)) >= LEAST else None


def cost(found: Iterable[Anchor]) -> float:
    """Return a guess of how many sentences hold one of some anchors."""
    return sum(map(cost_of, found))


def cost_of(anchor: Anchor) -> float:
    """Return a guess of how many sentences hold an anchor."""
    table, key = anchor
    if table == MARKS:
        return DIGIT_COST if key == DIGIT else COMMON_MARK_COST if key in ",'" else MARK_COST
    return COMMON_COST if COMMON.fullmatch(key) else WEIGHTS[table] / len(key) ** 2
