"""“Did you mean …?” for misspelt names; called wherever a name, a file or a task is looked up.

A guess is made only where a person would make the same one: by slips of the finger, by a word of
the name, or not at all.
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath

ALIKE = 0.6  # a cheap first choice; what remains is counted by slips
FIRST = 20
SLIPS = ((2, 0), (5, 1), (8, 2))
MOST_SLIPS = 3
SHORTEST_WORD = 3
SEVERAL = 3
# More names than these nobody reads.
MANY = 40
BREAKS = re.compile(r"[\s_-]+")
NUMBERS = re.compile(r"\d+")
LOOK = "Look at its spelling"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a sentence naming the closest known name, or all of them when none is close."""
    names = sorted(filter(None, known))
    if near := nearest(name, names):
        return asked(near)
    if not names:
        return "There are none yet."
    alike = [each for each in names if shares_words(fold(name), fold(each))] or names
    if len(alike) > MANY:
        return f"{LOOK}."
    return f"Choose one of: {', '.join(f'`{candidate}`' for candidate in alike)}."


def did_you_mean_file(path: str, known: Iterable[str]) -> str:
    """Return a sentence naming the file that a path most likely means, or what to look at."""
    return asked_or_look(nearest_files(path, known))


def asked_or_look(near: list[str]) -> str:
    """Return the question whether one of some files was meant, or what to look at."""
    return asked(near) if near else f"{LOOK} and its folder."


def asked(near: list[str]) -> str:
    """Return the question whether one of some names was meant."""
    *others, last = [f"`{name}`" for name in near]
    return f"Did you mean {' or '.join(filter(None, [', '.join(others), last]))}?"


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return the names that may be meant: one, a few that are as likely, or none."""
    by_folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    folded = fold(name)
    if folded in by_folded:
        return [by_folded[folded]]
    alike = get_close_matches(folded, by_folded, n=FIRST, cutoff=ALIKE)
    slips = {
        near: (count_slips(folded, near), near[:1] != folded[:1])
        for near in alike
        if may_be(folded, near)
    }
    fewest = min(slips.values(), default=(0, False))
    close = [near for near in slips if slips[near] == fewest and fewest[0] <= allowed(folded, near)]
    found = close or [each for each in by_folded if shares_words(folded, each)]
    return sorted(by_folded[each] for each in found) if len(found) <= SEVERAL else []


def nearest_files(path: str, known: Iterable[str]) -> list[str]:
    """Return the paths whose last part, without its ending, may be meant."""
    by_stem = {PurePosixPath(each).stem: each for each in sorted(known, reverse=True)}
    return [by_stem[stem] for stem in nearest(PurePosixPath(path).stem, by_stem)]


def fold(name: str) -> str:
    """Return a name without what people do not look at: capitals, accents, kinds of gaps."""
    letters = unicodedata.normalize("NFKD", name.strip().casefold())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return BREAKS.sub("-", plain).strip("-")


def may_be(name: str, other: str) -> bool:
    """Tell whether two names have the same numbers: `step-1` is no misspelt `step-2`."""
    return NUMBERS.findall(name) == NUMBERS.findall(other)


def is_slip(name: str, other: str) -> bool:
    """Tell whether one name is the other but for what people do not look at, or mistype."""
    given, meant = fold(name), fold(other)
    near = may_be(given, meant) and count_slips(given, meant) <= allowed(given, meant)
    return given == meant or near


def allowed(name: str, other: str) -> int:
    """Return how many slips may lie between two names that mean the same."""
    longer = max(len(name), len(other))
    return next((slips for length, slips in SLIPS if longer <= length), MOST_SLIPS)


def count_slips(name: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(name, 1):
        before, above, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            steps = [before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted)]
            if above and j > 1 and (letter, name[i - 2]) == (other[j - 2], wanted):
                steps.append(above[j - 2] + 1)
            row.append(min(steps))
    return row[-1]


def shares_words(name: str, other: str) -> bool:
    """Tell whether one name is a whole part of the other: `safety` of `claim-safety`."""
    given, whole = set(name.split("-")), set(other.split("-"))
    shorter = min(given, whole, key=len)
    return len(max(shorter, key=len)) >= SHORTEST_WORD and (given < whole or whole < given)
