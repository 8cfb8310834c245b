"""The house rules, for commands that must start quickly; whoever waits for them is told so."""

from pathlib import Path

from wellspring.commands.progress import tell_waiting
from wellspring.house.cache import kept_rules
from wellspring.house.plain_rules import Rules


def read_rules(editorial: Path, root: Path) -> Rules:
    """Return the rules in editorial/ of the blog in a folder. Raises HouseStyleError."""
    return kept_rules(editorial, root / ".build" / "house", tell_anew)


def tell_anew(*, first: bool) -> None:
    """Say that the rules are read, which takes seconds."""
    if first:
        tell_waiting("Reading the house rules for the first time…")
    else:
        tell_waiting("Reading the house rules anew, as they have changed…")
