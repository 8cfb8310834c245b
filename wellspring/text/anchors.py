"""The letters that any text matching a regular expression must hold; used to skip the others.

Hundreds of expressions are tried on each sentence. Nearly all need some word that the sentence
lacks, and asking for that word first costs a hundredth of the search. Called while rules are
loaded. Python's own parser takes the expression apart; what it does not know counts as nothing
needed, so that at worst an expression is tried in vain.
"""

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from wellspring.model.phrase import DIGIT, Anchor

LEAST = 2
MOST_TEXTS = 400
MOST_GROUPS = 3
# The words that most sentences hold say little about any.
COMMON = re.compile(
    "the|and|you|your|that|this|for|with|are|not|but|have|has|was|can|will|from|they|all|one|our"
    "|out|more|what|when|who|how|its|his|her|their|than|then|them|my|me|us|we|it|is|in|on|to|of|or"
    "|an|as|at|be|by|do|go|he|if|no|so|up|s|re|ve|ll"
)
COMMON_MARKS = ".,'\""
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
parser: Any = import_module("re._parser")


Sets = list[frozenset[Anchor]]
# What a part asks for and whether a word edge follows: after no edge, and after an edge.
Known = tuple[tuple[Sets, bool], tuple[Sets, bool]]
Signs = Mapping[str, Known]


def known_of(expression: str, signs: Signs) -> Known:
    """Return what an expression asks for, which then may stand in others as a sign."""
    items = parser.parse(expression)
    return walk(items, signs, edge=False), walk(items, signs, edge=True)


def anchors(
    expression: str, signs: Signs
) -> tuple[tuple[Anchor, ...], tuple[tuple[Anchor, ...], ...]]:
    """Return anchors of which a match holds at least one, and groups of which it also holds one.

    Both are empty if nothing can be told. The expression is taken to start where a word starts;
    `signs` are letters in it that stand for other expressions. Raises re.error.
    """
    sets, _ = walk(parser.parse(expression), signs, edge=True)
    first, *rest = sorted(sets, key=cost) or [frozenset[Anchor]()]
    return tuple(sorted(first)), tuple(tuple(sorted(found)) for found in rest[:MOST_GROUPS])


def walk(items: Iterable[Any], signs: Signs, *, edge: bool) -> tuple[Sets, bool]:
    """Return sets of anchors, one of each of which a match holds; and whether a word may go on.

    `edge` says whether a word can only start here, not go on.
    """
    sets: Sets = []
    run, run_edge = "", edge
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL" and chr(argument) not in signs:
            run += chr(argument)
            continue
        sets += run_set(run, edge=run_edge)
        here = after(run, edge=run_edge)
        inner, run_edge = (
            signs[chr(argument)][here]
            if name == "LITERAL"
            else needed(name, argument, signs, edge=here)
        )
        sets += inner
        run = ""
    return sets + run_set(run, edge=run_edge), after(run, edge=run_edge)


def after(run: str, *, edge: bool) -> bool:
    """Return whether a word can only start after some letters."""
    return not run[-1].isalnum() if run else edge


def needed(name: str, argument: Any, signs: Signs, *, edge: bool) -> tuple[Sets, bool]:  # noqa: ANN401 - parsed
    """Return what one part of an expression asks for, and whether a word edge follows it."""
    if name == "SUBPATTERN" and argument[1] & re.IGNORECASE:
        return [], False
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return walk(argument[-1] if name == "SUBPATTERN" else argument, signs, edge=edge)
    if name == "BRANCH":
        return either([walk(branch, signs, edge=edge) for branch in argument[1]])
    if name in REPEATS:
        sets, follows = walk(argument[2], signs, edge=edge and argument[1] == 1)
        return (sets, follows) if argument[0] else ([], edge and follows)
    if name == "IN" and all(is_digit(item) for item in argument):
        return [frozenset({Anchor(DIGIT, "")})], False
    return [], edge_after(name, argument, edge=edge)


def is_digit(item: tuple[object, object]) -> bool:
    """Tell whether a part of a set of letters stands for digits."""
    return str(item[1]) == "CATEGORY_DIGIT" or item[1] == (ord("0"), ord("9"))


def edge_after(name: str, argument: Any, *, edge: bool) -> bool:  # noqa: ANN401 - parsed
    """Return whether a word can only start after a part that holds no letters to look for."""
    if name == "AT":
        return edge or str(argument) == "AT_BOUNDARY"
    if name == "IN":
        return all(str(kind) == "LITERAL" and not chr(what).isalnum() for kind, what in argument)
    return edge and name in {"ASSERT", "ASSERT_NOT"}


def either(choices: list[tuple[Sets, bool]]) -> tuple[Sets, bool]:
    """Return what one of several ways asks for; nothing if one of them asks for nothing."""
    edge = all(follows for _, follows in choices)
    bests = [best(sets) for sets, _ in choices]
    if not all(bests):
        return [], edge
    union = frozenset[Anchor]().union(*(choice for choice in bests if choice))
    return ([union] if len(union) <= MOST_TEXTS else []), edge


def run_set(run: str, *, edge: bool) -> Sets:
    """Return a run of letters as a set of one, if it is long enough to tell sentences apart."""
    words = "".join(letter if letter.isalnum() else " " for letter in run).split(" ")
    if not any(words):  # only marks, such as “ - ”, whose blanks count
        telling = run.strip() and (len(run) >= LEAST or run not in COMMON_MARKS)
        return [frozenset({Anchor(run, "")})] if telling else []
    text = run.strip()
    if not (edge or not run[:1].isalnum()):
        words[0] = ""
    key = max(words, key=len)
    if len(key) >= LEAST:
        return [frozenset({Anchor(text, key)})]
    return [frozenset({Anchor(text, "")})] if len(text) >= LEAST else []


def best(sets: Sets) -> frozenset[Anchor] | None:
    """Return the set that the fewest sentences meet: rare words, and few of them."""
    return min(sets, key=cost, default=None)


def cost(found: frozenset[Anchor]) -> float:
    """Return a guess of how many sentences hold one of some anchors."""
    return sum(
        50.0
        if COMMON.fullmatch(anchor.text)
        else (8.0 if anchor.key else 16.0) / len(anchor.text) ** 2
        for anchor in found
    )
