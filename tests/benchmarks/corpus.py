"""Filler to measure builds with: post `i` is the same in every corpus that holds it, however long.

This is generated filler, for measuring only. It says nothing true about health, takes nothing from
any source, and must never be published; every post begins with a sentence that says so. Its shape
is that of a wellness blog: 850 to 1,450 words, headings, lists, quotes, links, some tables and
footnotes, twelve authors, eight categories, sixty tags. Called by layout and edits.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tests.benchmarks import phrases

SEED = 20250101
WARNING = "This is generated filler for measuring, and nothing in it is about health."
START = datetime(2014, 1, 1, 6)  # noqa: DTZ001 - front matter is written without a zone
MINUTES = 10 * 365 * 24 * 60
# Has no factor in common with MINUTES, so that no two posts have the same minute.
STEP = 7919 * 61
WORDS = (800, 1160)

Link = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Post:
    """What the front matter of a post says, for every tool alike."""

    number: int
    title: str
    slug: str
    date: datetime
    modified: datetime
    author: str
    category: str
    tags: tuple[str, ...]
    summary: str


def post(number: int) -> Post:
    """Return the post of a number."""
    dice = Random(f"{SEED}-post-{number}")  # noqa: S311 - repeatable, not secret
    parts = (phrases.TITLE_STARTS, phrases.TITLE_MIDDLES, phrases.TITLE_ENDS)
    title = " ".join(dice.choice(part) for part in parts)
    date = START + timedelta(minutes=number * STEP % MINUTES)
    return Post(
        number,
        title,
        f"{slug_of(title)}-{number:05}",
        date,
        date + timedelta(days=dice.randint(0, 300), minutes=dice.randint(1, 600)),
        dice.choice(phrases.AUTHORS),
        dice.choice(phrases.CATEGORIES),
        tuple(dice.sample(phrases.TAGS, 3)),
        f"{sentence(dice)} {sentence(dice)}".replace('"', "'"),
    )


def slug_of(title: str) -> str:
    """Return a title as an address; the program's own way of it may change, the corpus may not."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("'", "")))


def body(number: int, link: Link) -> str:
    """Return the text of a post in Markdown; `link` writes a link to the slug of another."""
    dice = Random(f"{SEED}-body-{number}")  # noqa: S311 - repeatable, not secret
    length = dice.randint(*WORDS)
    blocks, notes = [WARNING, paragraph(dice), paragraph(dice)], list[str]()
    extras = Extras(dice.random() < 0.2, dice.random() < 0.3, dice.random() < 0.05)
    headings = dice.sample(phrases.HEADINGS, len(phrases.HEADINGS))
    section = 0
    while sum(len(block.split()) for block in blocks) < length:
        heading = headings[section % len(headings)]
        blocks.append(f"{'###' if section % 3 == 2 else '##'} {heading}")
        blocks += section_of(dice, section, extras, notes)
        if section == 1 and number:
            earlier = link(post(dice.randrange(number)).slug)
            blocks.append(f"There is [an earlier post]({earlier}) of the same kind.")
        section += 1
    return "\n\n".join([*blocks, *(["\n".join(notes)] if notes else [])]) + "\n"


@dataclass(frozen=True, slots=True)
class Extras:
    """What only some posts have."""

    table: bool
    notes: bool
    code: bool


def section_of(dice: Random, section: int, extras: Extras, notes: list[str]) -> Iterator[str]:
    """Yield the blocks below a heading; footnotes are put with the notes, for the text's end."""
    for _ in range(dice.randint(1, 3)):
        yield paragraph(dice)
    yield from special_block(dice, section % 5, table=extras.table)
    if extras.notes and section < 4:
        mark = f"[^{len(notes) + 1}]"
        address = f"<https://example.org/ref/{dice.randint(1000, 9999)}>"
        notes.append(f'{mark}: A made-up note, "{dice.choice(phrases.HEADINGS)}," {address}.')
        yield sentence(dice) + mark
    if extras.code and section == 1:
        yield "Say `one -- two -- three`:\n\n    one    1\n    two    2\n    three  3"


def special_block(dice: Random, kind: int, *, table: bool) -> Iterator[str]:
    """Yield a list, a quote, a table or a numbered list, as the section's turn is."""
    if kind == 0:
        yield "\n".join(f"- {sentence(dice)}" for _ in range(dice.randint(3, 6)))
    elif kind == 1:
        yield "\n".join(f"> {sentence(dice)}" for _ in range(2))
    elif kind == 2 and table:
        rows = [
            f"| {dice.choice(phrases.OBJECTS)} | {dice.choice(phrases.TAILS)} |"
            for _ in range(dice.randint(3, 6))
        ]
        yield "\n".join(["| Words | More words |", "| --- | --- |", *rows])
    elif kind == 3:
        steps = range(1, dice.randint(4, 6))
        yield "\n".join(f"{step}. {sentence(dice)}" for step in steps)


def paragraph(dice: Random) -> str:
    """Return three to six sentences, now and then said by somebody."""
    text = " ".join(sentence(dice) for _ in range(dice.randint(3, 6)))
    return f'"{text}" she read out.' if dice.random() < 0.06 else text


# How often a kind of sentence comes, of a hundred, and what it is like.
SENTENCES = (
    (40, "{subject} {verb} {object}, {tail}."),
    (12, "{subject} {verb} {object} -- {tail}."),
    (10, 'one made-up line goes, "{subject} {verb} {object}," and it isn\'t meant.'),
    (6, "in HTML, CSS and PDF alike, {subject} {verb} {object}."),
    (8, "it's easy to write that {subject} {verb} {object}... but it isn't about anything."),
    (8, "the words {illness} and {illness_too} stand *here* and say nothing, {tail}."),
    (2, "the word {medicine} stands here too, of which nothing is said, {tail}."),
    (7, "don't forget: **{subject}** {verb} {object} & {object_too}."),
    (
        7,
        'see [a guide that is not there](https://example.org/guides/?ref={number} "Guide") for how '
        "{subject} {verb} {object}.",
    ),
)


def sentence(dice: Random) -> str:
    """Return a sentence that means nothing."""
    forms = [form for _, form in SENTENCES]
    text = dice.choices(forms, [often for often, _ in SENTENCES])[0].format(
        subject=dice.choice(phrases.SUBJECTS),
        verb=dice.choice(phrases.VERBS),
        object=dice.choice(phrases.OBJECTS),
        object_too=dice.choice(phrases.OBJECTS),
        tail=dice.choice(phrases.TAILS),
        illness=dice.choice(phrases.ILLNESSES),
        illness_too=dice.choice(phrases.ILLNESSES),
        medicine=dice.choice(phrases.MEDICINES),
        number=dice.randint(1, 999),
    )
    return text[0].upper() + text[1:]
