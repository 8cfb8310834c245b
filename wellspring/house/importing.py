"""Load what the importer must know from editorial/importing/; called by `import-story`.

`platforms/` holds the furniture of story platforms, `pages/` that of their saved pages, `forms/`
what special lines look like, `words/` the words that tell a hyphen from a lost dash. Two word
lists of the checker's rule on dashes are read as well, so that both know the same words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from re import Pattern
from typing import Any

from wellspring.errors import HouseStyleError
from wellspring.house.dash_words import OTHERS, SHARED, dash_words
from wellspring.house.pages import read_page_style
from wellspring.house.table import Table, read_tables
from wellspring.model.finding import Finding
from wellspring.model.importing import (
    HEAD,
    TAIL,
    Form,
    ImportStyle,
    Mark,
    Platform,
    PlatformExamples,
)
from wellspring.model.phrase import LIST
from wellspring.model.place import Place
from wellspring.text.line_reader import LineNetworks
from wellspring.text.suggest import did_you_mean

KINDS = {
    HEAD: ("award", "beneath", "count", "follow", "logo", "menu", "minutes", "share"),
    TAIL: (
        *("author", "closed", "commenter", "comments", "count", "follow", "footer", "insights"),
        *("more", "original", "profile", "share", "subscribe", "tags", "thread"),
    ),
}
FORMS = (
    *(
        "aside",
        "award",
        "beside",
        "byline",
        "changed",
        "claim",
        "contents",
        "credit",
        "dated",
        "day",
        "heading",
        "hint",
        "know-more",
        "label",
        "lead",
    ),
    *("question", "role", "series", "stamp", "step", "tags", "told", "unclear"),
)
WORDS = (
    *("break-left", "break-right", "compound-first", "compound-last", "compound-whole"),
    *("embeds", "months", "not-adverbs", "shelves", "tags", *OTHERS),
)
# Names of groups, of which one expression for several has none.
NAMED = re.compile(r"\(\?P<\w+>")
Words = dict[str, frozenset[str]]


class Loader:
    """Reads the files of one folder after the other and keeps all that is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read: list[Table] = []
        self.absent: list[Finding] = []

    def tables(self, folder: str) -> Iterator[Table]:
        """Yield the files of a folder."""
        for table in read_tables(self.root / folder, self.root):
            self.read.append(table)
            yield table

    def need(self, folder: str, names: tuple[str, ...], found: Mapping[str, object]) -> None:
        """Report files that the importer cannot do without."""
        for name in names:
            if name not in found:
                message = f"there is no `{name}.toml` in this folder. Put it back."
                self.absent.append(Finding(Place(f"{self.root.name}/{folder}"), message))

    def findings(self) -> list[Finding]:
        """Return all that is wrong, sorted."""
        wrong = [finding for table in self.read for finding in table.close()]
        return sorted([*self.absent, *wrong])


def load_importing(root: Path) -> ImportStyle:
    """Load what lies in importing/ of the house style at `root`, editorial/.

    Raises HouseStyleError with every wrong key of every file, one a line.
    """
    loader = Loader(root)
    platforms = tuple(read_platform(table) for table in loader.tables("importing/platforms"))
    pages = tuple(read_page_style(table) for table in loader.tables("importing/pages"))
    forms = read_forms(list(loader.tables("importing/forms")))
    words = {table.id: read_words(table) for table in loader.tables("importing/words")}
    shared = {table.id: read_words(table) for table in loader.tables("vocabulary")}
    loader.need("importing/pages", ("any",), {page.id: page for page in pages})
    loader.need("importing/forms", FORMS, forms)
    loader.need("importing/words", WORDS, words)
    loader.need("vocabulary", SHARED, shared)
    if findings := loader.findings():
        raise HouseStyleError("\n".join(str(finding) for finding in findings))
    dashes = dash_words(words | shared)
    marks = [mark for platform in platforms for mark in platform.marks]
    zones = {zone: union(mark for mark in marks if mark.zone == zone) for zone in KINDS}
    shelves = by_shelf(words["shelves"])
    months = {name: int(number) for name, number in pairs_in(words["months"])}
    special = pages, words["embeds"], months, LineNetworks(), words["tags"]
    return ImportStyle(platforms, forms, dashes, shelves, zones, *special)


