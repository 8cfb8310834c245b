"""A review: who has looked at an article last, when it must be looked at again, what they saw."""

from dataclasses import dataclass, field
from datetime import date

from wellspring.model.place import Place

# How many days before a check is due it is announced to the people who write.
SOON = 60


@dataclass(frozen=True, slots=True)
class Review:
    """What an article's front matter says of its last review."""

    by: str
    on: date
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """One file under editorial/reviews/: the sentences of an article as its reviewer saw them."""

    post: str
    by: str
    on: date
    sentences: tuple[str, ...]
    place: Place = field(default=Place("editorial/reviews"), compare=False)


@dataclass(frozen=True, slots=True)
class ReviewState:
    """When somebody last looked at an article's facts, and when somebody must do so again.

    `review` is None when only its authors have looked at it, on the day they published it.
    `overdue` and `soon` are as of the day of the build.
    """

    review: Review | None
    last: date
    due: date
    overdue: bool
    soon: bool

    @property
    def word(self) -> str:
        """Return how urgent it is, in a word."""
        return "overdue" if self.overdue else "soon" if self.soon else "fresh"
