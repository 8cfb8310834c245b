"""Headings without marks are told by what the other lines of a story are."""

import pytest

from tests.importing.small_stories import HEAD, PROSE, post_of, read


def headings_of(*parts: str) -> list[str]:
    lines = post_of(read(HEAD, "\n\n".join(parts))).split("\n")
    return [line.removeprefix("## ") for line in lines if line.startswith("## ")]


ASKED = ("How far is it?", PROSE, "What do you eat?", PROSE, "Who comes along?", PROSE)


@pytest.mark.parametrize("question", ["And the dog?", "But isn’t it sad?", "So what now?"])
@pytest.mark.parametrize("answer", ["Ah.", PROSE, "“He is asleep,” she says."])
def test_an_interview_asks_on_with_and(question: str, answer: str) -> None:
    assert question in headings_of(*ASKED, question, answer, PROSE)


@pytest.mark.parametrize(
    "lines",
    [
        ("Pat: And the dog?", "Robin: He is asleep."),
        ("“And the dog?”", "“He is asleep,” she says."),
        ("And the dog?", "And the cat?"),
        ("It was late. And the dog?", "Ah."),
        ("It was late. Who knows?", "Ah."),
    ],
)
def test_what_people_say_within_an_interview_is_no_heading(lines: tuple[str, ...]) -> None:
    assert not {*headings_of(*ASKED, *lines, PROSE)} & {*lines}


@pytest.mark.parametrize("place", [0, 1])
def test_a_question_may_stand_behind_a_sentence(place: int) -> None:
    question = "You have walked here for years. Do you still see the river?"
    pairs = [ASKED, (question, PROSE)]
    assert question in headings_of(*(line for pair in pairs[:: 1 - 2 * place] for line in pair))


def test_a_story_that_asks_once_is_no_interview() -> None:
    assert headings_of(PROSE, "And the dog?", "Ah.", PROSE) == []


def test_a_short_quotation_is_a_heading_among_others() -> None:
    said = ["“I Am Too Tired”", "“It’s Raining”", "“Nobody Comes Along”"]
    assert headings_of(*(part for head in said for part in (head, PROSE))) == said
    assert headings_of(PROSE, "“It’s Raining”", PROSE) == []


def test_headings_in_small_letters_may_stand_below_a_list() -> None:
    heads = ["what the leaflet left out", "spoons and boats", "where I am now"]
    parts = [PROSE, heads[0], PROSE, "She was asleep.", heads[1], PROSE]
    parts += ["what drains: noise, stairs\nwhat charges: salt air", heads[2], PROSE]
    assert headings_of(*parts) == heads


def test_verse_goes_on_with_a_small_letter() -> None:
    verse = "The bag is slow.\nIt drinks itself\nand gives me what is left.\nWe laughed\nthat day."
    assert headings_of(PROSE, verse, PROSE) == []


def test_a_heading_of_a_recipe_is_no_verse() -> None:
    parts = ("The Recipe", "★★★★★", "Prep time: 3 minutes", "Ingredients", "▢ 1 cup\n▢ 2 dates")
    assert "The Recipe" in headings_of(PROSE, *parts, PROSE)
