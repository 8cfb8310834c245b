"""How a file under editorial/standards/ is read; called by load_house."""

from typing import get_args

from wellspring.house.table import Table
from wellspring.model.standard import Check, Item, Standard


def read_standard(table: Table) -> Standard:
    """Read one standard; its items keep the order of the file."""
    standard = Standard(
        id=table.id,
        name=table.text("name"),
        about=table.text("about"),
        items=tuple(
            Item(id_, part.text("text"), part.choice("check", get_args(Check), "human"))
            for id_, part in table.tables("item").items()
        ),
        source=table.address("source"),
        source_title=table.text("source_title"),
        checked_on=table.day("checked_on"),
    )
    if not standard.items:
        table.report("item", "a standard needs items. Add `[item.name]` with `text` and `check`.")
    return standard
