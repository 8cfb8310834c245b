"""Pages of no known site, put together of heads, bodies and tails; see test_mixes.

In heads.txt each head has a line that says what it tells; in tails.txt each block of a tail has one
with its part. What stands in braces is filled in.
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path

from tests.importing.score import dumps
from wellspring.text.source import parse_source

FOLDER = Path(__file__).parent
TITLES = (
    *("The Year I Learned to Sit Still", "Why I Stopped Counting Sheep", "Walking Home Slowly"),
    *("my small brave garden", "What Nobody Tells You About Grief"),
)
SUBTITLES = (
    *("What a bad winter taught me about small steps", "Three years on, I still count my breaths."),
    "On rest, and how to get some",
)
AUTHOR = "Robin Example"
BIOS = (
    "Robin Example is a nurse in Leeds who writes about sleep, shift work and very strong tea.",
    "Robin writes about rest and small gardens. Their first book came out in 2019.",
    "Robin Example lives with two cats and one knee. Find more at quietcorner.example.",
)
TAGS = (
    ("sleep", "walking", "tea"),
    ("Mental Health", "Sleep", "Grief"),
    ("anxiety", "self-care", "habits"),
)
COMMENTS = (
    "Thank you for this. I read it aloud to my mother on the train and we both cried a bit.",
    "This is me!",
    "I have had the same for years, and nobody told me that it had a name. Where can I read more?",
    "Not sure I agree with the part about tea, but the rest is lovely.",
)
CARDS = (
    *("What My Knee Taught Me About Patience", "Ten Minutes of Nothing"),
    *("How to Rest When You Cannot Sleep", "The Long Way Round the Park"),
    *("Is Your Phone Keeping You Awake?", "Soup, and other answers"),
)
TEASERS = (
    "A short guide to doing less, one afternoon at a time.",
    "She thought that running was for others. Then came the winter of 2019, and with it a dog.",
)
ORDERS = (
    "share tags bio comments cards newsletter footer",
    "bio tags share cards comments footer",
    "tags share newsletter cards footer",
    "bio newsletter comments footer",
    "share bio cards newsletter footer",
    "tags bio support comments cards footer",
    "share support comments newsletter footer",
    *("comments", "tags comments footer", "newsletter tags cards footer", "bio share comments"),
    *("cards footer", "bio", "tags"),
)
# Bodies in which nothing is marked, so that each line is to come out as it is.
MARKED = re.compile(r"^(?: {4}|> )|\]\(|[*`\\]", re.MULTILINE)
ODD = ("d12", "d24", "d28", "d29", "d30", "d32", "d35")


@dataclass(frozen=True)
class Mix:
    """A page, and what it is made of."""

    text: str
    title: str
    body: list[str]
    furniture: list[str]
    comments: list[str]
    facts: dict[str, str]


def read_blocks(name: str) -> list[tuple[str, list[str]]]:
    """Return the blocks of a file, each with the line above it."""
    blocks: list[tuple[str, list[str]]] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith(("[", "# ")):
            blocks.append((line.strip("[]# "), []))
        else:
            blocks[-1][1].append(line)
    return blocks


def read_bodies() -> list[list[str]]:
    """Return the bodies of another set's stories, line by line."""
    bodies: list[list[str]] = []
    for dump in dumps("dumps-d"):
        body = parse_source(dump.with_suffix(".md").read_text(encoding="utf-8"), "x.md")[0].body
        if not MARKED.search(body) and not dump.stem.startswith(ODD):
            lines = (re.sub(r"^#+ ", "", line) for line in body.split("\n"))
            bodies.append([line for line in lines if line.strip()])
    return bodies


HEADS, TAILS, BODIES = read_blocks("heads.txt"), read_blocks("tails.txt"), read_bodies()


def words(dice: random.Random) -> dict[str, str]:
    """Return what is filled in."""
    found = {"author": AUTHOR, "AUTHOR": AUTHOR.upper(), "first": AUTHOR.split(maxsplit=1)[0]}
    found |= {"title": dice.choice(TITLES), "subtitle": dice.choice(SUBTITLES)}
    found |= {"bio": dice.choice(BIOS)}
    for letter, texts in (("t", dice.choice(TAGS)), ("c", COMMENTS), ("k", CARDS), ("s", TEASERS)):
        chosen = texts if letter == "t" else dice.sample(texts, min(3, len(texts)))
        found |= {f"{letter}{number}": text for number, text in enumerate(chosen, start=1)}
    return found


def make(seed: int) -> Mix:
    """Return a page, the same for the same number."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    said, head = dice.choice(HEADS)
    filled, body = words(dice), dice.choice(BODIES)
    parts = [
        dice.choice([lines for part, lines in TAILS if part == name])
        for name in dice.choice(ORDERS).split()
    ]
    tail = [line.format(**filled) for lines in parts for line in lines]
    top = [line.format(**filled) for line in head]
    facts = dict(part.split("=") for part in said.split() if "=" in part)
    comments = [text for text in COMMENTS if any(text in line for line in tail)]
    return Mix("\n".join([*top, *body, *tail]), filled["title"], body, tail, comments, facts)
