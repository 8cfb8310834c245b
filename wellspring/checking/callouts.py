"""Callouts that would show as brackets, or as an empty box; called by check_source."""

import re
from collections.abc import Iterator, Sequence

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.callouts import CALLOUTS
from wellspring.text.suggest import did_you_mean

CALLOUT_LINE = re.compile(r" {0,3}>\s*\[!(?P<kind>[^\]\n]*)\]")


def check_callouts(source: Source, body: str) -> Iterator[Finding]:
    """Report callouts that say nothing, and those of a kind that does not exist.

    `body` is the text's, its code blanked.
    """
    if "[!" not in source.body:
        return
    lines = body.split("\n")
    for number, line in enumerate(lines):
        match = CALLOUT_LINE.match(line)
        if not match:
            continue
        kind = match["kind"]
        if kind.upper() not in CALLOUTS:
            message = f"there is no callout `{kind}`. {did_you_mean(kind, CALLOUTS)}"
        elif line[match.end() :].strip() or says_more(source.body.split("\n")[number + 1 :]):
            continue
        else:
            message = (
                "this callout says nothing. Write its words into the next line, behind `> `, with "
                f"no empty line between, or delete `[!{kind}]`."
            )
        yield Finding(Place(source.path, source.body_line + number), message)


def says_more(lines: Sequence[str]) -> bool:
    """Tell whether the lines below a callout's mark go on with it, as Markdown reads them."""
    for number, line in enumerate(lines):
        # A blank line ends it; a line with `>` alone does not.
        if CALLOUT_LINE.match(line) or not line.strip():
            return False
        is_quoted = line.lstrip().startswith(">")
        if line.strip(" >\t\xa0"):
            # Right below the mark, words belong to it also without a sign.
            return is_quoted or not number
    return False
