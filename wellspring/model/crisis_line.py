"""A crisis line: a number that a reader in distress can use now."""

from dataclasses import dataclass, field
from datetime import date

from wellspring.model.place import Place

EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One file under editorial/crisis-lines/; country is ISO 3166 or `*` for a directory.

    A line that is not `general` is shown for the topics that name it, and on the help page.
    `checked_at` is where the file says when it was checked.
    """

    id: str
    name: str
    country: str
    country_name: str
    url: str
    hours: str
    languages: str
    grade: str
    source: str
    checked_on: date
    call: str | None = None
    call_link: str | None = None
    text: str | None = None
    text_link: str | None = None
    general: bool = True
    checked_at: Place = field(default=Place("editorial/crisis-lines"), compare=False)
