"""Dashes put where a writer could have put them: for commas, colons and brackets; called by teach.

Prose that has dashes is rare, prose without is plenty. A comma before “which”, a colon, a pair of
brackets could be a dash, and with the blanks lost it looks like one that was.
"""

import random
import re
from collections.abc import Iterator, Sequence

# Words that a clause begins with; a comma before others often stands in a row of things.
BEGINS = (
    "and|but|so|or|nor|yet|which|who|whom|whose|because|though|although|not|no|even|if|when|while|"
    "as|like|especially|only|just|then|still|never|always|until|unless|the|a|an|my|your|his|her|"
    "its|our|their|this|that|these|it|he|she|they|we|you|i|there|what|how|where|why|for|with|in|on"
)
PLACES = re.compile(
    rf"(?<=\w), (?=(?:{BEGINS})\b)|(?<=\w)[:;] (?=\w)|(?<=\w)\. (?=[A-Z][a-z])", re.IGNORECASE
)
BRACKETS = re.compile(r"(?<=\w) \(([a-z][^()]{6,60})\)(?=[ ,.])")
ROW = re.compile(r"\w+, \w+, ")
MOST = 2
DASH = "—"


def with_dashes(line: str, chance: random.Random) -> str | None:
    """Return a line with some dashes put in, or None if there is no place for any."""
    if DASH in line or ROW.search(line):
        return None
    bracketed = BRACKETS.sub(rf"{DASH}\1{DASH}", line, count=1)
    if bracketed != line:
        return re.sub(rf"{DASH}(?=[,.])|{DASH} ", bare_end, bracketed)
    places = list(PLACES.finditer(line))
    chosen = chance.sample(places, min(len(places), chance.randint(1, MOST)))
    return put(line, chosen) if chosen else None


def bare_end(found: re.Match[str]) -> str:
    """Return what stands where brackets end: a dash joins the next word, a point stays alone."""
    return DASH if found[0].endswith(" ") else ""


def put(line: str, places: Sequence[re.Match[str]]) -> str:
    """Return a line with dashes at some places; what begins a sentence there no longer does."""
    for found in sorted(places, key=re.Match[str].start, reverse=True):
        rest = line[found.end() :]
        follows = rest if rest.startswith(("I ", "I’", "I'")) else rest[:1].lower() + rest[1:]
        line = line[: found.start()] + DASH + follows
    return line


def made_lines(lines: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Yield lines with dashes put in, of those that have a place for one."""
    for line in lines:
        made = with_dashes(line, chance)
        if made:
            yield made
