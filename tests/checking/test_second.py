"""What the second reader finds without a phrase, and which phrases it is against."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.small_rules import CURES, reading_of, rule_file
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.checking.rules import check_rules
from wellspring.checking.second import words_at
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
LEANING = 'what = "W."\nenough = 1.0\nleast = -4.0\nnoticed = -2.0\n'


class Word:
    """A text of which the network says much for “banish”, and much against “ham”."""

    def __init__(self, text: str) -> None:
        starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == " ")]
        words = [text[start:].partition(" ")[0] for start in starts]
        self.places = starts
        self.weights = [5.0 * ("banish" in word) - 9.0 * ("ham" in word) for word in words]
        self.sums = [0.0, sum(self.weights) - 1.0]

    def shares(self, rule: int) -> list[float]:
        assert rule == 1
        return self.weights


class Words:
    """A network that knows two words, of a rule that is not there and of `claim-x`."""

    rules = ("claim-other", "claim-x")

    def __init__(self) -> None:
        self.looked_at: list[str] = []

    def skim(self, texts: Sequence[str]) -> list[list[float]]:
        return [Word(text).sums for text in texts]

    def read(self, texts: Sequence[str]) -> list[Word]:
        self.looked_at += texts
        return [Word(text) for text in texts]


def book_of(write_house: Write, lines: str, kind: str = "existence") -> Rulebook:
    files = {"rules/claim/x.toml": rule_file(lines, kind), "leanings/claim-x.toml": LEANING}
    book = bind_rules(load_rules(write_house(files)))
    network: Any = Words()
    book.second.skimmers = book.second.network = network
    return book


def found(
    write_house: Write, text: str, lines: str = CURES, declared: str = "", kind: str = "existence"
) -> list[tuple[str, int]]:
    reading = reading_of(text)
    findings = check_rules(reading, book_of(write_house, lines, kind), frozenset([declared]))
    return [(item.message.split("”")[0].strip("“"), item.place.line) for item in findings]


def test_plain_words_are_left_alone(write_house: Write) -> None:
    assert found(write_house, "We aired the wardrobe.") == []


def test_a_phrase_that_it_is_against_is_not_reported(write_house: Write) -> None:
    assert found(write_house, "My uncle cures the ham.") == []


def test_a_phrase_that_it_says_little_of_is_reported(write_house: Write) -> None:
    assert found(write_house, "My uncle cures it.") == [("cures", 1)]


def test_its_word_is_enough_without_a_phrase(write_house: Write) -> None:
    assert found(write_house, "This tea will banish your gout, says Ann.") == [("banish", 1)]


def test_a_window_is_reported_once_at_its_likeliest_sentence(write_house: Write) -> None:
    text = "Tea.\n\nWe banish it.\n\nWe banish, banish it, yes, banish.\n"
    assert found(write_house, text) == [("banish, banish it, yes, banish", 5)]


def test_what_a_phrase_has_found_in_a_window_is_not_found_again(write_house: Write) -> None:
    assert found(write_house, "It cures. We banish it.") == [("cures", 1)]


def test_a_source_is_enough_where_a_source_is_wanted(write_house: Write) -> None:
    cited = "We [banish](https://x.example/a) it."
    assert found(write_house, cited, kind="requires-citation") == []
    assert found(write_house, "We banish it.", kind="requires-citation") == [("banish", 1)]


def test_what_a_text_declares_silences_it(write_house: Write) -> None:
    lines = 'terms = ["cures?"]\ndeclared = ["sponsored"]'
    assert found(write_house, "We banish it.", lines, "sponsored") == []


def test_where_a_link_leads_it_does_not_see(write_house: Write) -> None:
    lines = 'terms = ["cures?"]\naddresses = ["x[.]example"]'
    assert found(write_house, "Buy [ham](https://x.example/a).", lines) == [("ham", 1)]


def test_without_a_leaning_the_network_is_not_fetched(write_house: Write) -> None:
    book = bind_rules(load_rules(write_house({"rules/claim/x.toml": rule_file()})))
    text = "It cures."
    assert len(check_rules(reading_of(text), book)) == 1
    assert book.second.network is None
    assert book.second.skimmers is None


@pytest.mark.parametrize("which", [("network",), ("skimmers",), ("network", "skimmers")])
def test_a_rule_that_one_network_does_not_know_has_its_phrases_only(
    write_house: Write, which: Sequence[str]
) -> None:
    book = book_of(write_house, CURES)
    for name in which:
        words: Any = Words()
        words.rules = ("claim-other",)
        setattr(book.second, name, words)
    for text, count in (("My uncle cures the ham.", 1), ("We banish it.", 0)):
        assert len(check_rules(reading_of(text), book)) == count


def test_networks_may_know_rules_in_another_order(write_house: Write) -> None:
    class Turned(Words):
        rules = ("claim-x", "claim-other")

        def skim(self, texts: Sequence[str]) -> list[list[float]]:
            return [each[::-1] for each in super().skim(texts)]

    book = book_of(write_house, CURES)
    turned: Any = Turned()
    book.second.skimmers = turned
    for text, count in (("My uncle cures the ham.", 0), ("We banish it.", 1)):
        assert len(check_rules(reading_of(text), book)) == count


LONG = "We walk along the river every evening and look at the herons that stand in the reeds there."


def test_a_claim_that_is_read_again_is_reported_once(write_house: Write) -> None:
    text = f"{LONG} {LONG} {LONG} We banish it, banish it. {LONG} {LONG} {LONG}"
    assert [words for words, _ in found(write_house, text)] == ["banish it, banish"]


def test_a_claim_that_is_read_again_but_was_not_noticed_is_reported(write_house: Write) -> None:
    class Late(Words):
        def skim(self, texts: Sequence[str]) -> list[list[float]]:
            return [[0.0, 3.0 if number else -5.0] for number in range(len(texts))]

    book = book_of(write_house, CURES)
    late: Any = Late()
    book.second.skimmers = late
    text = f"{LONG} {LONG} {LONG} We banish it, banish it. {LONG} {LONG} {LONG}"
    (finding,) = check_rules(reading_of(text), book)
    assert "banish it, banish" in finding.message


def test_a_source_does_not_move_a_finding_to_another_sentence(write_house: Write) -> None:
    text = "The sun shone. We [banish](https://x.example/a) it. The cat slept."
    assert found(write_house, text, kind="requires-citation") == []


def test_a_long_text_is_read_to_its_end(write_house: Write) -> None:
    text = "\n\n".join([*[f"## Part {n}\n\n{LONG}" for n in range(900)], "We banish it."])
    assert [words for words, _ in found(write_house, text)] == ["banish"]


def test_only_what_a_first_look_or_a_phrase_points_to_is_read_closely(write_house: Write) -> None:
    text = "## One\n\nHam.\n\n## Two\n\nMy uncle cures the ham.\n\n## Three\n\nWe banish it."
    book = book_of(write_house, CURES)
    network: Any = book.second.network
    check_rules(reading_of(text), book)
    assert network.looked_at == [
        "[heading] three we banish it.",
        "[heading] two my uncle cures the ham.",
    ]


def test_both_impressions_count(write_house: Write) -> None:
    class Mild(Words):
        def skim(self, texts: Sequence[str]) -> list[list[float]]:
            return [[0.0, -1.4] for _ in texts]

    book = book_of(write_house, CURES)
    mild: Any = Mild()
    book.second.skimmers = mild
    cases = {"We banish it.": 1, "We banish the ham.": 0, "He cures the ham to banish it.": 1}
    for text, count in cases.items():
        # Three tenths of -1.4 and seven of 4 are enough; with seven of -5 a phrase is kept.
        assert len(check_rules(reading_of(text), book)) == count


def test_what_it_has_not_read_is_not_refused(write_house: Write) -> None:
    class Short(Words):
        def read(self, texts: Sequence[str]) -> list[Word]:
            read = super().read(texts)
            for each in read:
                each.places = each.places[:2]
            return read

    book = book_of(write_house, CURES)
    network: Any = Short()
    book.second.network = network
    text = "The ham is good and my uncle cures it."
    assert len(check_rules(reading_of(text), book)) == 1


def test_of_a_very_long_text_what_looks_worst_is_read_closely(
    write_house: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wellspring.checking.second.MOST", 1)
    text = (
        "## One\n\nWe banish it.\n\n## Two\n\nWe banish, banish it.\n\n## Three\n\nUncle cures ham."
    )
    assert [line for _, line in found(write_house, text)] == [7]
    text = f"{text}\n\n## Four\n\nHe cures hams."
    assert [line for _, line in found(write_house, text)] == [7, 15]


def test_what_a_settled_rule_points_to_takes_no_room(
    write_house: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Two(Words):
        def skim(self, texts: Sequence[str]) -> list[list[float]]:
            return [[3.0, -9.0] if "ham" in text else [0.0, 0.0] for text in texts]

    monkeypatch.setattr("wellspring.checking.second.MOST", 1)
    files = {
        "rules/claim/other.toml": rule_file('terms = ["salt"]\ndeclared = ["sponsored"]'),
        "leanings/claim-other.toml": LEANING,
        "rules/claim/x.toml": rule_file(CURES),
        "leanings/claim-x.toml": LEANING,
    }
    book = bind_rules(load_rules(write_house(files)))
    network: Any = Two()
    book.second.skimmers = book.second.network = network
    reading = reading_of("## One\n\nHam.\n\n## Two\n\nWe banish it.")
    assert check_rules(reading, book) == []
    assert [item.rule for item in check_rules(reading, book, frozenset(["sponsored"]))] == [
        "claim-x"
    ]


def test_the_words_that_weigh_most_are_shown() -> None:
    text = "and so, this tea banishes gout."
    assert words_at([(2.0, 17), (1.0, 26), (0.5, 13), (0.1, 0)], text) == (13, 30)
    assert words_at([], text) == (0, len(text))
    assert words_at([(0.5, 4)], "cure!") == (0, 5)
    assert words_at([(0.5, 0), (0.4, 5)], "cure!!! now") == (0, 4)
    assert words_at([(1.0, 26)], text) == (26, 30)


def test_each_rule_says_what_it_notices(write_house: Write) -> None:
    book = book_of(write_house, CURES)
    network: Any = book.second.network
    noticed = []
    for glance in (-5.0, -0.5, 4.5):
        network.looked_at.clear()
        rules = [
            replace(rule, leaning=replace(rule.leaning, noticed=glance))
            for rule in book.second.rules
            if rule.leaning
        ]
        book.second.rules = tuple(rules)
        book.second.read(reading_of("We air it.\n\nWe banish it.\n"))
        noticed.append(len(network.looked_at))
    assert noticed == [1, 1, 0]
