"""The theme's own words in one language; templates write `{{ t("Related articles") }}`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the theme says: English is the key, so templates can be read as they are.

    `day` has the places {day}, {month} and {year}; `direction` is `ltr` or `rtl`.
    """

    lang: str = "en"
    direction: str = "ltr"
    day: str = "{day} {month} {year}"
    months: tuple[str, ...] = MONTHS
    known: Mapping[str, str] = field(default_factory=dict)

    def say(self, text: str) -> str:
        """Return an English text in this language."""
        return self.known[text] if self.known else text

    def say_day(self, day: date) -> str:
        """Return a day as readers write it: `23 November 2026`."""
        month = self.months[day.month - 1]
        return self.day.format(day=day.day, month=month, year=day.year)


ENGLISH = Words()
