"""Regular expressions of the house style; called while topics and rules are loaded."""

import re

from wellspring.house.table import Table
from wellspring.model.phrase import Expression


def expressions_pattern(table: Table, key: str) -> Expression | None:
    """Read a list of regular expressions, naming the one that is wrong."""
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
    return Expression("|".join(good)) if good else None
