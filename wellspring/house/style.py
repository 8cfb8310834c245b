"""All of editorial/ but the rules, as the program uses it; made by load_house or kept before.

Told apart from the loaders, so that a command which finds it kept need not import them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wellspring.model.crisis_line import CrisisLine
from wellspring.model.disclaimer import Disclaimer
from wellspring.model.drug import Drug
from wellspring.model.phrase import Expression
from wellspring.model.review import ReviewRecord
from wellspring.model.standard import Standard
from wellspring.model.topic import Category, Topic
from wellspring.text.terms import TermIndex, index_terms


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """All of editorial/. Disclaimers by id, categories by name, reviews by post, the rest in order.

    `terms` holds the words of all topics by topic id and the names of all drugs by drug_owner,
    `unless` and `only_if` what excuses them by the same keys; `topics_by_tag` goes by folded tag.
    """

    disclaimers: dict[str, Disclaimer]
    categories: dict[str, Category]
    topics: tuple[Topic, ...]
    drugs: tuple[Drug, ...]
    crisis_lines: tuple[CrisisLine, ...]
    reviews: dict[str, ReviewRecord]
    standards: tuple[Standard, ...]
    terms: TermIndex
    unless: dict[str, Expression]
    only_if: dict[str, Expression]
    topics_by_tag: dict[str, tuple[Topic, ...]]


def house_of(  # noqa: PLR0913, PLR0917 - one for each kind of file
    disclaimers: dict[str, Disclaimer],
    categories: dict[str, Category],
    topics: tuple[Topic, ...],
    drugs: tuple[Drug, ...],
    crisis_lines: tuple[CrisisLine, ...],
    reviews: dict[str, ReviewRecord],
    standards: tuple[Standard, ...],
    terms: TermIndex | None = None,
) -> HouseStyle:
    """Return a house style; `terms`, if they are known, are those of its topics and drugs."""
    return HouseStyle(
        disclaimers,
        categories,
        topics,
        drugs,
        crisis_lines,
        reviews,
        standards,
        terms=index_terms(terms_by_owner(topics, drugs)) if terms is None else terms,
        unless=unless_by_owner(topics, drugs),
        only_if={topic.id: topic.only_if for topic in topics if topic.only_if},
        topics_by_tag=index_tags(topics),
    )


def terms_by_owner(topics: Iterable[Topic], drugs: Iterable[Drug]) -> dict[str, tuple[str, ...]]:
    """Return the words to look for: terms of topics, names of drugs."""
    terms = {topic.id: topic.terms for topic in topics}
    return terms | {drug_owner(drug.id): drug.names for drug in drugs}


def unless_by_owner(topics: Iterable[Topic], drugs: Iterable[Drug]) -> dict[str, Expression]:
    """Return what excuses those words."""
    excuses = {topic.id: topic.unless for topic in topics}
    excuses |= {drug_owner(drug.id): drug.unless for drug in drugs}
    return {owner: unless for owner, unless in excuses.items() if unless}


def drug_owner(id_: str) -> str:
    """Return under which key the names of a drug are indexed, apart from all topics."""
    return f"drug:{id_}"


def index_tags(topics: Iterable[Topic]) -> dict[str, tuple[Topic, ...]]:
    """Return the topics that each tag, casefolded, belongs to."""
    by_tag: dict[str, list[Topic]] = {}
    for topic in topics:
        for tag in dict.fromkeys(tag.casefold() for tag in topic.tags):
            by_tag.setdefault(tag, []).append(topic)
    return {tag: tuple(found) for tag, found in by_tag.items()}
