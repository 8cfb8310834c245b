"""The words a reader reads, cut out of Markdown without moving any of them.

What is not prose (code, addresses, HTML) is replaced by blanks of the same
length, so that a line and column found in the result is one in the file.
Called by read_post; searched by decide and by the checking rules.
"""

import re

FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")
NOT_PROSE = re.compile(
    r"""
      <!--.*?-->                                  # comments
    | (?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)    # code in a line
    | (?<=\])\([^()\s]*(?:\s+"[^"]*")?\)          # the address of a link or image
    | ^\[[^\]]+\]:\s*\S+.*?$                      # an address given further down
    | <[A-Za-z/][^<>]*>                           # tags and <https://…>
    | \bhttps?://[^\s)>\]]+                       # bare addresses
    | \{(?:filename|static|attach|:)[^{}\n]*\}    # link targets and attribute lists
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
FOOTNOTE_TEXT = re.compile(r"^\[\^[^\]]+\]:")


def blank(text: str) -> str:
    """Return as many blanks as there are characters, keeping line breaks."""
    return re.sub(r"[^\n]", " ", text)


def blank_match(match: re.Match[str]) -> str:
    """Blank one match; a footnote's text is prose even though it looks like an address."""
    text = match[0]
    return text if FOOTNOTE_TEXT.match(text) else blank(text)


def blank_fences(body: str) -> str:
    """Blank fenced code blocks, the fences included; an unclosed one runs to the end."""
    lines = []
    mark: str | None = None
    for line in body.split("\n"):
        fence = FENCE.match(line)
        inside = mark is not None
        if fence and mark is None:
            mark = fence["mark"]
        elif fence and mark and fence["mark"].startswith(mark):
            mark = None
        lines.append(blank(line) if inside or fence else line)
    return "\n".join(lines)


CODE = re.compile(r"<!--.*?-->|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)", re.DOTALL)


def blank_code(body: str) -> str:
    """Return the body with code and comments blanked out, same length; addresses stay."""
    return CODE.sub(lambda match: blank(match[0]), blank_fences(body))


def prose_of(body: str) -> str:
    """Return the body with everything that is not prose blanked out, same length."""
    return NOT_PROSE.sub(blank_match, blank_fences(body))
