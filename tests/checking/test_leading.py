"""Rules that look at where links lead."""

from collections.abc import Callable

import pytest

from tests.small_rules import Write, one_rule, reading_of
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.errors import HouseStyleError

Find = Callable[[str], list[str]]
PAYS = "terms = [\"cures?\"]\naddresses = ['[?&]affid=']"


@pytest.fixture
def found(write_house: Write) -> Find:
    """What the rule finds in a text: places, each with the words that are shown."""
    book = bind_rules((one_rule(write_house, PAYS),))

    def find(body: str) -> list[str]:
        findings = check_rules(reading_of(body), book)
        return [f"{item.place} {item.message.split('”')[0]}” {item.end}" for item in findings]

    return find


@pytest.mark.parametrize(
    "body",
    [
        "Read [a page](https://x.example/?id=affid).",
        "Read [a page](https://x.example/) with affid=2.",
        "The code is `[a](https://x.example/?affid=2)`.",
        "[A page][1]",
        "Nothing.",
    ],
)
def test_links_elsewhere_are_left_alone(found: Find, body: str) -> None:
    assert found(body) == []


def test_a_link_that_pays_is_named_by_the_words_it_shows(found: Find) -> None:
    body = "Rest.\n\nI like it. Get [the *soft* pillow](https://x.example/?a=1&affid=2) now."
    assert found(body) == ["x.md:3:17 “the soft pillow” x.md:3:34"]


def test_a_link_that_shows_no_words_is_left_alone(found: Find) -> None:
    assert found("[—](https://x.example/?affid=2) Look here.") == []


def test_each_sentence_answers_for_its_own_links(found: Find) -> None:
    body = "See [one](https://x.example/?affid=1). See [two](https://x.example/?affid=2)."
    assert [item.split(" ")[0] for item in found(body)] == ["x.md:1:6", "x.md:1:45"]


def test_a_wrong_address_is_named_with_file_and_key(write_house: Write) -> None:
    with pytest.raises(HouseStyleError, match=r"`\(` in `addresses` is not a regular expression"):
        one_rule(write_house, 'terms = ["cures?"]\naddresses = ["("]')


def test_addresses_are_kept_with_the_rules(write_house: Write) -> None:
    rule = one_rule(write_house, PAYS)
    assert rule.addresses == "(?:[?&]affid=)"
