"""Command lines that Invoke would misread: refused in one line. Called by tasks.py before that.

A task that there is not is named with the nearest one; only the first word is looked at, because a
later one may be the value of a flag. A title without quotes would be several tasks.
"""

from collections.abc import Iterable, Sequence

from invoke import Exit

from wellspring.commands.report import complain
from wellspring.text.suggest import asked, nearest

HELP = ("-h", "--help")
NEW = "new"


def refuse_unknown(words: Sequence[str], names: Iterable[str]) -> None:
    """End with exit code 2 when the first word of the command line is neither a flag nor a task."""
    word = next((word for word in words if word not in HELP), "-")
    known = list(names)
    if word.startswith("-") or word in known:
        return
    near = nearest(word, known)
    meant = f"{asked(near)} " if near else ""
    complain(f"There is no task `{word}`. {meant}`python3 blog.py` lists them all.")
    raise Exit(code=2)


def refuse_unquoted(words: Sequence[str]) -> None:
    """End with exit code 2 when a draft's title stands without quotes, or is a flag."""
    if not words or words[0] != NEW:
        return
    title, flag = [], ""
    for word in words[1:]:
        if not flag.startswith("-") or "=" in flag or word.startswith("-"):
            title += [] if word.startswith("-") and word not in HELP else [word]
        flag = word
    if set(title) & set(HELP):
        complain(f"`python3 blog.py --help {NEW}` says what there is to say with it.")
        raise Exit(code=2)
    if len(title) > 1:
        said = " ".join(title)
        complain(f'A title stands in quotes: invoke {NEW} "{said}". Nothing was written.')
        raise Exit(code=2)
