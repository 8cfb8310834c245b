"""Score the import of stories: `python -m tests.importing.score [SET] [--misses]`.

A set is a folder of dumps (`x.txt`) with the post (`x.md`) and, where a bio is to be found, the
author's file (`x.author.md`) that a person would make of each. Any other set than those in READ
is unread: it measures what nobody has tuned to, so no misses are shown of it. Once somebody has
read it, it measures no more and joins READ.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from wellspring.commands.report import say
from wellspring.house.importing import load_importing
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.story import Given, read_story
from wellspring.text.source import parse_source
from wellspring.text.values import split_commas

FOLDER = Path(__file__).parent
STYLE = load_importing(FOLDER.parents[1] / "editorial")
GIVEN = Given(date(2026, 11, 23), categories=("Mental Health", "Movement", "Nutrition", "Sleep"))
KEYS = ("title", "subtitle", "author", "date", "tags", "know-more", "disclaimer")
# Shorter lines, such as “Share”, may stand in a text by right.
SHORTEST_LEAK = 12
ITEM = re.compile(r"\s*(?:-|\d+\.) (.*)")
ANY_TITLE = "*"
READ = (
    "dumps",
    "dumps-b",
    "dumps-c",
    "dumps-d",
    "dumps-e",
    "dumps-f",
    "dumps-g",
    "dumps-h",
    "dumps-i",
    "dumps-j",
    "dumps-k",
    "dumps-l",
    "dumps-m",
    "dumps-n",
    "dumps-o",
    "dumps-p",
    "dumps-q",
    "dumps-r",
    "dumps-s",
    "dumps-t",
    "dumps-u",
    "dumps-v",
    "dumps-w",
    "dumps-x",
    "dumps-y",
    "dumps-z",
    *(f"dumps-a{letter}" for letter in "abcdefghijklmnopqrstuvxy"),
    *(f"dumps-b{letter}" for letter in "abcdefghi"),
    "shapes",
)
Fields = dict[str, Counter[str]]


@dataclass
class Count:
    """How many values of a field are right, of those expected and those found."""

    right: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 1.0


def dumps(name: str) -> list[Path]:
    """Return the dumps of a set."""
    return sorted((FOLDER / name).glob("*.txt"))


def imported(dump: Path) -> tuple[str, str]:
    """Return the post and the author's file that are made of a dump; of others, what is said."""
    story = read_story(dump.read_bytes(), dump.name, STYLE)
    post = post_text(story, GIVEN, STYLE.shelves)
    first, *others = author_texts(story).values()
    return post, "\n".join([first, *(text.partition("\n\n")[2] for text in others)])


def expected(dump: Path) -> tuple[str, str]:
    """Return what a person would make of it."""
    author = dump.with_suffix(".author.md")
    bio = author.read_text(encoding="utf-8") if author.exists() else ""
    return dump.with_suffix(".md").read_text(encoding="utf-8"), bio


def fields_of(post: str, author: str) -> Fields:
    """Return what a post and an author's file say, field by field."""
    source, _ = parse_source(post, "x.md")
    fields: Fields = {
        key: Counter(value.text for value in source.fields[key].values)
        if key in source.fields
        else Counter()
        for key in KEYS
    }
    fields["author"] += Counter(it.text for it in split_commas(source.fields.get("authors")))
    lines = [line for line in source.body.split("\n") if line.strip()]
    heads = [line.lstrip("# ") for line in lines if line.startswith("#")]
    items = [re.sub(r"\s*—\s*", "—", found[1]) for line in lines if (found := ITEM.fullmatch(line))]
    rest = [line for line in lines if not line.startswith("#") and not ITEM.fullmatch(line)]
    text = re.sub(r"\s*—\s*", "—", "\n".join((source.text("title"), source.body)))
    fields["headings"] = Counter(head.casefold() for head in heads)
    fields["lists"] = Counter(items)
    fields["paragraphs"] = Counter(re.sub(r"\s*—\s*", "—", line.strip("> ")) for line in rest)
    fields["dashes"] = Counter(re.findall(r"[\w’'”,.!?]+(?=—)", text))
    fields["hyphens"] = Counter(re.findall(r"\w+-\w+", text))
    fields["bio"] = Counter(parse_source(author, "a.md")[0].body.strip().split("\n")) - Counter(
        [""]
    )
    return fields


def score(name: str) -> tuple[dict[str, Count], list[str]]:
    """Return the counts of every field of a set, and the lines that leaked."""
    counts: dict[str, Count] = {}
    leaks: list[str] = []
    for dump in dumps(name):
        found, wanted = imported(dump), expected(dump)
        got, want = fields_of(*found), fields_of(*wanted)
        for key, values in want.items():
            settle(key, got, want)
            count = counts.setdefault(key, Count())
            count.right += sum((values & got[key]).values())
            count.all += max(sum(values.values()), sum(got[key].values()))
            count.wrong += [f"{dump.stem} lacks {text}" for text in values - got[key]]
            count.wrong += [f"{dump.stem} has {text}" for text in got[key] - values]
        leaks += [f"{dump.stem}: {line}" for line in leaked(dump, found, wanted)]
    return counts, leaks


def settle(key: str, got: Fields, want: Fields) -> None:
    """Leave out what an expected post does not say: a day, or a title that must be made up."""
    if key == "title" and want[key] == Counter([ANY_TITLE]):
        got[key] = Counter([ANY_TITLE]) if any(len(text) <= 100 for text in got[key]) else got[key]
    if key == "date" and not want[key]:
        got[key] = Counter()


def leaked(dump: Path, found: tuple[str, str], wanted: tuple[str, str]) -> Iterator[str]:
    """Yield lines of a dump that should be nowhere and are in the post or the author's file."""
    text = dump.read_bytes().decode(encoding_of(dump))
    for line in {line.strip() for line in text.splitlines()}:
        plain = line.replace("-", "—")
        wanted_text = "\n".join(wanted).replace("-", "—").replace(" — ", "—").replace("——", "—")
        known = any(part in wanted_text for part in (plain, plain.replace(" — ", "—")))
        known = known or line in "\n".join(wanted)
        if len(line) >= SHORTEST_LEAK and not known and line in "\n".join(found):
            yield line


def encoding_of(dump: Path) -> str:
    """Return the encoding of a dump of ours."""
    data = dump.read_bytes()
    if data.startswith(b"\xff\xfe"):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def table(counts: dict[str, Count], leaks: list[str]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'field':12} {'right':>6} {'of':>6} {'share':>7}"
    for key, count in counts.items():
        yield f"{key:12} {count.right:6} {count.all:6} {count.share:7.3f}"
    right, whole = (sum(getattr(c, name) for c in counts.values()) for name in ("right", "all"))
    yield f"{'ALL':12} {right:6} {whole:6} {right / whole:7.3f}"
    yield f"lines leaked: {len(leaks)}"


def main() -> None:
    """Print the table, and what is wrong if that may be seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", default="dumps")
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    counts, leaks = score(options.set)
    say("\n".join(table(counts, leaks)))
    if options.misses and options.set in READ:
        wrong = [f"{key}: {text}" for key, count in counts.items() for text in count.wrong]
        say("\n".join([*wrong, *(f"LEAK {line}" for line in leaks)]))


if __name__ == "__main__":
    main()
