"""The blog's own house style for tests: read once, because its expressions take long to compile."""

from functools import cache
from pathlib import Path

from wellspring.house.cache import kept_house, kept_rules
from wellspring.house.rules import load_rules
from wellspring.model.rule import Rule

ROOT = Path(__file__).parent.parent
EDITORIAL = ROOT / "editorial"


@cache
def real_rules() -> tuple[Rule, ...]:
    """Return the rules as they are read from their files."""
    return load_rules(EDITORIAL)


@cache
def kept_files() -> tuple[Path, ...]:
    """Return the files in which commands keep the house style, made if they are not there."""
    store = ROOT / ".build" / "house"
    kept_house(EDITORIAL, store)
    kept_rules(EDITORIAL, store)
    return tuple(store.glob("*.kept"))
