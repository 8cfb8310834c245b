"""Facts that nobody has looked up again for too long; called by open_site and doctor.

A number that has changed hands is worse for a reader in distress than none, so
a crisis line is no longer published a year after somebody last checked it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding
from wellspring.model.place import Place


@dataclass(frozen=True, slots=True)
class Age:
    """After how many days a fact is old (a warning) and too old (an error)."""

    old: int
    too_old: int


CRISIS_LINE = Age(180, 365)
DISCLAIMER = Age(365, 730)
DRUG = Age(365, 730)


def check_ages(house: HouseStyle, today: date) -> list[Finding]:
    """Return a warning or an error for each fact that is old on a day, sorted by place."""
    findings = [
        finding
        for line in house.crisis_lines
        for finding in check_age(
            "crisis line", line.checked_on, line.checked_at, CRISIS_LINE, today
        )
    ]
    findings += [
        finding
        for drug in house.drugs
        for finding in check_age("drug", drug.checked_on, drug.checked_at, DRUG, today)
    ]
    findings += [
        finding
        for item in house.disclaimers.values()
        for finding in check_age("notice", item.checked_on, item.checked_at, DISCLAIMER, today)
    ]
    return sorted(findings)


def check_age(what: str, checked: date, place: Place, age: Age, today: date) -> Iterator[Finding]:
    """Yield what is wrong with the day on which a fact was checked."""
    days = (today - checked).days
    todo = "Look at its source, mend what has changed, then set `checked_on` to the day you looked."
    if days < -1:  # an editor east of Greenwich may be a day ahead of UTC
        message = f"this {what} was checked on {checked}, which is still to come. Mend the date."
        yield Finding(place, message)
    elif days > age.too_old:
        message = f"this {what} was last checked {days} days ago, and may be wrong by now. {todo}"
        yield Finding(place, message)
    elif days > age.old:
        message = (
            f"this {what} was last checked {days} days ago; after {age.too_old} days the build "
            f"stops. {todo}"
        )
        yield Finding(place, message, severity="warning")
