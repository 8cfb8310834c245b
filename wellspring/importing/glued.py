"""Lines in which a page's parts have lost the blanks between them; called by story before all else.

Where a browser showed a gap, a copied line may have none: “Robin ExampleFeb 2, 2024∙ 5 min”. The
first lines get them back, with a dot as such pages have it, so that forms know the parts.
"""

import re
from collections.abc import Sequence
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
