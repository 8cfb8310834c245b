"""Blocks as Markdown, in which nothing is a mark that was a letter; called by read_story."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wellspring.importing.block import LISTS, Block

# What Markdown would take for a mark anywhere in a line.
ANYWHERE = re.compile(r"[\\`*]|\[(?=[^\]]*\][(\[:])|\[(?=\^)|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)|!(?=\[)")
STRESSED = re.compile(r"(?<![\w*\\])\*[^\W\d_](?:[^*\n]{0,80}[\w.,!?])?\*(?![\w*])")
TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://[^\s<>]+>)")
ENTITY = re.compile(r"&(?=#?\w+;)")
ATTRIBUTES = re.compile(r"\{(?=[:#.\w][^{}]*\})")
# What it would take for one at a line's start.
AT_START = re.compile(r"(?P<mark>[#>+=-]|:(?=[ \t])|\|)(?P<rest>.*)", re.DOTALL)
NUMBER = re.compile(r"(?P<number>\d+)(?P<mark>[.)])(?=\s)")
FENCE = re.compile(r"~(?=~~)")
ADDRESS = re.compile(r"https?://[^\s<>]+")


def escape(text: str, *, markdown: bool) -> str:
    """Return words as Markdown that shows them as they are; in Markdown, marks stay marks."""
    safe = TAG.sub("&lt;", text if markdown else ENTITY.sub("&amp;", text))
    if markdown:
        return safe
    parts: list[str] = []
    last = 0
    for match in ADDRESS.finditer(safe):
        parts += (escape_marks(safe[last : match.start()]), match[0].replace("*", "\\*"))
        last = match.end()
    return "".join((*parts, escape_marks(safe[last:])))


def escape_marks(text: str) -> str:
    """Return words with a backslash before each mark but those of emphasis: “I *really* did”."""
    stressed = {at for found in STRESSED.finditer(text) for at in (found.start(), found.end() - 1)}
    marked = ANYWHERE.sub(
        lambda match: match[0] if match.start() in stressed else f"\\{match[0]}", text
    )
    return ATTRIBUTES.sub("\\\\{", marked)


def escape_start(text: str) -> str:
    """Return a line whose first letters are no mark."""
    if AT_START.match(text) and not text.startswith(("|", ":")):
        return f"\\{text}"
    if text.startswith("|"):
        return f"&#124;{text[1:]}"
    if text.startswith(":"):
        return f"&#58;{text[1:]}"
    numbered = NUMBER.sub(lambda match: f"{match['number']}\\{match['mark']}", text, count=1)
    return FENCE.sub("&#126;", numbered if NUMBER.match(text) else text, count=1)


def shown(text: str, *, markdown: bool) -> str:
    """Return the words of a line as Markdown that begins with no mark."""
    plain = escape(text, markdown=markdown)
    return plain if markdown else escape_start(plain)


def write_block(block: Block, *, markdown: bool) -> str:
    """Return one block."""
    if block.kind in {"rule", "verbatim", "written"}:
        return block.text
    if block.kind == "verse":
        # Two blanks at its end keep a line (https://spec.commonmark.org/0.31.2/#hard-line-breaks).
        return "  \n".join(shown(line, markdown=markdown) for line in block.text.split("\n"))
    text = escape(block.text, markdown=markdown)
    if block.kind == "heading":
        return f"{'#' * block.level} {text}"
    if block.kind == "quote":
        return f"> {escape_start(text)}" if not markdown else f"> {text}".rstrip()
    mark = {"item": "- ", "number": f"{block.number}. "}.get(block.kind, "")
    return f"{'    ' * block.level}{mark}{shown(block.text, markdown=markdown)}"


def stands_close(above: Block, below: Block, *, markdown: bool) -> bool:
    """Tell whether two blocks are parts of one, with no blank line between."""
    if above.kind == below.kind and above.kind in {"verbatim", "quote"}:
        return above.kind == "verbatim" or (markdown and below.line.number == above.line.number + 1)
    lists = above.kind in LISTS and below.kind in LISTS
    return lists and (above.kind == below.kind or below.level != above.level)


def write_blocks(blocks: Sequence[Block], *, markdown: bool) -> str:
    """Return a body; blank lines stand around all blocks but those of one list."""
    parts = [write_block(block, markdown=markdown) for block in blocks[:1]]
    for above, below in pairwise(blocks):
        parts.append("\n" if stands_close(above, below, markdown=markdown) else "\n\n")
        parts.append(write_block(below, markdown=markdown))
    return "".join(parts)
