"""One TOML file of the house style, read key by key; called by the loaders of each kind.

Every wrong key is remembered with its line instead of raised, so that an
editor sees all that is wrong in all files at once.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.topic import Examples
from wellspring.text.suggest import did_you_mean

# What the parser's words usually mean, by how they begin.
NOT_CLOSED = "Usually a quotation mark is not closed"
USUALLY = {
    r"Illegal character '\n'": f"{NOT_CLOSED} in this line.",
    "Unterminated string": f"{NOT_CLOSED}, here or above.",
    "Expected \"'": f"{NOT_CLOSED}, here or above.",
    "Unclosed array": "Usually a `]` is missing, or a comma between two items, here or above.",
    "Unclosed inline table": "Usually a `}` is missing, or the braces do not stand on one line.",
    "Expected newline": 'Usually a quotation mark stands within a text. Write it as `\\"`.',
    "Unescaped": "Usually a backslash stands in a text. Write it as `\\\\`.",
}
EXAMPLE_KEYS = ("flagged", "clean")
Choice = TypeVar("Choice", bound=str)


class Table:
    """A TOML table and what was found wrong while reading it."""

    def __init__(self, path: str, text: str, id_: str) -> None:
        self.path = path
        self.text_lines = text.splitlines()
        self.id = id_
        self.findings: list[Finding] = []
        self.read: set[str] = set()
        self.parts: list[Table] = []
        self.first_line = 1
        try:
            self.values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.values = {}
            self.findings.append(toml_finding(path, str(error), max(1, len(self.text_lines))))

    def place(self, key: str) -> Place:
        """Return the line on which a key is set, or the top of the file."""
        for number, line in enumerate(self.text_lines, start=1):
            if number >= self.first_line and re.match(rf"\s*\[?{re.escape(key)}\b", line):
                return Place(self.path, number)
        return Place(self.path, self.first_line)

    def report(self, key: str, message: str) -> None:
        """Remember what is wrong with a key; silent when the file is not TOML at all."""
        if self.values:
            self.findings.append(Finding(self.place(key), message))

    def text(self, key: str, *, required: bool = True) -> str:
        """Return a piece of text, without space around it."""
        self.read.add(key)
        value = self.values.get(key, "")
        if not isinstance(value, str) or (required and not value.strip()):
            self.report(key, f'`{key}` is missing or is not text. Add `{key} = "…"`.')
            return ""
        return value.strip()

    def optional(self, key: str) -> str | None:
        """Return a piece of text that may be left out."""
        return self.text(key, required=False) or None

    def address(self, key: str, *, required: bool = True) -> str:
        """Return an https address."""
        value = self.text(key, required=required)
        if value and not re.fullmatch(r"https://[^\s/]+\S*", value):
            self.report(key, f"`{key}` must be an address that starts with https://. Mend it.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a missing one is empty."""
        self.read.add(key)
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.report(key, f'`{key}` must be a list of texts. Write `{key} = ["…", "…"]`.')
        return ()

    def number(self, key: str, low: int, high: int) -> int:
        """Return a whole number within bounds, both included."""
        self.read.add(key)
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.report(key, f"`{key}` must be a whole number from {low} to {high}. Mend it.")
        return low

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false; a missing one is the default."""
        self.read.add(key)
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            self.report(key, f"`{key}` must be true or false. Mend it.")
            return default
        return value

    def choice(self, key: str, known: Sequence[Choice], default: Choice) -> Choice:
        """Return one of a few words; a missing one is the default."""
        value = self.text(key, required=False)
        for candidate in known:
            if value == candidate:
                return candidate
        if value:
            self.report(key, f"`{key}` cannot be `{value}`. {did_you_mean(value, known)}")
        return default

    def tables(self, key: str) -> dict[str, "Table"]:
        """Return tables by name, such as `[key.de]`; each reports its own wrong keys."""
        self.read.add(key)
        value = self.values.get(key, {})
        if not isinstance(value, dict) or not all(
            isinstance(part, dict) for part in value.values()
        ):
            self.report(key, f"`{key}` must hold tables. Write `[{key}.name]` above each.")
            return {}
        return {name: self.part(f"{key}.{name}", part) for name, part in value.items()}

    def rows(self, key: str) -> list["Table"]:
        """Return the tables of `[[key]]`, each of which reports its own wrong keys."""
        self.read.add(key)
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self.report(key, f"`{key}` must be tables. Write `[[{key}]]` above each.")
            return []
        lines = [
            number
            for number, line in enumerate(self.text_lines, start=1)
            if re.match(rf"\s*\[\[{re.escape(key)}\]\]", line)
        ]
        parts = [self.part(key, part) for part in value]
        for part, line in zip(parts, lines, strict=False):
            part.first_line = line
        return parts

    def part(self, name: str, values: dict[str, Any]) -> "Table":
        """Return a table within this one, which is read in the same way."""
        inner = Table(self.path, "", self.id)
        inner.values = values
        inner.text_lines = self.text_lines
        inner.first_line = self.place(name).line
        self.parts.append(inner)
        return inner

    def optional_day(self, key: str) -> date | None:
        """Return a date that may be left out."""
        return self.day(key) if key in self.values else None

    def day(self, key: str) -> date:
        """Return a date."""
        self.read.add(key)
        value = self.values.get(key)
        if type(value) is date:
            return value
        self.report(key, f"`{key}` must be a date. Write `{key} = 2026-11-23`, without quotes.")
        return date.min

    def examples(self) -> Examples:
        """Return the examples that are a rule's tests: at least one each, clean >= flagged."""
        given = Examples(*self.pair_of_lists("examples", EXAMPLE_KEYS))
        if not given.flagged or len(given.clean) < len(given.flagged):
            self.report(
                "examples",
                "there must be `flagged` examples and at least as many `clean` ones. "
                "Add them under `[examples]`.",
            )
        return given

    def pair_of_lists(self, key: str, names: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
        """Return the two lists of texts of a table such as `[examples]`."""
        self.read.add(key)
        value = self.values.get(key)
        strange = value.keys() - set(names) if isinstance(value, dict) else set()
        for name in strange:
            self.report(name, f"`{name}` is no key of `[{key}]`. {did_you_mean(name, names)}")
        return tuple(example_list(value, name) for name in names)

    def close(self) -> list[Finding]:
        """Return all findings, unknown keys included."""
        for key in self.values.keys() - self.read:
            self.report(
                key, f"`{key}` is not a key of this kind of file. {did_you_mean(key, self.read)}"
            )
        return [*self.findings, *(finding for part in self.parts for finding in part.close())]


def example_list(table: object, key: str) -> tuple[str, ...]:
    """Return one list of examples; what is not a list of texts counts as none."""
    value = table.get(key) if isinstance(table, dict) else None
    good = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if isinstance(value, list) and good else ()


def toml_finding(path: str, error: str, last_line: int) -> Finding:
    """Turn the TOML parser's message, which ends in a place, into a finding; say what it means."""
    match = re.search(r"\(at line (\d+), column (\d+)\)", error)
    place = Place(path, int(match[1]), int(match[2])) if match else Place(path, last_line)
    what = re.sub(r"\s*\(at [^)]*\)", "", error)
    usual = next((f" {says}" for begins, says in USUALLY.items() if what.startswith(begins)), "")
    return Finding(place, f"this is not TOML: {what}.{usual} Compare with a file beside it.")


def read_tables(folder: Path, root: Path) -> list[Table]:
    """Read every TOML file below a folder, sorted; the id is its path without the ending."""
    return [
        Table(
            file.relative_to(root.parent).as_posix(),
            file.read_text(encoding="utf-8"),
            file.relative_to(folder).with_suffix("").as_posix(),
        )
        for file in sorted(folder.rglob("*.toml"))
    ]
