"""Lines that say themselves what they are: list items, Markdown, dividers; called by blocks."""

import re
from collections.abc import Sequence

from wellspring.importing.block import Block
from wellspring.importing.line import Line

BULLET = re.compile(r"(?P<mark>[-*+•‣▪◦·●○–]|o)[ \t]+(?P<text>\S.*)")
NUMBERED = re.compile(
    r"(?P<number>\d{1,3})[.)][ \t]+(?P<text>\S.*)|\((?P<inner>\d{1,2})\)[ \t]+(?P<rest>\S.*)"
)
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>\S.*?)(?:[ \t]+#+)?")
QUOTE = re.compile(r">[ \t]?(?P<text>.*)")
RULE = re.compile(r"(?:[-*_][ \t]?){3,}|[⁂❦]|(?:[•·~=][ \t]?){3,}")
TABLE = re.compile(r"\|.*\|")
FENCE = re.compile(r"`{3,}|~{3,}")
FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
# Marks of which a text has several if it is Markdown.
SIGNS = re.compile(
    r"^#{1,6} \S|\*\*\S[^*]*\*\*|\]\(https?://|^> \S|`[^`\n]+`|(?<!\w)\*\w[^*\n]*\w\*(?!\w)|^\[\^",
    re.MULTILINE,
)
ENOUGH = 2
INDENT = 2


def is_markdown(lines: Sequence[Line]) -> bool:
    """Tell whether a text is written in Markdown, so that its marks are meant."""
    text = "\n".join(line.text for line in lines)
    return len(SIGNS.findall(text)) >= ENOUGH


# Marks that stand for other things as well, so that one line alone is no list.
WEAK = "+*o–·●○"


def is_lone(line: Line, beside: Sequence[Line]) -> bool:
    """Tell whether a line with a weak mark has no neighbour with the same."""
    mark = line.text[:2]
    return mark[0] in WEAK and not any(other.text.startswith(mark) for other in beside)


def explicit_block(line: Line, *, markdown: bool) -> Block | None:
    """Return the block of a line that says what it is, or None."""
    text = line.text
    if RULE.fullmatch(text):
        return Block("rule", line, "---")
    if found := BULLET.fullmatch(text):
        return Block("item", line, found["text"], level=line.indent // INDENT)
    if found := NUMBERED.fullmatch(text):
        words = found["text"] or found["rest"]
        number = int(found["number"] or found["inner"])
        return Block("number", line, words, level=line.indent // INDENT, number=number)
    return markdown_block(line) if markdown else None


def markdown_block(line: Line) -> Block | None:
    """Return the block of a line of Markdown that is no paragraph."""
    text = line.text
    if found := HEADING.fullmatch(text):
        return Block("heading", line, found["text"], level=len(found["marks"]))
    if found := QUOTE.fullmatch(text):
        return Block("quote", line, found["text"])
    if TABLE.fullmatch(text) or FOOTNOTE.match(text):
        return Block("verbatim", line, text)
    return None
