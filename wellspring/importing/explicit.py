"""Lines that say themselves what they are: list items, Markdown, dividers; called by blocks."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from wellspring.importing.block import Block
from wellspring.importing.line import Line

BULLET = re.compile(r"(?P<mark>[-*+•‣▪◦·●○▢☐□–§]|o)[ \t]+(?P<text>\S.*)")
# What is to be done, and what has been: “[ ] call Ruth”, “- [x] buy honey”.
BOX = re.compile(r"(?:[-*+•] )?\[(?P<done>[ xX✓✔]?)\] +(?P<text>\S.*)")
# Signs that people put before items: “✅ Soup”, “→ Soup”.
SIGNED = re.compile(
    r"(?P<mark>[^\w\s\"'“”‘’«»(\[\]<>≤≥≈±×÷−↑↓#$£€¥₹§©@%&*_.,;:!?…/|~=+–—-]+)\s+(?P<text>\S.*)"
)
# A cross says the opposite of its item.
CROSSED = re.compile(r"[❌✖✗✘❎☒🚫]")
# What is a bullet or a number only where a line is known to be an item.
ODD = re.compile(
    r"(?:-{1,2}>|--|=>|>>|»|~(?!\s*\d)|\[ ?\]|[-–](?=[^\s\d-]))\s*(?P<text>[^\s-].*)"
    r"|(?:step )?(?P<number>\d{1,2})(?:st|nd|rd|th)?(?:[.:]\s+|\s*[-–—]\s+(?!\d))(?P<words>\S.*)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?P<number>\d{1,3})[.)][ \t]+(?P<text>\S.*)|\((?P<inner>\d{1,2})\)[ \t]+(?P<rest>\S.*)"
)
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>\S.*?)(?:[ \t]+#+)?")
QUOTE = re.compile(r">[ \t]?(?P<text>.*)")
SAID = re.compile(r"> (?P<text>[^>\s].*)")
RULE = re.compile(r"(?:[-*_][ \t]?){3,}|[⁂❦*~—]|-{2}|–{2}|(?:[•·~=#–—][ \t]?){3,}")
TABLE = re.compile(r"\|.*\|")
FENCE = re.compile(r"`{3,}|~{3,}")
FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
# Marks of which a text has several if it is Markdown.
SIGNS = re.compile(
    r"\*\*\S[^*]*\*\*|\]\(https?://|^> \S|`[^`\n]+`|(?<!\w)\*\w[^*\n]*\w\*(?!\w)|^\[\^",
    re.MULTILINE,
)
ENOUGH = 2
INDENT = 2


def is_markdown(lines: Sequence[Line]) -> bool:
    """Tell whether a text is written in Markdown, so that its marks are meant."""
    filled = [line.text for line in lines if line.text]
    # A heading has something to head; hashtags stand in a row, or at the end.
    heads = [
        (above, below)
        for above, below in pairwise(filled)
        if HEADING.fullmatch(above) and not HEADING.fullmatch(below)
    ]
    heads += [(above, below) for above, below in pairwise(filled) if is_deeper(above, below)]
    text = "\n".join(text for text in filled if not HEADING.fullmatch(text))
    return len(SIGNS.findall(text)) + len(heads) >= ENOUGH


def is_deeper(above: str, below: str) -> bool:
    """Tell whether two headings stand right below each other, the second one level deeper."""
    heads = HEADING.fullmatch(above), HEADING.fullmatch(below)
    return all(heads) and len(heads[0]["marks"]) < len(heads[1]["marks"])  # type: ignore[index]


# Marks that stand for other things as well, so that one line alone is no list.
WEAK = "+*o–·●○§"


def is_lone(line: Line, beside: Sequence[Line]) -> bool:
    """Tell whether a line with a weak mark has no neighbour with a mark, the same or another."""
    return line.text[0] in WEAK and not any(BULLET.fullmatch(other.text) for other in beside)


def signed_item(line: Line, marks: Sequence[str], *, seen: bool) -> Block | None:
    """Return the item that a line is that begins with a sign, as one beside it does.

    `marks` are those of all such lines together: where they differ, each says something of its
    item, and stays. Of a line that is `seen` to be an item none beside it has to begin so.
    """
    found = SIGNED.fullmatch(line.text)
    if found and (seen or len(marks) > 1):
        kept = len(set(marks)) > 1 or CROSSED.search(found["mark"])
        text = line.text if kept else found["text"]
        return Block("item", line, text, level=line.indent // INDENT)
    odd = ODD.fullmatch(line.text) if seen else None
    if odd and odd["number"]:
        return Block("number", line, odd["words"], number=int(odd["number"]))
    return Block("item", line, odd["text"], level=line.indent // INDENT) if odd else None


def marks_around(lines: Sequence[Line], index: int) -> list[str]:
    """Return the signs of the lines around one that begin with any, without another between."""
    if not SIGNED.fullmatch(lines[index].text):
        return []
    sides = (reversed(lines[: index + 1]), lines[index + 1 :])
    runs = (takewhile(bool, (SIGNED.fullmatch(line.text) for line in side)) for side in sides)
    return [found["mark"] for run in runs for found in run if found]


def is_apart(text: str) -> bool:
    """Tell whether a line begins with a mark that sets it apart from those around it."""
    marks = (RULE, BULLET, NUMBERED, SIGNED, TABLE, FENCE)
    return any(mark.fullmatch(text) for mark in marks) or text.startswith((">", "#"))


def explicit_block(line: Line, *, markdown: bool) -> Block | None:
    """Return the block of a line that says what it is, or None."""
    text = line.text
    if RULE.fullmatch(text):
        return Block("rule", line, "---")
    if found := BOX.fullmatch(text):
        done = "✓ " if found["done"].strip() else ""
        return Block("item", line, f"{done}{found['text']}", level=line.indent // INDENT)
    if found := BULLET.fullmatch(text):
        return Block("item", line, found["text"], level=line.indent // INDENT)
    if found := NUMBERED.fullmatch(text):
        words = found["text"] or found["rest"]
        number = int(found["number"] or found["inner"])
        return Block("number", line, words, level=line.indent // INDENT, number=number)
    if found := SAID.fullmatch(text):
        return Block("quote", line, found["text"])
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
