"""Callouts that would show as brackets, or as an empty box; called by check_source."""

import re
from collections.abc import Iterator, Sequence

from wellspring.checking.shown import show
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.callouts import CALLOUTS
from wellspring.text.suggest import did_you_mean

CALLOUT_LINE = re.compile(r" {0,3}>\s*\[!(?P<kind>[^\]\n]*)\]")
LOOSE = re.compile(r"[ >\t*_]*\[!(?P<kind>\w+)\]")
LOOSE_MARK = (
    "readers would see these brackets. Leave a blank line above, and begin the line with "
    "`> [!{kind}]`."
)


def check_callouts(source: Source, body: str) -> Iterator[Finding]:
    """Report callouts that say nothing, and those of a kind that does not exist.

    `body` is the text's, its code blanked.
    """
    if "[!" not in source.body:
        return
    lines, written = body.split("\n"), source.body.split("\n")
    for number, line in enumerate(lines):
        match = CALLOUT_LINE.match(line)
        if not match:
            continue
        kind = match["kind"]
        if kind.upper() not in CALLOUTS:
            message = f"there is no callout `{kind}`. {did_you_mean(kind, CALLOUTS)}"
        elif line[match.end() :].strip() or says_more(written, number + 1):
            continue
        else:
            message = (
                "this callout says nothing. Write its words into the next line, behind `> `, with "
                f"no empty line between, or delete `[!{kind}]`."
            )
        yield Finding(Place(source.path, source.body_line + number), message)
    yield from loose_marks(source, lines)


def loose_marks(source: Source, lines: Sequence[str]) -> Iterator[Finding]:
    """Report the marks of callouts that stand where Markdown sees none."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        mark = LOOSE.match(line)
        above = lines[number - 1] if number else ""
        goes_on = above.lstrip()[:1] == ">" and above.strip(" >") and not CALLOUT_LINE.match(above)
        begins = CALLOUT_LINE.match(line) and not goes_on
        if mark and mark["kind"].upper() in CALLOUTS and not begins:
            found.append((number, mark["kind"]))
    words = show(source.body).words if found else ""
    for number, kind in found:
        if f"[!{kind}]" in words:
            message = LOOSE_MARK.format(kind=kind)
            yield Finding(Place(source.path, source.body_line + number), message)


def says_more(lines: Sequence[str], start: int) -> bool:
    """Tell whether the lines from `start` on belong to a callout, as Markdown reads them."""
    for number in range(start, len(lines)):
        line = lines[number]
        # A blank line ends it; a line with `>` alone does not.
        if CALLOUT_LINE.match(line) or not line.strip():
            return False
        is_quoted = line.lstrip().startswith(">")
        if line.strip(" >\t\xa0"):
            # Right below the mark, words belong to it also without a sign.
            return is_quoted or number == start
    return False
