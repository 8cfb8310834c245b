"""Read what tells a compound's hyphen from a lost dash; called by importing.

Besides lists of words these are kinds of words, how often compounds begin and end with one, and
what rows of marks around a hyphen weigh.
"""

import re
from collections.abc import Iterable, Mapping

from wellspring.house.leanings import read_weight
from wellspring.house.table import Table
from wellspring.model.importing import DashWords, Learned
from wellspring.text.joints import Joints

OTHERS = (
    *("adjectives", "amounts", "bare", "begins", "bids", "bound", "days", "ends", "grammar"),
    *("joiners", "labels", "noun-first", "noun-last", "numbers", "openers"),
    *("particles", "past", "prefixes", "slots", "strong", "suffixes", "tens"),
    *("units", "verbs"),
)
# Lists of the checker's rule; what is no plain word in them is that rule's own.
SHARED = ("dash-left", "dash-right")
PLAIN_WORD = re.compile(r"[a-z']+")
# How often compounds begin or end with a word.
TIMES = {"one": 1, "few": 2, "some": 3, "many": 4}
PARTS = ("first", "last")
NOTHING = "none"


def dash_words(
    words: Mapping[str, frozenset[str]],
    kinds: Iterable[Table],
    parts: Iterable[Table],
    leanings: Iterable[Table],
) -> DashWords:
    """Return the words that tell a hyphen from a dash."""
    left, right = (frozenset(filter(PLAIN_WORD.fullmatch, words[name])) for name in SHARED)
    counts = {table.id: read_parts(table) for table in parts}
    start, rows = 0.0, dict[str, float]()
    for table in leanings:
        start, rows = read_rows(table)
    lists = {name.replace("-", "_"): words[name] for name in OTHERS}
    learned = Learned(
        kinds={word: kind for table in kinds for word, kind in read_kinds(table)},
        firsts=counts.get("first", {}),
        lasts=counts.get("last", {}),
        start=start,
        leaning=rows,
    )
    return DashWords(
        left=left | words["break-left"],
        right=right | words["break-right"],
        first=words["compound-first"],
        last=words["compound-last"],
        whole=words["compound-whole"],
        not_adverbs=words["not-adverbs"],
        learned=learned,
        joints=Joints(),
        **lists,
    )


def read_kinds(table: Table) -> Iterable[tuple[str, tuple[str, str]]]:
    """Yield words with their kind and what they speak of."""
    for about, listed in groups_of(table):
        kind = (table.id, "" if about == NOTHING else about)
        yield from ((word, kind) for word in listed)


def read_parts(table: Table) -> dict[str, int]:
    """Return how often compounds begin or end with each of some words."""
    counts: dict[str, int] = {}
    for name, listed in groups_of(table):
        if name not in TIMES:
            table.report("words", f"`{name}` is none of {', '.join(TIMES)}. Write one of them.")
        counts |= dict.fromkeys(listed, TIMES.get(name, 0))
    return counts


def groups_of(table: Table) -> Iterable[tuple[str, list[str]]]:
    """Yield groups of words by their names; each is one text."""
    table.text("what")
    table.read.add("words")
    groups = table.values.get("words")
    if not isinstance(groups, Mapping) or not groups:
        table.report("words", "`[words]` is missing or empty. Write each group as one text.")
        return
    for name, text in groups.items():
        yield str(name), str(text).split()


def read_rows(table: Table) -> tuple[float, dict[str, float]]:
    """Return where weighing starts, and what each row weighs."""
    table.text("what")
    start = read_weight(table, "start", table.values)
    table.read.add("rows")
    rows = table.values.get("rows")
    if not isinstance(rows, Mapping) or not rows:
        table.report("rows", "`[rows]` is missing or empty. Write what each row weighs.")
        return start, {}
    return start, {row: read_weight(table, row, rows) for row in rows}
