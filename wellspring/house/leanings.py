"""Load how far the second reader is trusted about rules, editorial/leanings/; called by rules."""

from collections.abc import Iterable

from wellspring.house.table import Table
from wellspring.model.leaning import Leaning
from wellspring.text.suggest import did_you_mean


def read_leanings(tables: Iterable[Table], rules: Iterable[str]) -> dict[str, Leaning]:
    """Return the leanings of rules by their ids; report one of a rule that there is not."""
    known, found = list(rules), dict[str, Leaning]()
    for table in tables:
        table.text("what")
        if table.id not in known:
            message = f"there is no rule `{table.id}`. {did_you_mean(table.id, known)}"
            table.report("what", message)
        found[table.id] = read_leaning(table)
    return found


def read_leaning(table: Table) -> Leaning:
    """Read one file of editorial/leanings/."""
    leaning = Leaning(*(read_number(table, key) for key in ("enough", "least", "noticed")))
    if leaning.enough <= leaning.least:
        table.report("enough", "`enough` must be more than `least`. Mend one of them.")
    return leaning


def read_number(table: Table, key: str) -> float:
    """Read a number that may be below zero."""
    table.read.add(key)
    value = table.values.get(key)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return float(value)
    table.report(key, f"`{key}` is missing or is not a number. Write one, such as `-1.5`.")
    return 0.0
