"""A drug: what regulators say of it, and which disclaimers an article that names it needs."""

from dataclasses import dataclass, field
from datetime import date

from wellspring.model.phrase import Expression
from wellspring.model.place import Place

# ISO 3166 country (or EU) of a regulator, as notes for readers name it.
REGULATORS = {
    "US": "the United States",
    "GB": "the United Kingdom",
    "EU": "the European Union",
}
# Schedules of the US Controlled Substances Act (https://www.dea.gov/drug-information/drug-scheduling).
SCHEDULES = ("I", "II", "III", "IV", "V")


@dataclass(frozen=True, slots=True)
class Drug:
    """One file under editorial/drugs/; `names` are generic and brand names as texts use them.

    `approved_in` are keys of REGULATORS, `schedule` is one of SCHEDULES or empty. What is
    empty is not so, as far as the source says. A `second_source` holds what the first leaves
    out. `dated` is the day the source itself carries.
    """

    id: str
    name: str
    names: tuple[str, ...]
    unless: Expression | None
    kind: str
    approved_in: tuple[str, ...]
    approved_for: str
    schedule: str
    boxed_warning: str
    caution: str
    disclaimers: tuple[str, ...]
    source: str
    source_title: str
    checked_on: date
    dated: date | None = None
    second_source: str = ""
    second_source_title: str = ""
    checked_at: Place = field(default=Place("editorial/drugs"), compare=False)


@dataclass(frozen=True, slots=True)
class DrugNote:
    """What readers are told where an article first names a drug; `line` 0 is the front matter."""

    drug: Drug
    sentences: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """Return all sentences as one text."""
        return " ".join(self.sentences)
