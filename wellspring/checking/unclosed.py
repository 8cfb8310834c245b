"""Links that Markdown does not see because they have no end; called by check_source.

Readers would see their brackets. Whether they do, Markdown itself is asked, and only about what
looks like it: so no code, no link over two lines and no bracket in prose is taken for one.
"""

import re
from collections.abc import Iterator

from wellspring.checking.shown import MARK, show, with_marks
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.prose import blank_code

# Only before such an address are brackets certainly meant as a link.
BEGINNING = re.compile(
    r"(?<!\\)!?\[(?P<words>(?!\^)(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\](?:\([^()]{0,500}\))?){0,500})\]"
    r"\(<?(?P<address>(?:https?://|mailto:|\{filename\}|\{static\})"
    r"[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"
)
# What may stand between an address and its end.
CLOSED = re.compile(r">?\s*(?:\"[^\"\n]*\"\s*|'[^'\n]*'\s*)?\)")
AT_END = ".,;:!?*_"
LONGEST = 40


def check_unclosed(source: Source) -> Iterator[Finding]:
    """Report links that readers would see as they are written."""
    body = blank_code(source.body) if "](" in source.body else ""
    suspects = [match for match in BEGINNING.finditer(body) if not CLOSED.match(body, match.end())]
    if not suspects:
        return
    shown = shown_as_written(source.body, [match.end("words") for match in suspects])
    for number, match in enumerate(suspects):
        if number in shown:
            line = source.body_line + body.count("\n", 0, match.start())
            column = match.start() - body.rfind("\n", 0, match.start())
            yield Finding(Place(source.path, line, column), message_of(match))


def shown_as_written(body: str, ends: list[int]) -> set[int]:
    """Return the numbers of those words whose brackets readers would see; they end at `ends`."""
    words = show(with_marks(body, ends)).words
    return {int(number) for number in re.findall(rf"{MARK}(\d+){MARK}\]\(", words)}


def message_of(match: re.Match[str]) -> str:
    """Say what is wrong with a link, and how to write it."""
    words = " ".join(match["words"].split())
    words = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    picture = "!" if match[0].startswith("!") else ""
    what = "picture" if picture else "link"
    right = f"{picture}[{words}]({match['address'].rstrip(AT_END)})"
    return (
        f"this {what} has no end, and readers would see its brackets. Close it with `)` right "
        f"behind its address: `{right}`."
    )
