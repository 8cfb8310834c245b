"""Kinds of rules: what must stand near words for them to be fine."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import find, one_rule
from wellspring.checking.kinds import KINDS
from wellspring.model.rule import Rule

Write = Callable[[dict[str, str]], Path]
FIGURE = 'terms = ["\\\\d+%"]'


@pytest.fixture
def figure(write_house: Write) -> Rule:
    return one_rule(write_house, FIGURE, "requires-citation")


@pytest.mark.parametrize(
    "body",
    [
        "It helps 67% of people ([A survey](https://x.example/a)).",
        "It helps 67% of people.[^1]",
        "It helps 67%[^1] of people.",
        "It helps 67% of people, doi:10.1000/182.",
        "It helps 67% of people (Smith et al., 2020).",
        "It helps 67% of people. See [the survey of 2020](https://x.example/a) for more.",
        "It helps 67% of people. Source: https://x.example/a",
        "[A survey](https://x.example/a) found:\n\n- It helps 67% of people.\n- It soothes 3%.",
        "[^1]: It helps 67% of people. [A survey](https://x.example/a) of adults asked them all.",
        "> It helps 67% of people ([A survey](https://x.example/a)).",
        "| It helps 67% | [A survey](https://x.example/a) |",
    ],
)
def test_a_figure_with_a_source_is_fine(figure: Rule, body: str) -> None:
    assert find(body, figure) == []


@pytest.mark.parametrize(
    "body",
    [
        "It helps 67% of people.",
        "It helps 67% of people, as [we say](/posts/sleep.html).",
        "It helps 67% of people. [Walks](https://x.example/a) also are good for hearts and minds.",
        "[A survey](https://x.example/a) asked many adults. It helps 67% of people.",
        "A survey found:\n\n- It helps 67% of people.",
        "[^1]: It helps 67% of people.",
        "## It helps 67%\n\n[A survey](https://x.example/a) asked them.",
        "[Shop now](https://x.example/a): it helps 67% of people.",
    ],
)
def test_a_figure_without_one_is_not(figure: Rule, body: str) -> None:
    assert len(find(body, figure)) == 1


def test_some_words_no_source_makes_fine(write_house: Write) -> None:
    lines = f'{FIGURE}\neven_if_cited = ["guaranteed"]'
    rule = one_rule(write_house, lines, "requires-citation")
    assert find("It helps 67%.[^1]", rule) == []
    assert len(find("It is guaranteed to help 67%.[^1]", rule)) == 1


NEAR = {
    "sentence": "Take 50 mg, says your doctor.",
    "neighbours": "Ask your doctor. Take 50 mg.",
    "after": "Take 50 mg. Ask your doctor.",
    "lead": "As your doctor says:\n\n- Rest first, and long.\n- Take 50 mg.",
    "block": "Ask your doctor. Then rest. Then take 50 mg.",
    "text": "Ask your doctor.\n\n## Doses\n\nRest. Rest more.\n\nTake 50 mg.",
    "nowhere": "Take 50 mg.",
}


@pytest.mark.parametrize(
    ("within", "fine"),
    [
        ("sentence", {"sentence"}),
        ("neighbours", {"sentence", "neighbours", "after", "lead", "block"}),
        ("block", {"sentence", "neighbours", "after", "block"}),
        ("text", {"sentence", "neighbours", "after", "lead", "block", "text"}),
    ],
)
def test_what_is_needed_must_stand_near_enough(
    write_house: Write, within: str, fine: set[str]
) -> None:
    lines = f'terms = ["\\\\d+ mg"]\nneeds = ["doctor", "pharmacist"]\nwithin = "{within}"'
    rule = one_rule(write_house, lines, "consistency")
    assert {name for name, body in NEAR.items() if not find(body, rule)} == fine


def test_no_neighbour_stands_beyond_a_heading(write_house: Write) -> None:
    lines = 'terms = ["\\\\d+ mg"]\nneeds = ["doctor"]\nwithin = "neighbours"'
    rule = one_rule(write_house, lines, "consistency")
    assert len(find("Ask your doctor.\n\n## Doses\n\nTake 50 mg.", rule)) == 1


def test_each_match_without_what_it_needs_is_reported(write_house: Write) -> None:
    lines = 'terms = ["\\\\d+ mg"]\nneeds = ["doctor"]\nwithin = "block"'
    rule = one_rule(write_house, lines, "consistency")
    body = "Take 50 mg or 60 mg.\n\nTake 70 mg, doctor.\n\nTake 80 mg."
    assert [finding.place.line for finding in find(body, rule)] == [1, 1, 5]


def test_words_with_a_better_form_always_count(write_house: Write) -> None:
    rule = one_rule(write_house, 'terms = ["cures?"]\nswap = ["cure", "ease"]', "substitution")
    assert len(find("It cures.[^1]", rule)) == 1


def test_every_kind_about_words_is_known() -> None:
    assert set(KINDS) == {"existence", "substitution", "requires-citation", "consistency"}
