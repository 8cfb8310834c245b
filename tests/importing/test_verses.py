"""Verses and farewells stay lines; paragraphs that were broken to a width do not."""

import textwrap

import pytest

from tests.importing.score import GIVEN, STYLE
from wellspring.importing.line import Line
from wellspring.importing.output import post_text
from wellspring.importing.story import read_story
from wellspring.importing.verses import verses_in

STANZA = """\
Before the kettle, before the news,
I put both hands flat on the worktop
and count the cold coming up,
one tile, two tiles, three."""
OTHER = """\
The carers come at eight. Till then
the house is his breathing
and the small clock I mean to lose
and have meant to since spring."""
CLOSED = """\
It is not prayer.
I ask for nothing."""
WRAPPED = textwrap.fill(
    "I wrote that on the back of a pharmacy bag, and since then I have been asked to explain it, "
    "which I suppose is what prose is for. When his memory went I lost the trick of stopping.",
    56,
)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text."""
    return [Line(number, part) for number, part in enumerate(text.split("\n"), start=1)]


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED,
        f"{WRAPPED}\n\n{WRAPPED}",
        f"{WRAPPED}\n\n{textwrap.fill('So we walked on, and said no more of it. ' * 3, 56)}",
        "Breakfast\nEggs on toast.\n\nLunch\nSoup and bread.\n\nDinner\nFish, if there is any.",
        "```\ncd project,\nmake all,\nmake test\n```\nThen wait for it.",
        "He laughed.\nShe did not.",
        "Two eggs\nA cup of oats\nSome salt",
        "- a cup,\n- a lamp,\n- and a door\n- that shuts.",
        "What I took:\na cup,\na lamp,\nand a door.",
        "\n".join(f"line {number}, and so on" for number in range(20)),
    ],
)
def test_these_are_no_verses(text: str) -> None:
    assert verses_in(lines_of(text)) == []


def test_stanzas_are_verses_also_those_between_them() -> None:
    found = verses_in(lines_of(f"{STANZA}\n\n{CLOSED}\n\n{OTHER}"))
    assert ["\n".join(line.text for line in group) for group in found] == [STANZA, CLOSED, OTHER]


def test_broken_prose_beside_a_poem_stays_prose() -> None:
    found = verses_in(lines_of(f"{WRAPPED}\n\n{STANZA}\n\n{WRAPPED}\n\n{OTHER}"))
    assert ["\n".join(line.text for line in group) for group in found] == [STANZA, OTHER]


def test_a_stanza_alone_is_a_verse() -> None:
    assert len(verses_in(lines_of(f"{'Prose. ' * 20}\n\n{STANZA}\n\n{'Prose. ' * 20}"))) == 1


@pytest.mark.parametrize(
    "text", ["Yours, with cramps,\nRobin", "“A number is a question.”\n—Dr Example", "“So.”\n-Sam"]
)
def test_a_farewell_and_who_said_something_are_set_alike(text: str) -> None:
    assert len(verses_in(lines_of(text))) == 1


def test_verses_end_where_their_lines_do() -> None:
    prose = "A paragraph that has enough words to be one, and that says what the poem is for. " * 2
    source = f"A Slow Walk\n\n{prose}\n\n{STANZA}\n\n{OTHER}\n\n“So it is.”\n-Sam Sample\n"
    post = post_text(read_story(source.encode(), "x.txt", STYLE), GIVEN, STYLE.shelves)
    assert STANZA.replace("\n", "  \n") in post
    assert "“So it is.”  \n—Sam Sample" in post
