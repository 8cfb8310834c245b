"""A task that there is not: named with the nearest one. Called by tasks.py before Invoke's parser.

Only the first word is looked at, because a later one may be the value of a flag.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from invoke import Exit

from wellspring.commands.report import complain

HELP = ("-h", "--help")


def refuse_unknown(words: Sequence[str], names: Iterable[str]) -> None:
    """End with exit code 2 when the first word of the command line is neither a flag nor a task."""
    word = next((word for word in words if word not in HELP), "-")
    known = list(names)
    if word.startswith("-") or word in known:
        return
    near = get_close_matches(word.casefold(), known, 1)
    meant = f"Did you mean `{near[0]}`? " if near else ""
    complain(f"There is no task `{word}`. {meant}`python3 blog.py` lists them all.")
    raise Exit(code=2)
