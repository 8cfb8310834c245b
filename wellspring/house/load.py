"""Load editorial/ into a HouseStyle; called once a build by plugins, checker and audit."""

from collections.abc import Callable, Iterable, Iterator, Sized
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
from wellspring.house.style import HouseStyle, house_of
from wellspring.house.table import Table, read_tables
from wellspring.model.drug import Drug
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.text.suggest import did_you_mean

Item = TypeVar("Item")


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
    return house_of(
        {disclaimer.id: disclaimer for _, disclaimer in disclaimers},
        {category.name: category for _, category in categories},
        items(topics),
        items(drugs),
        items(crisis_lines),
        {record.post: record for _, record in reviews},
        items(standards),
    )


def items(pairs: Iterable[tuple[Table, Item]]) -> tuple[Item, ...]:
    """Return what was read, without the tables."""
    return tuple(item for _, item in pairs)


def same_names(pairs: Iterable[tuple[Table, Drug]]) -> Iterator[Finding]:
    """Report a name that two drugs have: a text could not tell which it means."""
    first: dict[str, str] = {}
    for table, drug in pairs:
        for name in drug.names:
            other = first.setdefault(name.casefold(), drug.id)
            if other != drug.id:
                message = f"`{name}` is a name of `{other}` too. Keep it in one of the two files."
                yield Finding(table.place("names"), message)


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
