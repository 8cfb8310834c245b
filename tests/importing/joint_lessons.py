"""What the network that tells lost dashes learns from: stretches with marks; called by teach."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.conftest import FIRST_ARTICLE
from tests.importing.score import FOLDER, READ, dumps, expected
from wellspring.text.joints import JOINED, marked_joins, stretches

PASSAGES = FOLDER.parent / "passages"
HEADER = re.compile(r"(?:Date|Slug|Tags|Author|Status|Know-more|Summary|Category|Original):")
AROUND = re.compile(r"(?<=\S)\s*—\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of text with marks for its hyphens, where they are, and which were dashes."""

    text: str
    places: tuple[int, ...]
    dashes: tuple[bool, ...]


def lines(without: Iterable[str]) -> Iterator[str]:
    """Yield the lines of all sets but some, and but those that measure."""
    names = [*READ, *(file.stem for file in sorted(FOLDER.glob("*-*.txt")))]
    for name in names:
        if name not in without and "unseen" not in name:
            yield from lines_of(name)
    for file in sorted(PASSAGES.glob("dev*.toml")):
        for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]:
            if is_sound(passage, file.stem):
                yield from passage["text"].splitlines()
    for file in sorted(PASSAGES.glob("stories/*.md")):
        yield from file.read_text(encoding="utf-8").splitlines()


def first_story() -> list[str]:
    """Return the lines of the first story of all, which everything is tried with first."""
    return FIRST_ARTICLE.read_text(encoding="utf-8").splitlines()


def is_sound(passage: Mapping[str, Any], name: str) -> bool:
    """Tell whether a passage’s hyphens are hyphens: some have lost dashes for a rule to find."""
    said = {*passage.get("rules", ()), *passage.get("unsure", ())}
    return "typo-dash" not in said and name != "dev-seed"


def lines_of(name: str) -> Iterator[str]:
    """Yield the lines of a set: of its posts and bios, or of prose."""
    file = FOLDER / f"{name}.txt"
    if file.exists():
        yield from file.read_text(encoding="utf-8").splitlines()
        return
    for dump in dumps(name):
        for text in expected(dump):
            yield from (line for line in text.splitlines() if not HEADER.match(line))


def lessons_of(some: Iterable[str]) -> Iterator[Lesson]:
    """Yield the stretches of lines that have a hyphen or a dash."""
    for line in some:
        if "http" in line or "|" in line or not line.strip():
            continue
        joined = AROUND.sub("—", line.strip())
        flat = joined.replace("—", "-")
        for start, part in stretches(flat):
            marked, places = marked_joins(part)
            dashes = [joined[start + found.start()] == "—" for found in JOINED.finditer(part)]
            if dashes:
                yield Lesson(marked, tuple(places), tuple(dashes))
