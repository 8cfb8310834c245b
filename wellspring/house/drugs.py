"""How a file under editorial/drugs/ is read; called by load_house."""

from wellspring.house.patterns import expressions_pattern
from wellspring.house.table import Table
from wellspring.model.drug import REGULATORS, SCHEDULES, Drug
from wellspring.text.suggest import did_you_mean

LONGEST = {"kind": 8, "approved_for": 35, "boxed_warning": 30, "caution": 30}


def read_drug(table: Table) -> Drug:
    """Read one file of editorial/drugs/."""
    drug = Drug(
        id=table.id,
        name=table.text("name"),
        names=table.texts("names"),
        unless=expressions_pattern(table, "unless"),
        kind=table.text("kind"),
        approved_in=table.texts("approved_in"),
        approved_for=table.text("approved_for", required=False),
        schedule=table.choice("schedule", ("", *SCHEDULES), ""),
        boxed_warning=table.text("boxed_warning", required=False),
        caution=table.text("caution", required=False),
        disclaimers=table.texts("disclaimers"),
        source=table.address("source"),
        source_title=table.text("source_title"),
        checked_on=table.day("checked_on"),
        dated=table.optional_day("source_dated"),
        second_source=table.address("second_source", required=False),
        second_source_title=table.text("second_source_title", required=False),
        checked_at=table.place("checked_on"),
    )
    check_names(table, drug)
    check_approval(table, drug)
    check_lengths(table)
    return drug


def check_names(table: Table, drug: Drug) -> None:
    """Report a drug that no text could name."""
    if drug.name.casefold() not in {name.casefold() for name in drug.names}:
        table.report("names", f"`names` must hold `{drug.name}` too. Add it.")


def check_approval(table: Table, drug: Drug) -> None:
    """Report a regulator that notes cannot name, and half an approval."""
    for place in drug.approved_in:
        if place not in REGULATORS:
            message = f"`{place}` is not a regulator's place. {did_you_mean(place, REGULATORS)}"
            table.report("approved_in", message)
    if bool(drug.approved_in) != bool(drug.approved_for):
        table.report(
            "approved_for",
            "`approved_in` and `approved_for` need each other. Fill both, or leave both empty.",
        )


def check_lengths(table: Table) -> None:
    """Report a part that is too long for a short note."""
    for key, most in LONGEST.items():
        count = len(table.text(key, required=False).split())
        if count > most:
            table.report(key, f"`{key}` has {count} words, and the note only {most}. Shorten it.")
