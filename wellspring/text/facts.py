"""The facts in a sentence that an edit must not change unseen; called by the change guard.

A lost “not” or a changed dose can hurt a reader, and neither looks wrong on the page.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|nothing|nobody|cannot|avoid|stop|unless|except"
    r"|(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need)n[’']?t)\b",
    re.IGNORECASE,
)
NUMBER = (
    r"(?:\d+(?:[.,]\d+)*(?:\s?(?:[–—-]|to)\s?\d+(?:[.,]\d+)*)?|half|once|twice|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    r"|a\s+(?:few|couple\s+of|quarter\s+of|third\s+of)|several|many)"
)
UNIT = (
    r"(?:%|‰|°\s?[CF]|(?:per\s?cent|percent|mg|mcg|µg|μg|micrograms?|milligrams?|grams?|g|kg|ml|millilit(?:er|re)s?"
    r"|l|lit(?:er|re)s?|IU|units?|mmol|mmHg|bpm|kcal|calories|tablets?|pills?|capsules?|drops?"
    r"|puffs?|doses?|times|sessions?|infusions?|seconds?|minutes?|hours?|days?|nights?|weeks?"
    r"|months?|years?|people|patients|adults|children|women|men|steps|miles|km|cups?|glasses|drinks"
    r"|a\s+(?:day|week|month|night))\b)"
)
AMOUNT = re.compile(
    rf"\b(?P<number>{NUMBER})[\s-]?(?P<more>(?:in|out\s+of)\s+{NUMBER}|{UNIT})", re.IGNORECASE
)
# Where a sentence may end: an empty line, the next item, or blanks after a full stop.
BREAK = re.compile(
    r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#>|:]|\d+[.)])[ \t])"
    r"|(?:(?<=[^\d][.!?])|(?<=\d\d[.!?])|(?<=[.!?][”\"’')*_]))\s+"
)
FOOTNOTE_MARK = re.compile(r"\[\^[^\]\n]+\]:?")
MARKS = re.compile(r"[*_#>|`~\[\]]+|\(\s+\)|^\s*(?:[-+]|\d+[.)])\s")

NamesIn = Callable[[str], set[str]]


def sentences(prose: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Yield (line, sentence) of a post's prose, without Markdown's marks, white space single."""
    start = 0
    prose = FOOTNOTE_MARK.sub(lambda match: " " * len(match[0]), prose)
    for end, after in [*(match.span() for match in BREAK.finditer(prose)), (len(prose), 0)]:
        piece = prose[start:end]
        text = " ".join(MARKS.sub(" ", piece).split())
        if re.search(r"\w", text):
            blanks = len(piece) - len(piece.lstrip())
            yield first_line + prose.count("\n", 0, start + blanks), text
        start = after


def facts_of(sentence: str, names_in: NamesIn) -> Counter[str]:
    """Return the negations, amounts and drug names of a sentence; `names_in` finds the drugs."""
    facts = Counter(match[0].casefold().replace("’", "'") for match in NEGATION.finditer(sentence))
    facts.update(amounts(sentence))
    facts.update(names_in(sentence))
    return facts


def amounts(sentence: str) -> Iterator[str]:
    """Yield numbers with their units in one form: `50 mg` for `50mg` and `50-mg`."""
    for match in AMOUNT.finditer(sentence):
        number = re.sub(r"\s?[–—-]\s?", "–", match["number"].casefold())
        yield f"{number} {' '.join(match['more'].casefold().split())}"
