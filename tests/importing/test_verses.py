"""Verses and farewells stay lines; paragraphs that were broken to a width do not."""

import textwrap

import pytest

from tests.importing.score import GIVEN, STYLE
from tests.importing.small_stories import PROSE
from wellspring.importing.blocks import blocks_of
from wellspring.importing.line import Line
from wellspring.importing.output import post_text
from wellspring.importing.second_look import SecondLook
from wellspring.importing.story import read_story
from wellspring.importing.verses import verses_in
from wellspring.importing.wrapped import unwrapped

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
WIDE = """\
Nobody comes in the fourth month, only the post,
and it is late.
You have learned to eat your toast like a burglar,
with one hand."""
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


def test_a_dash_at_the_end_of_a_verse_is_one() -> None:
    sitting = STANZA.replace("worktop", "worktop -")
    story = read_story(f"A Slow Walk\n\n{PROSE}\n\n{sitting}\n\n{OTHER}".encode(), "x.txt", STYLE)
    assert "I put both hands flat on the worktop—" in story.blocks[1].text.split("\n")


@pytest.mark.parametrize("role", ["heading", "item"])
def test_a_second_look_may_see_more_in_short_lines(role: str) -> None:
    lines = lines_of(f"{STANZA}\n\n{OTHER}")
    look = SecondLook({line.number: "paragraph" for line in lines} | {1: role})
    blocks, _ = blocks_of(lines, STYLE, look, markdown=False)
    assert [blocks[0].kind, blocks[-1].kind] == [role, "verse"]


def test_verses_are_not_joined_where_prose_is() -> None:
    lines = unwrapped(lines_of(f"{WRAPPED}\n\n{WRAPPED}\n\n{WIDE}\n\n{WRAPPED}"))
    assert [line.text for line in lines if line.text] == [
        *(" ".join(WRAPPED.split("\n")),) * 2,
        *WIDE.split("\n"),
        " ".join(WRAPPED.split("\n")),
    ]
