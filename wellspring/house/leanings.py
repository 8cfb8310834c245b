"""Load what rows of words weigh for rules, editorial/leanings/; called by rules."""

from collections.abc import Iterable, Mapping

from wellspring.house.table import Table
from wellspring.model.leaning import Leaning
from wellspring.text.suggest import did_you_mean

# No sentence leans less.
LOWEST = -1000.0


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
    start, enough = (read_weight(table, key, table.values) for key in ("start", "enough"))
    least = read_weight(table, "least", table.values) if "least" in table.values else LOWEST
    table.read.update(("least", "rows"))
    rows = table.values.get("rows")
    if not isinstance(rows, Mapping) or not rows:
        table.report("rows", "`[rows]` is missing or empty. Write what each row of words weighs.")
        rows = {}
    if enough <= least:
        table.report("enough", "`enough` must be more than `least`. Mend one of them.")
    return Leaning(start, enough, least, {row: read_weight(table, row, rows) for row in rows})


def read_weight(table: Table, key: str, values: Mapping[str, object]) -> float:
    """Read a number that may be below zero."""
    table.read.add(key)
    value = values.get(key)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return float(value)
    table.report(key, f"`{key}` is missing or is not a number. Write one, such as `-1.5`.")
    return 0.0
