"""Load editorial/ into a HouseStyle; called once a build by plugins, checker and audit."""

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from wellspring.errors import HouseStyleError
from wellspring.house.drugs import read_drug
from wellspring.house.kinds import (
    read_category,
    read_crisis_line,
    read_disclaimer,
    read_topic,
)
from wellspring.house.reviews import read_review
from wellspring.house.standards import read_standard
from wellspring.house.table import Table, read_tables
from wellspring.model.crisis_line import CrisisLine
from wellspring.model.disclaimer import Disclaimer
from wellspring.model.drug import Drug
from wellspring.model.finding import Finding
from wellspring.model.phrase import Expression
from wellspring.model.place import Place
from wellspring.model.review import ReviewRecord
from wellspring.model.standard import Standard
from wellspring.model.topic import Category, Topic
from wellspring.text.suggest import did_you_mean
from wellspring.text.terms import TermIndex, index_terms

Item = TypeVar("Item")


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


class Loader:
    """Reads kinds of files one after the other and keeps all that is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def load(self, folder: str, read: Callable[[Table], Item]) -> list[tuple[Table, Item]]:
        """Read every file of one kind."""
        pairs = [(table, read(table)) for table in read_tables(self.root / folder, self.root)]
        for table, _ in pairs:
            self.findings += table.close()
        return pairs

    def check_ids(
        self,
        pairs: Iterable[tuple[Table, object]],
        key: str,
        known: Iterable[str],
        what: str = "disclaimer",
    ) -> None:
        """Report ids in a list that no file of a kind has."""
        known_ids = list(known)
        for table, item in pairs:
            for id_ in getattr(item, key):
                if id_ not in known_ids:
                    message = f"there is no {what} `{id_}`. {did_you_mean(id_, known_ids)}"
                    self.findings.append(Finding(table.place(key), message))


def load_house(root: Path) -> HouseStyle:
    """Load editorial/ at `root`.

    Raises HouseStyleError with every wrong key of every file, one a line.
    """
    loader = Loader(root)
    disclaimers = loader.load("disclaimers", read_disclaimer)
    topics = loader.load("topics", read_topic)
    drugs = loader.load("drugs", read_drug)
    categories = loader.load("categories", read_category)
    crisis_lines = loader.load("crisis-lines", read_crisis_line)
    reviews = loader.load("reviews", read_review)
    standards = loader.load("standards", read_standard)
    ids = [disclaimer.id for _, disclaimer in disclaimers]
    for pairs, key in ((disclaimers, "implies"), (topics, "disclaimers"), (drugs, "disclaimers")):
        loader.check_ids(pairs, key, ids)
    loader.check_ids(categories, "disclaimers", ids)
    loader.check_ids(topics, "crisis_lines", [line.id for _, line in crisis_lines], "crisis line")
    findings = [*loader.findings, *same_names(drugs)]
    findings += empty_findings(root, disclaimers, categories, crisis_lines)
    if findings:
        raise HouseStyleError("\n".join(str(finding) for finding in sorted(findings)))
    return HouseStyle(
        disclaimers={disclaimer.id: disclaimer for _, disclaimer in disclaimers},
        categories={category.name: category for _, category in categories},
        topics=items(topics),
        drugs=items(drugs),
        crisis_lines=items(crisis_lines),
        reviews={record.post: record for _, record in reviews},
        standards=items(standards),
        terms=index_terms(terms_by_owner(items(topics), items(drugs))),
        unless=unless_by_owner(items(topics), items(drugs)),
        only_if={topic.id: topic.only_if for _, topic in topics if topic.only_if},
        topics_by_tag=index_tags(topic for _, topic in topics),
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


def items(pairs: Iterable[tuple[Table, Item]]) -> tuple[Item, ...]:
    """Return what was read, without the tables."""
    return tuple(item for _, item in pairs)


def drug_owner(id_: str) -> str:
    """Return under which key the names of a drug are indexed, apart from all topics."""
    return f"drug:{id_}"


def same_names(pairs: Iterable[tuple[Table, Drug]]) -> Iterator[Finding]:
    """Report a name that two drugs have: a text could not tell which it means."""
    first: dict[str, str] = {}
    for table, drug in pairs:
        for name in drug.names:
            other = first.setdefault(name.casefold(), drug.id)
            if other != drug.id:
                message = f"`{name}` is a name of `{other}` too. Keep it in one of the two files."
                yield Finding(table.place("names"), message)


def index_tags(topics: Iterable[Topic]) -> dict[str, tuple[Topic, ...]]:
    """Return the topics that each tag, casefolded, belongs to."""
    by_tag: dict[str, list[Topic]] = {}
    for topic in topics:
        for tag in dict.fromkeys(tag.casefold() for tag in topic.tags):
            by_tag.setdefault(tag, []).append(topic)
    return {tag: tuple(found) for tag, found in by_tag.items()}


def empty_findings(root: Path, *needed: Sized) -> list[Finding]:
    """Report kinds that a blog cannot do without: a house without disclaimers protects nobody."""
    folders = ("disclaimers", "categories", "crisis-lines")
    return [
        Finding(
            Place(f"{root.name}/{folder}"),
            "there is no file in this folder. Put back the files that belong here.",
        )
        for folder, pairs in zip(folders, needed, strict=True)
        if not pairs
    ]
