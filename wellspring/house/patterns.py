"""Words and phrases compiled for matching; called while topics and rules are loaded."""

import re
from re import Pattern

from wellspring.house.table import Table

# Plural and possessive endings that a listed word may take without being listed again.
INFLECTION = r"(?:[’']s|s[’']|es|s)?"


def words_pattern(table: Table, key: str) -> Pattern[str] | None:
    """Compile a list of plain words and phrases; blanks in a phrase match any white space."""
    terms = table.texts(key)
    if not terms:
        return None
    parts = [term_source(term) for term in sorted(terms, key=len, reverse=True) if term.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){INFLECTION}(?!\w)", re.IGNORECASE)


def term_source(term: str) -> str:
    """Return a term as a regular expression; straight and curly apostrophes are one."""
    escaped = re.escape(term.strip()).replace(r"\ ", r"\s+")
    return re.sub(r"['’]", "['’]", escaped)


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
