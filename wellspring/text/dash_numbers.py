"""Weigh a hyphen beside a number, or between the words of a time; called by weighing."""

import re

from wellspring.model.importing import DashWords

SURELY, YEARLY, NAMED = 9.0, 6.0, 3.0
SAID = 4.0
BEFORE_TIMES = frozenset({"at", "by", "until", "till", "since", "to", "past", "after", "before"})
CLOCK = frozenset({"o'clock", "oclock"})
HOURS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}
    | {"twelve"}
)
MINUTES = frozenset({"oh", "five", "ten", "fifteen", "twenty", "thirty", "forty", "fifty"})
MINUTES |= {"thirty-five", "forty-five", "fifteenish", "thirtyish"}
SHARES = frozenset({"ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"})
SHARES |= {"ninety"}
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
OF_YEARS = frozenset({"based", "born", "built", "era", "made", "style", "vintage", "odd", "ish"})


def is_time(left: str, right: str) -> bool:
    """Tell whether two words are a time of the day, or shares: “seven-fifteen”, “fifty-fifty”."""
    if right in CLOCK:
        return True
    hour, share = left in HOURS, left in SHARES and right in SHARES
    return share or (hour and right in MINUTES) or (left == "half" and right in HOURS)


def weigh_number(
    pair: tuple[str, str], around: tuple[str, str], words: DashWords, *, shouted: bool
) -> float:
    """Weigh a hyphen beside a number: “10-minute”, “4-6” and “COVID-19” keep it.

    `around` are the words before and behind the `pair`; the left one may be in capitals.
    """
    left, right = pair
    before, behind = around
    if left.isalpha() and right.isdigit() and behind.isalpha():
        named = left in words.labels | words.prefixes | words.first or len(left) <= len("top")
        return -SURELY if named or shouted else NAMED
    is_word = right.isalpha() and right not in words.last
    if is_word and YEAR.fullmatch(left) and right not in OF_YEARS:
        return YEARLY
    if is_word and before in BEFORE_TIMES and len(right) > len("inch"):
        return 0.0  # “behind the bakery at 5-waiting”: what was learned tells.
    return SAID if is_word and right in words.right and left[-1:].isdigit() else -SURELY
