"""The words a reader reads, cut out of Markdown without moving any of them.

What is not prose (code, addresses, HTML) is replaced by blanks of the same
length, so that a line and column found in the result is one in the file.
What Markdown would show stays, however odd: a fence that is never closed is no
code, and a lone backtick hides nothing. Called by read_post; searched by decide
and by the checking rules.
"""

import re
from collections.abc import Iterable

# Without one of them, there is no code to look for.
FENCES = ("~~~", "```")
# As Python-Markdown has it: from the line's start, and only if it is closed by the same mark.
FENCED = re.compile(
    r"^(?P<mark>~{3,}|`{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=[^\n]*)?)\n"
    r"(?:.*?\n)??(?P=mark)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
# Anything within one block of text: Markdown looks for nothing across an empty line.
IN_BLOCK = r"(?:(?!\n[ \t]*\n)[\s\S])"
LINK = re.compile(
    r"(?P<words>\[(?:[^\[\]\n]|\[[^\[\]\n]*\]|\n(?![ \t]*\n))*\])"
    r"(?P<address>\([^()\s]*(?:\s+\"[^\"\n]*\")?\))"
)
TICKS = re.compile(r"`+")
BLOCK_END = re.compile(r"(\n[ \t]*\n)")
WITHIN = r"(?:(?!<!--|-->)[\s\S])*"
# Only at the start of a block: elsewhere Markdown shows some of what looks like a comment.
COMMENT = rf"(?:\A|(?<=\n\n))[ ]{{0,3}}<!--{WITHIN}-->"
REFERENCE = (
    r"^[ ]{0,3}\[[^\[\]\n]*\]:[ ]*\n?[ ]*\S+[ ]*(?:\n[ ]*)?"
    r"(?:\"[^\"\n]*\"[ ]*|'[^'\n]*'[ ]*|\([^)\n]*\)[ ]*)?$"
)
MARKUP = re.compile(
    rf"""
      {COMMENT}
    | <[A-Za-z/](?:(?!\n[ \t]*\n)[^<>])*>         # tags and <https://…>
    """,
    re.VERBOSE | re.MULTILINE,
)
ADDRESSES = re.compile(
    rf"""
      {REFERENCE}                                 # an address given further down
    | \bhttps?://[^\s)>\]]+                       # bare addresses
    | \{{(?:filename|static|attach|:)[^{{}}\n]*\}}    # link targets and attribute lists
    """,
    re.VERBOSE | re.MULTILINE,
)
COMMENTS = re.compile(COMMENT, re.MULTILINE)
FOOTNOTE_TEXT = re.compile(r"^\[\^[^\]]+\]:")


def blank(text: str) -> str:
    """Return as many blanks as there are characters, keeping line breaks."""
    return re.sub(r"[^\n]", " ", text)


def blank_fences(body: str) -> str:
    """Blank fenced code blocks, the fences included."""
    if not any(mark in body for mark in FENCES):
        return body
    return FENCED.sub(lambda match: blank(match[0]), body)


def blank_inline_code(body: str) -> str:
    """Blank code within lines, where it can only be meant as code.

    What does not pair up stays as it is, and so does what spans lines: Markdown shows some of it.
    """
    if "`" not in body:
        return body
    return "".join(blank_pairs(block) if "`" in block else block for block in BLOCK_END.split(body))


def blank_pairs(block: str) -> str:
    """Blank what stands between equal runs of backticks of a block, on one line.

    Of a run that has no other, or is escaped, Markdown may take a part: from there on all stays.
    """
    runs = list(TICKS.finditer(block))
    nearest: dict[int, int] = {}
    following: list[int | None] = [None] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        length = len(runs[number][0])
        following[number] = nearest.get(length)
        nearest[length] = number
    spans: list[tuple[int, int]] = []
    number = 0
    while number < len(runs):
        first, other = runs[number].start(), following[number]
        if other is None or block[first - 1 : first] == "\\":
            break
        end = runs[other].end()
        if "\n" not in block[first:end]:
            spans.append((first, end))
        number = other + 1
    return blank_spans(block, spans)


def blank_code(body: str) -> str:
    """Return the body with code and comments blanked out, same length; addresses stay."""
    text = blank_inline_code(blank_fences(body))
    if "<!--" not in text:
        return text
    return COMMENTS.sub(lambda match: blank(match[0]), text)


def prose_of(body: str) -> str:
    """Return the body with everything that is not prose blanked out, same length.

    Each kind is looked for in the body as it was written, so that none seems to be another.
    """
    text = blank_fences(body)
    without_code = blank_inline_code(text)
    spans = [match.span() for match in MARKUP.finditer(without_code)] if "<" in body else []
    spans += [match.span("address") for match in LINK.finditer(text)]
    spans += [
        match.span() for match in ADDRESSES.finditer(text) if not FOOTNOTE_TEXT.match(match[0])
    ]
    return blank_spans(without_code, spans)


def blank_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with stretches of it, which may overlap, blanked."""
    parts: list[str] = []
    last = 0
    for start, end in sorted(spans):
        if end > last:
            first = max(start, last)
            parts += (text[last:first], blank(text[first:end]))
            last = end
    return "".join((*parts, text[last:]))
