"""Leave out findings about the spelling of what Markdown shows as code; called by check_text.

What stands in a fence, or between ticks within a line, is no prose to begin with. Here Markdown is
asked about the rest, such as indented blocks, HTML and ticks that span lines. What a text claims
counts wherever readers see it, so only findings that offer a fix are looked at.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from wellspring.checking.shown import show
from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.prose import blank_code

# Without one of these a line begins or holds no code.
SIGN = re.compile(
    r"[^A-Za-z]*?(?: {4}|\t)|.*?(?:`|<(?:code|kbd|pre|samp|script|style)\b)", re.IGNORECASE
)
# Letters that no text holds: one for each place that is asked about.
FIRST_LETTER = 0xF0000


def without_code(findings: Sequence[Finding], source: Source) -> list[Finding]:
    """Return findings without those that would mend code."""
    lines = source.body.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    offsets: dict[int, Finding] = {}
    for finding in findings:
        place = finding.fix.place if finding.fix else None
        if place and place.line >= source.body_line:
            offsets[starts[place.line - source.body_line] + place.column - 1] = finding
    if not offsets or not has_signs(source.body):
        return list(findings)
    coded = {id(offsets[offset]) for offset in offsets_in_code(source.body, sorted(offsets))}
    return [finding for finding in findings if id(finding) not in coded]


def has_signs(body: str) -> bool:
    """Tell whether something in a body may be code that is not known as such."""
    lines = blank_code(body).split("\n")
    return any(SIGN.match(line) for line in lines if line.strip())


def offsets_in_code(body: str, offsets: Sequence[int]) -> Iterator[int]:
    """Yield those of some offsets, which are sorted, at which a body shows code."""
    parts: list[str] = []
    last = 0
    for number, offset in enumerate(offsets):
        parts += (body[last:offset], chr(FIRST_LETTER + number))
        last = offset + 1
    for letter in show("".join((*parts, body[last:]))).code:
        if 0 <= ord(letter) - FIRST_LETTER < len(offsets):
            yield offsets[ord(letter) - FIRST_LETTER]
