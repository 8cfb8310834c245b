"""Signs that a text is not what its author wrote: called by read_source for every file.

Half a merge, bytes read in the wrong encoding, characters that no feed may hold, a size that no
article has.
"""

import re
from collections.abc import Iterator

from wellspring.model.finding import Finding
from wellspring.model.place import Place

# Far more than a book chapter; Markdown takes time in step with the square of some texts.
MOST_BYTES = 300_000
# What XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets), and what turns the reading direction.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u202a-\u202e]")
CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)$", re.MULTILINE)
# UTF-8 that was read as Windows-1252 and saved again: é as Ã©, ’ as â€™, a hard blank as Â.
MOJIBAKE = re.compile("Ã[\x80-\xbf©¨ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿]|â€[™œ\x9d˜“”¦¢]|Â[\xa0©®°±·»«]|ï»¿")
LOST = re.compile("\ufffd")


HIDDEN = (
    "an invisible character (U+{code:04X}) stands here, which can break feeds or turn text around. "
    "Delete it."
)
WRONG = (
    "“{found}” looks like a letter that was saved in the wrong encoding. Type it anew, or restore "
    "the file."
)
GONE = "a letter was lost here (U+FFFD) when the file was converted. Type it anew."
FLAWS = ((FORBIDDEN, HIDDEN), (MOJIBAKE, WRONG), (LOST, GONE))
MERGE = "two versions of this text were merged and not reconciled. Keep one, and delete the marks."


def find_flaws(text: str, path: str) -> Iterator[Finding]:
    """Yield each kind of flaw in a text once, at its first place."""
    for pattern, message in FLAWS:
        match = pattern.search(text)
        if match:
            values = {"code": ord(match[0][0]), "found": match[0]}
            yield Finding(place_of(text, match.start(), path), message.format(**values))
    conflicts = list(CONFLICT.finditer(text))
    if {match[0][0] for match in conflicts} >= {"<", "=", ">"}:
        yield Finding(place_of(text, conflicts[0].start(), path), MERGE)


def place_of(text: str, offset: int, path: str) -> Place:
    """Return line and column of an offset."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + 1, offset - start + 1)


def too_big(size: int) -> str:
    """Say that a file is too big, or nothing."""
    if size <= MOST_BYTES:
        return ""
    return (
        f"this file has {size:,} bytes, and a text may have {MOST_BYTES:,}. Split it into several "
        "articles."
    )
