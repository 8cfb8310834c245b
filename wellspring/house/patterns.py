"""Regular expressions of the house style, compiled; called while topics and rules are loaded."""

import re
from re import Pattern

from wellspring.house.table import Table


def expressions_pattern(table: Table, key: str) -> Pattern[str] | None:
    """Compile a list of regular expressions, naming the one that is wrong."""
    good: list[str] = []
    for expression in table.texts(key):
        try:
            re.compile(expression)
        except re.error as error:
            table.report(
                key, f"`{expression}` in `{key}` is not a regular expression: {error}. Mend it."
            )
        else:
            good.append(f"(?:{expression})")
    return re.compile("|".join(good), re.IGNORECASE) if good else None
