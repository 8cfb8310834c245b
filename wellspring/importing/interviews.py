"""Questions that are headings of an interview, since others of it are; called by headings."""

import re
from collections.abc import Sequence

from wellspring.importing.block import Block
from wellspring.importing.line import Line, ends_sentence

ASKS = "asks"
QUOTES = "\"“”‘'"
INNER_END = re.compile(r"(?<!\bvs)(?<!\b[DSM]r)(?<!\bMrs)(?<!\b[MS][st])[.!?…] ")
# “Prep time: 3 minutes”, as recipes have it, or a name before what somebody says.
LABELLED = re.compile(r"[^\W\d_][^.:!?]{2,30}: \S")
# What whoever asks says to whom they ask, behind something else: “… Do you still see daylight?”
TO_SOMEBODY = re.compile(
    r"(?:How|Wh\w+|Do|Did|Is|Are|Was|Were|Ha[ds]|Have|Can|Could|Will|Would)\b.*\byou(?:rs?|rself)?\b"
)
LONGEST_MAYBE, LONGEST_TWO = 70, 130
# So many questions that head sections make a story an interview.
LEAST_ASKED = 3


def asked_between(
    entries: Sequence[Block | Line], found: dict[int, str], *, longer: bool = False
) -> dict[int, str]:
    """Return the other questions of a story that is an interview: short ones, with an answer.

    Whoever asks goes on with “And” or “But”, and is now and then answered in a word. `longer`: only
    those that stand behind another sentence, as the first one may.
    """
    asked = [index for index in found if texts_at(entries, index).endswith("?")]
    if len(asked) < LEAST_ASKED or len(asked) * 2 < len(found):
        return {}
    return {
        index: ASKS
        for index in range(len(entries) - 1)
        if index not in found and is_asked(index, entries, found)
        if (index > asked[0] and not longer) or INNER_END.search(texts_at(entries, index)[:-1])
    }


def is_asked(index: int, entries: Sequence[Block | Line], found: dict[int, str]) -> bool:
    """Tell whether a line is one short question, with an answer between it and others."""
    text, below = texts_at(entries, index), texts_at(entries, index + 1)
    alone = index - 1 not in found and index + 1 not in found
    alone = alone and not (index and texts_at(entries, index - 1).endswith("?"))
    parts = INNER_END.split(text[:-1])
    said = len(parts) == len("ab") and TO_SOMEBODY.match(parts[-1]) is not None
    short = len(text) <= (LONGEST_TWO if said else LONGEST_MAYBE) and (said or len(parts) == 1)
    return (
        alone
        and short
        and text.endswith("?")
        and text[0] not in QUOTES
        and not LABELLED.match(text)
        and (ends_sentence(below) or below.endswith(":"))
        and not below.endswith("?")
    )


def texts_at(entries: Sequence[Block | Line], index: int) -> str:
    """Return the text of a line that has not been told yet; none of a block."""
    entry = entries[index]
    return entry.text if isinstance(entry, Line) else ""
