"""Lines in which a page's parts have lost the blanks between them; called by story before all else.

Where a browser showed a gap, a copied line may have none: “Robin ExampleFeb 2, 2024∙ 5 min”. The
first lines get them back, with a dot as such pages have it, so that forms know the parts. Tags that
have run together, “mindfulnessself carehow to”, get their signs.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from wellspring.importing.line import Line, is_prose

MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
NAMED = rf"(?:{MONTHS})[a-z]*\.? \d{{1,2}}, \d{{4}}"
NUMBERED = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
DAY = rf"(?:{NAMED}|{NUMBERED})"
DONE = r"(?:Photos?|Photography|Pictures|Illustrations?|Reading time)\b(?=[: ])"
# A day behind a word; what stands behind a day; what else somebody has done; a dot between words.
GAPS = re.compile(
    rf"(?<=[a-zà-ÿ.])(?={DAY})|(?<=[a-z])//(?={DAY})|(?<=, (?:19|20)\d\d)(?=[A-Z∙·])"
    rf"|(?<=\.(?:19|20)\d\d)(?=[A-Z])|(?<=[a-zà-ÿ])(?={DONE})|(?<=\w)[·∙](?=[A-Z])"
)
DOT = " · "
# So many filled lines of a page may stand above its story.
MOST, LONGEST = 40, 160
LONGEST_TAG, MOST_TAGS = 24, 12
GLUED = re.compile(r"(?=.{9})[a-z][a-z -]*[a-z]")


def with_gaps(lines: Sequence[Line]) -> list[Line]:
    """Return lines with blanks between the parts of those above the first prose."""
    found = list(lines)
    filled = 0
    for at, line in enumerate(lines):
        filled += bool(line.text)
        if filled > MOST or (is_prose(line.text) and len(line.text) > LONGEST):
            break
        if len(line.text) <= LONGEST and GAPS.search(line.text):
            found[at] = replace(line, text=" ".join(GAPS.sub(DOT, line.text).split()))
    return found


def with_tags_apart(lines: Sequence[Line], tags: Container[str]) -> list[Line]:
    """Return lines in which tags that have run together stand apart, as hashtags."""
    found = list(lines)
    for at, line in enumerate(lines):
        if len(line.text) <= LONGEST and GLUED.fullmatch(line.text):
            parts = apart(line.text, tags)
            # Blanks alone between all of them are those of words; “sleepwalking” is a word.
            many = len(parts) > len("ab") or (len(parts) > 1 and " " in line.text)
            if many and " ".join(parts) != line.text:
                found[at] = replace(line, text=" ".join(f"#{tag}" for tag in parts))
    return found


def apart(text: str, tags: Container[str]) -> tuple[str, ...]:
    """Return the fewest tags that a text is nothing but, run together, or none."""
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(text) + 1):
        ways = [
            (*best[start], text[start:end])
            for start in range(max(0, end - LONGEST_TAG), end)
            if start in best and text[start:end] in tags
        ]
        if ways:
            best[end] = min(ways, key=len)
    found = best.get(len(text), ())
    return found if len(found) <= MOST_TAGS else ()
