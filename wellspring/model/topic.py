"""Topics and categories: what an article can be about, and what that asks of it."""

from dataclasses import dataclass

from wellspring.model.phrase import Expression


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that travel with a rule or topic and are its tests."""

    flagged: tuple[str, ...]
    clean: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One file under editorial/topics/; patterns are compiled on loading, `terms` are indexed.

    A term counts if no `unless` pattern overlaps it, and some `only_if` pattern, if there is
    one, stands in the same sentence.

    `crisis_lines` are lines of its own, shown with it if they serve a country of the site.
    """

    id: str
    name: str
    terms: tuple[str, ...]
    unless: Expression | None
    only_if: Expression | None
    tags: tuple[str, ...]
    disclaimers: tuple[str, ...]
    crisis_lines: tuple[str, ...]
    review_days: int
    examples: Examples


@dataclass(frozen=True, slots=True)
class Category:
    """One file under editorial/categories/: a shelf of the blog, with what it implies."""

    id: str
    name: str
    description: str
    disclaimers: tuple[str, ...]