def read_platform(table: Table) -> Platform:
    """Read one file of platforms/."""
    marks = [read_mark(part, zone) for zone in (HEAD, TAIL) for part in table.rows(zone)]
    examples = table.part("examples", examples_of(table))
    return Platform(
        table.id,
        table.text("name"),
        tuple(marks),
        union(mark for mark in marks if not mark.weak),
        PlatformExamples(*(examples.texts(key) for key in ("head", "tail", "body"))),
    )


def examples_of(table: Table) -> dict[str, Any]:
    """Return the examples of a platform, which are its tests."""
    table.read.add("examples")
    value = table.values.get("examples")
    if isinstance(value, dict):
        return value
    table.report("examples", "`examples` is missing. Write lines for `head`, `tail` and `body`.")
    return {}


def read_mark(table: Table, zone: str) -> Mark:
    """Read one `[[head]]` or `[[tail]]` of a platform."""
    kinds = KINDS[zone]
    kind = table.text("kind")
    if kind and kind not in kinds:
        table.report("kind", f"`kind` cannot be `{kind}`. {did_you_mean(kind, kinds)}")
    # Marks have no parts that must be found again, so small letters do: they are faster.
    pattern = re.compile(joined(read_lines(table, {})))
    return Mark(kind, zone, pattern, weak=table.flag("weak"))


def read_lines(table: Table, parts: Mapping[str, str]) -> list[Pattern[str]]:
    """Read `lines`, expressions over whole lines in small letters; `parts` may stand in braces."""
    patterns: list[Pattern[str]] = []
    for text in table.texts("lines"):
        try:
            written = LIST.sub(lambda match: parts[match[1]], text)
            patterns.append(re.compile(written, re.IGNORECASE))
        except KeyError as error:
            name = str(error.args[0])
            table.report("lines", f"there is no form `{name}`. {did_you_mean(name, parts)}")
        except re.error as error:
            table.report(
                "lines", f"`{text}` in `lines` is not a regular expression: {error}. Mend it."
            )
    if not patterns:
        table.report("lines", "`lines` is missing or empty. Write a list of expressions.")
    return patterns


def joined(patterns: Iterable[Pattern[str]]) -> str:
    """Return one expression for several."""
    return "|".join(f"(?:{pattern.pattern})" for pattern in patterns)


def union(marks: Iterable[Mark]) -> Pattern[str]:
    """Return any of some marks."""
    return re.compile("|".join(mark.pattern.pattern for mark in marks) or "(?!)")


def read_forms(tables: list[Table]) -> dict[str, Form]:
    """Read the files of forms/; that of days stands in others as `{day}`."""
    day = [joined(read_lines(table, {})) for table in tables if table.id == "day"]
    parts = dict.fromkeys(("day",) * len(day), f"(?:{'|'.join(day)})")
    forms: dict[str, Form] = {}
    for table in tables:
        table.text("what")
        table.examples()
        patterns = read_lines(table, parts)
        either = re.compile(NAMED.sub("(?:", joined(patterns)), re.IGNORECASE)
        forms[table.id] = Form(tuple(patterns), either)
    return forms


def read_words(table: Table) -> frozenset[str]:
    """Read a list of words."""
    table.text("what")
    return frozenset(word.strip() for word in table.texts("words"))


def pairs_in(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield words in small letters, each with what it belongs to, written as `that: word`."""
    for pair in sorted(words):
        whole, _, word = pair.partition(":")
        yield word.strip().casefold(), whole.strip()


def by_shelf(pairs: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return the words of each category, written as `category: word`."""
    shelves: dict[str, set[str]] = {}
    for word, category in pairs_in(pairs):
        shelves.setdefault(category, set()).add(word)
    return {category: frozenset(found) for category, found in shelves.items()}
