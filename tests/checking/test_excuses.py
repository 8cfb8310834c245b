"""Excuses: words that look wrong are fine where something near them says so, and only there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import excuse_file, find, one_rule

Write = Callable[[dict[str, str]], Path]
LINES = 'terms = ["cures?"]\nexcuses = ["why"]'
DENIAL = """\
where = "before"
words = ["not?", "never", "\\\\w+n't"]
unless = ["not (?:just|only)", "no doubt"]
ends = ["but", ",", ";", "and"]
reach = 40
"""


def excused(write: Write, body: str, *ways: str) -> bool:
    """Tell whether a cure is excused in a text by an excuse of some ways."""
    rule = one_rule(write, LINES, excuses__why=excuse_file(*ways))
    return find(body, rule) == []


@pytest.mark.parametrize(
    "body",
    [
        "It is not a cure.",
        "It isn’t a cure.",
        "It never **cures**.",
        "No herb cures.",
        "It soothes, but it does not cure.",
        "It's\nnot a cure.",
    ],
)
def test_a_denial_excuses_its_clause(write_house: Write, body: str) -> None:
    assert excused(write_house, body, DENIAL)


@pytest.mark.parametrize(
    "body",
    [
        "It cures.",
        "It does not just help, it cures.",
        "It is not only a cure.",
        "It is no doubt a cure.",
        "It is not cheap, but it cures.",
        "It is not cheap and it cures.",
        "It cures and does not hurt.",
        "It does not hurt. It cures.",
        "It is not something that any of us would have believed before we saw it cure.",
        "It notably cures.",
    ],
)
def test_a_denial_reaches_no_further_than_its_clause(write_house: Write, body: str) -> None:
    assert not excused(write_house, body, DENIAL)


def test_words_behind_count_only_where_a_way_looks_behind(write_house: Write) -> None:
    body = "A cure is a myth."
    assert excused(write_house, body, 'where = "after"\nwords = ["myth"]')
    assert not excused(write_house, body, 'where = "before"\nwords = ["myth"]')


def test_around_is_before_and_after_up_to_the_ends(write_house: Write) -> None:
    way = 'where = "around"\nwords = ["myth"]\nends = [","]'
    assert excused(write_house, "A myth of a cure.", way)
    assert excused(write_house, "A cure is a myth.", way)
    assert not excused(write_house, "A myth, and a cure, not a myth.", way)


def test_in_the_sentence_is_anywhere_in_it(write_house: Write) -> None:
    way = 'where = "sentence"\nwords = ["myth"]'
    assert excused(write_house, "A cure, says one, is in fact, alas, a myth.", way)
    assert not excused(write_house, "A cure. That is a myth.", way)


def test_reach_counts_letters(write_house: Write) -> None:
    way = 'where = "after"\nwords = ["myth"]\nreach = {}'
    assert excused(write_house, "A cure is a myth.", way.format(10))
    assert not excused(write_house, "A cure is a myth.", way.format(9))


@pytest.mark.parametrize(
    ("where", "fine", "not_fine"),
    [
        ("previous", "This is a myth. It cures.", "It cures. This is a myth."),
        ("next", "It cures. This is a myth.", "This is a myth. It cures."),
        ("next", "It cures.\n\nThis is a myth.", "It cures.\n\n## This is a myth"),
        ("previous", "A myth.\n\nIt cures.", "A myth.\n\nReally. It cures."),
        ("block", "It cures. It soothes. That is a myth.", "It cures.\n\nThat is a myth."),
        ("heading", "## A myth\n\nOne. It cures.", "## A myth\n\nOne.\n\n## More\n\nIt cures."),
        ("heading", "## A myth\n\n- It cures.", "It cures.\n\n## A myth"),
        ("lead", "Each is a myth:\n\n- Rest.\n- It cures.", "Each is a myth:\n\nIt cures."),
        ("lead", "A myth:\n\n- It cures.", "A myth:\n\n- Rest.\n\nWell.\n\n- It cures."),
    ],
)
def test_other_sentences_count_where_a_way_looks(
    write_house: Write, where: str, fine: str, not_fine: str
) -> None:
    way = f'where = "{where}"\nwords = ["myth"]'
    assert excused(write_house, fine, way)
    assert not excused(write_house, not_fine, way)


def test_a_question_is_told_by_its_mark(write_house: Write) -> None:
    way = 'where = "after"\nwords = [\'\\w+\\?\']\nends = [":"]'
    assert excused(write_house, "Does it cure people?", way)
    assert not excused(write_house, "Does it help? It cures people.", way)


def test_a_myth_in_quotation_marks_may_be_named(write_house: Write) -> None:
    way = 'where = "sentence"\nquoted = true\nwords = ["claims?"]'
    assert excused(write_house, "They claim “it cures all”.", way)
    assert excused(write_house, 'They claim "it cures all".', way)
    assert excused(write_house, "> They claim it cures all.", way)
    assert not excused(write_house, "They claim it cures all.", way)
    assert not excused(write_house, "They “claim” it cures all.", way)
    assert not excused(write_house, "They say “it cures all”.", way)
    assert not excused(write_house, "They “claim” it “cures", way)


def test_quotation_marks_alone_may_be_enough(write_house: Write) -> None:
    way = 'where = "sentence"\nquoted = true'
    assert excused(write_house, "Ads say “it cures”.", way)
    assert not excused(write_house, "Ads say it cures.", way)


def test_one_way_is_enough(write_house: Write) -> None:
    ways = ('where = "before"\nwords = ["never"]', 'where = "after"\nwords = ["myth"]')
    assert excused(write_house, "It never cures.", *ways)
    assert excused(write_house, "That it cures is a myth.", *ways)
    assert not excused(write_house, "A myth. It cures, never.", *ways)


def test_one_excuse_is_enough(write_house: Write) -> None:
    lines = 'terms = ["cures?"]\nexcuses = ["one", "two"]'
    rule = one_rule(
        write_house,
        lines,
        excuses__one=excuse_file('where = "before"\nwords = ["never"]'),
        excuses__two=excuse_file('where = "after"\nwords = ["myth"]'),
    )
    assert find("It never cures. A cure is a myth.", rule) == []
    assert len(find("It cures.", rule)) == 1


def test_an_excuse_that_a_rule_does_not_name_does_not_count(write_house: Write) -> None:
    rule = one_rule(write_house, excuses__why=excuse_file('where = "before"\nwords = ["never"]'))
    assert len(find("It never cures.", rule)) == 1


def test_the_first_match_that_is_not_excused_is_reported(write_house: Write) -> None:
    rule = one_rule(write_house, f'{LINES}\nper = "sentence"', excuses__why=excuse_file(DENIAL))
    (finding,) = find("It is not a cure, it is the cure.", rule)
    assert finding.place.column == 29


QUESTION = 'where = "sentence"\nwords = ["^[^?]*[?]$"]'


@pytest.mark.parametrize(("until", "found"), [("", 0), ("until_answered = true\n", 1)])
def test_a_question_excuses_until_it_is_answered(
    write_house: Write, until: str, found: int
) -> None:
    lines = 'pairs = ["risks[?] none"]\nexcuses = ["why"]'
    rule = one_rule(write_house, lines, excuses__why=f"{until}{excuse_file(QUESTION)}")
    assert len(find("The risks? None.", rule)) == found
