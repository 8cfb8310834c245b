"""Choose one of some names: as given, asked for on a terminal, or the first, said so.

Called by new. Nothing is asked where nobody could answer.
"""

import sys
from collections.abc import Iterable

from wellspring.commands.report import say
from wellspring.errors import ContentError
from wellspring.text.suggest import did_you_mean


def choose(what: str, given: str, names: Iterable[str]) -> str:
    """Return the name given, whatever its capitals, or else one of the names; empty if none is.

    Raises ContentError for a given name that is not one of them.
    """
    known = sorted(names)
    if given:
        for name in known:
            if name.casefold() == given.casefold():
                return name
        raise ContentError(f"there is no {what} `{given}`. {did_you_mean(given, known)}")
    if len(known) < 2:  # noqa: PLR2004 - one name is no choice
        return next(iter(known), "")
    return ask(what, known) if can_ask() else first(what, known)


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal who can read a question and answer it."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def first(what: str, names: list[str]) -> str:
    """Return the first name, and say that it was taken."""
    say(f"No {what} was named, so `{names[0]}` stands there. Others: {', '.join(names[1:])}.")
    return names[0]


def ask(what: str, names: list[str]) -> str:
    """Return the name that is chosen by its number or its beginning; Enter takes the first."""
    for number, name in enumerate(names, 1):
        say(f"  {number}  {name}")
    while True:
        try:
            answer = input(f"Which {what}? [1] ").strip()
        except EOFError:  # the terminal was closed, or Ctrl-D
            say("")
            return first(what, names)
        found = answered(answer, names)
        if len(found) == 1:
            return found[0]
        say(f"Type a number from 1 to {len(names)}, or how the name begins.")


def answered(answer: str, names: list[str]) -> list[str]:
    """Return the names that an answer can mean."""
    if not answer:
        return names[:1]
    if answer.isdecimal():
        return names[int(answer) - 1 : int(answer)] if int(answer) else []
    return [name for name in names if name.casefold().startswith(answer.casefold())]
