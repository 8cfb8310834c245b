"""Load editorial/ into a HouseStyle; called once a build by plugins, checker and audit."""

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from wellspring.errors import HouseStyleError
from wellspring.house.kinds import (
    read_category,
    read_crisis_line,
    read_disclaimer,
    read_rule,
    read_topic,
)
from wellspring.house.table import Table, read_tables
from wellspring.model.crisis_line import CrisisLine
from wellspring.model.disclaimer import Disclaimer
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.rule import Rule
from wellspring.model.topic import Category, Topic
from wellspring.text.suggest import did_you_mean
from wellspring.text.terms import TermIndex, index_terms

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """All of editorial/. Disclaimers by id, categories by name, the rest in file order.

    `terms` holds the words of all topics by topic id, `topics_by_tag` goes by casefolded tag.
    """

    disclaimers: dict[str, Disclaimer]
    categories: dict[str, Category]
    topics: tuple[Topic, ...]
    crisis_lines: tuple[CrisisLine, ...]
    rules: tuple[Rule, ...]
    terms: TermIndex
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
        self, pairs: Iterable[tuple[Table, Item]], key: str, known: Iterable[str]
    ) -> None:
        """Report ids in a list that no disclaimer file has."""
        known_ids = list(known)
        for table, item in pairs:
            for id_ in getattr(item, key):
                if id_ not in known_ids:
                    message = f"there is no disclaimer `{id_}`. {did_you_mean(id_, known_ids)}"
                    self.findings.append(Finding(table.place(key), message))


def load_house(root: Path) -> HouseStyle:
    """Load editorial/ at `root`.

    Raises HouseStyleError with every wrong key of every file, one a line.
    """
    loader = Loader(root)
    disclaimers = loader.load("disclaimers", read_disclaimer)
    topics = loader.load("topics", read_topic)
    categories = loader.load("categories", read_category)
    crisis_lines = loader.load("crisis-lines", read_crisis_line)
    rules = loader.load("rules", read_rule)
    ids = [disclaimer.id for _, disclaimer in disclaimers]
    loader.check_ids(disclaimers, "implies", ids)
    loader.check_ids(topics, "disclaimers", ids)
    loader.check_ids(categories, "disclaimers", ids)
    findings = loader.findings + empty_findings(root, disclaimers, categories, crisis_lines)
    if findings:
        raise HouseStyleError("\n".join(str(finding) for finding in sorted(findings)))
    return HouseStyle(
        disclaimers={disclaimer.id: disclaimer for _, disclaimer in disclaimers},
        categories={category.name: category for _, category in categories},
        topics=tuple(topic for _, topic in topics),
        crisis_lines=tuple(line for _, line in crisis_lines),
        rules=tuple(rule for _, rule in rules),
        terms=index_terms({topic.id: topic.terms for _, topic in topics}),
        topics_by_tag=index_tags(topic for _, topic in topics),
    )


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
