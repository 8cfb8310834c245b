"""Marks that stand for what is left out, and feet and inches; called by typography.

Smartypants opens a quotation before “'90s” and within “5'10"”. An apostrophe is U+2019, primes are
U+2032 and U+2033 (https://www.unicode.org/charts/PDF/U2000.pdf).
"""

import re

APOSTROPHE, PRIME, DOUBLE = "’", "′", "″"
OPEN = r"(?<![\w'\"&;])"
# Decades; years behind such a word, since a number may begin what somebody says; words that nobody
# writes in full.
LEFT_OUT = re.compile(
    rf"{OPEN}'(?=\d\ds\b)"
    r"|(?:(?<=\b(?:in|of|by) )|(?<=\bfrom )|(?<=\bsince ))'(?=\d\d\b(?!['\"\d]))"
    rf"|{OPEN}'(?=em\b(?![ -]dash)|(?:til|tis|twas|twere)\b)"
    r"|(?<= )'(?=n' )",
    re.IGNORECASE,
)
ROCK_AND_ROLL = re.compile(rf"(?<= {APOSTROPHE}n)'(?= )", re.IGNORECASE)
FEET = re.compile(
    r"(?<![\w'\"])(?P<feet>\d{1,2})'(?P<gap> ?)(?P<inches>\d{1,2}(?:\.\d)?)(?:\"|&quot;|'')"
)
# Without one of these there is nothing to do.
SIGN = re.compile(r"'[\dent]", re.IGNORECASE)


def with_apostrophes(text: str) -> str:
    """Return words, with no tags between them, in which such marks are what they stand for."""
    if not SIGN.search(text):
        return text
    text = FEET.sub(rf"\g<feet>{PRIME}\g<gap>\g<inches>{DOUBLE}", text)
    return ROCK_AND_ROLL.sub(APOSTROPHE, LEFT_OUT.sub(APOSTROPHE, text))
