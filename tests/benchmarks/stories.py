"""Stories that are all different, made of the dumps in tests/importing; used by importing.

Each has the shape of one dump, with its own title and author, and paragraphs from all of them.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from tests.importing.score import ANY_TITLE, READ, dumps, encoding_of, expected
from wellspring.importing.line import is_prose
from wellspring.importing.output import slug_for
from wellspring.text.source import parse_source

FIRST = (
    *("Ada", "Bram", "Cleo", "Dov", "Edda", "Finn", "Greta", "Hugo", "Ines", "Joss", "Kaya"),
    *("Lars", "Mina", "Noor", "Otto", "Pia", "Quin", "Rhea", "Sven", "Tilda", "Ugo", "Vera"),
    *("Wim", "Xenia", "Yara", "Zeno", "Alma", "Boris", "Carla", "Dirk", "Elsa", "Fritz"),
)
LAST = (
    *("Ashgrove", "Birkenau", "Calloway", "Dunmere", "Elmhurst", "Fairlowe", "Garrick", "Hollis"),
    *("Ingram", "Jessop", "Kestrel", "Lindqvist", "Marlowe", "Netherby", "Oakleaf", "Penhallow"),
    *("Quarrie", "Rowntree", "Sandoe", "Thackeray", "Underhill", "Verrender", "Wetherall"),
    *("Yarrow", "Zeller", "Attenby", "Brackley", "Corrigan", "Danvers", "Eastlake", "Fenwright"),
)
LEAST, LONGEST = 5, 70


@cache
def shapes() -> tuple[Path, ...]:
    """Return all dumps."""
    return tuple(dump for name in READ for dump in dumps(name))


@cache
def bodies() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs of all stories, and the lines that can be titles, each once."""
    lines: list[str] = []
    titles: dict[str, str] = {}
    for dump in shapes():
        source, _ = parse_source(expected(dump)[0], "x.md")
        lines += [line for line in source.body.split("\n") if is_prose(line)]
        heads = re.findall(r"^#+ (.+)", source.body, re.MULTILINE)
        for title in (source.text("title"), *heads):
            words = title.split()
            if len(words) >= LEAST and len(title) <= LONGEST and title.isascii():
                titles.setdefault(slug_for(title, ""), title)
    return tuple(dict.fromkeys(lines)), tuple(titles.values())


def different(count: int) -> Iterator[bytes]:
    """Yield so many stories."""
    titles = sorted(bodies()[1])
    names = [f"{first} {last}" for last, first in product(LAST, FIRST)]
    random.Random(0).shuffle(titles)  # noqa: S311 - no secret
    for number in range(count):
        title = titles[number % len(titles)]
        if number >= len(titles):
            title = f"{title} and {titles[(number * 7 + 1) % len(titles)]}"
        name = names[number % len(names)]
        chance = random.Random(number)  # noqa: S311 - no secret
        yield story(shapes()[number % len(shapes())], title, name, chance)


def story(dump: Path, title: str, name: str, chance: random.Random) -> bytes:
    """Return a story in the shape of a dump."""
    encoding = encoding_of(dump)
    source, _ = parse_source(expected(dump)[0], "x.md")
    text = dump.read_bytes().decode(encoding)
    named = whole(source.text("title"))
    untitled = source.text("title") == ANY_TITLE or not named.search(text)
    own = {letters(line) for line in source.body.split("\n") if is_prose(line)}
    lines = re.split(r"(\r\n|\r|\n)", text)
    for index, line in enumerate(lines):
        if is_prose(line) and letters(line) in own:
            lines[index] = chance.choice(bodies()[0])
            if untitled:
                lines[index], untitled = f"{title}, since you ask. {lines[index]}", False
    text = named.sub(title, "".join(lines))
    author = source.text("author")
    return (whole(author).sub(name, text) if author else text).encode(encoding, errors="ignore")


def letters(text: str) -> str:
    """Return the letters of a text, however its dashes and quotation marks are written."""
    return "".join(re.findall(r"\w", text.casefold()))


def whole(text: str) -> re.Pattern[str]:
    """Return a pattern of the words of a text, whatever stands between them."""
    words = [re.escape(word) for word in re.findall(r"\w+", text)]
    return re.compile(r"\W{1,3}".join(words) if words else r"(?!)", re.IGNORECASE)
