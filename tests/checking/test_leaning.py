"""What a sentence's rows weigh: for a rule without its phrases, or against a phrase."""

from collections.abc import Callable
from pathlib import Path

from tests.real_house import real_rules
from tests.small_rules import rule_file
from wellspring.checking.leaning import MIDDLE, steps
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.checking.taken import Sentences
from wellspring.commands.examine import bare
from wellspring.house.cache import kept_rules
from wellspring.house.leanings import LOWEST
from wellspring.house.rules import load_rules
from wellspring.text.prose import prose_of
from wellspring.text.reading import read_text

Write = Callable[[dict[str, str]], Path]
LEANING = """
what = "W."
start = -3.0
enough = 1.0
least = -4.0

[rows]
"banish" = 2.5
"for good" = 2.0
"ham" = -2.0
"""


def house(write_house: Write, lines: str = 'terms = ["cures?"]') -> Path:
    return write_house({"rules/claim/x.toml": rule_file(lines), "leanings/claim-x.toml": LEANING})


def found(root: Path, text: str) -> list[str]:
    reading = read_text(bare(text, "x.md"), prose_of(text))
    return [item.message for item in check_rules(reading, bind_rules(load_rules(root)))]


def test_one_sign_alone_is_not_enough(write_house: Write) -> None:
    assert found(house(write_house), "We banished the moths from the wardrobe.") == []


def test_a_phrase_that_rows_speak_against_is_not_reported(write_house: Write) -> None:
    assert found(house(write_house), "My uncle cures the ham.") == []


def test_a_phrase_without_a_word_against_it_is_reported(write_house: Write) -> None:
    assert found(house(write_house), "My uncle cures it.") == ["“cures” is wrong. Mend it."]


def test_enough_signs_are_found_without_a_phrase(write_house: Write) -> None:
    text = "This tea will banish your gout for good, says Ann."
    assert found(house(write_house), text) == ["“banish your gout for good” is wrong. Mend it."]


def test_a_row_that_stands_twice_weighs_as_much_as_once(write_house: Write) -> None:
    assert found(house(write_house), "Banish it, banish it, banish it.") == []


def test_what_a_phrase_has_found_is_not_found_again(write_house: Write) -> None:
    text = "This tea cures and will banish your gout for good."
    assert len(found(house(write_house), text)) == 1


def test_an_unless_silences_it_as_it_does_a_phrase(write_house: Write) -> None:
    lines = 'terms = ["cures?"]\nunless = ["gout for good"]'
    assert found(house(write_house, lines), "This tea will banish your gout for good.") == []


def test_leanings_are_kept_with_the_rules(write_house: Write, tmp_path: Path) -> None:
    root = house(write_house)
    made = kept_rules(root, tmp_path / "store").rules
    again = kept_rules(root, tmp_path / "store").rules
    assert [rule.leaning for rule in again] == [rule.leaning for rule in made]
    assert made[0].leaning is not None


def test_another_leaning_is_read_anew(write_house: Write, tmp_path: Path) -> None:
    root = house(write_house)
    kept_rules(root, tmp_path / "store")
    file = root / "leanings" / "claim-x.toml"
    file.write_text(LEANING.replace("-3.0", "-2.0"), encoding="utf-8")
    (rule,) = kept_rules(root, tmp_path / "store").rules
    assert rule.leaning is not None
    assert rule.leaning.start == -2.0


def test_what_is_added_by_lanes_is_the_sum_of_the_rows(write_house: Write) -> None:
    rules = load_rules(house(write_house))
    (rule,) = rules
    leanings = bind_rules(rules).leanings
    text = "banish the ham, banish it for good"
    reading = read_text(bare(text, "x.md"), prose_of(text))
    taken = Sentences(reading, bind_rules(rules).frames.scanner).take(0)
    rows = {row for row, _, _ in leanings.cutter.rows_of(taken.words, taken.things)}
    assert rule.leaning is not None
    weights = rule.leaning.rows
    total = rule.leaning.start + sum(weights[row] for row in rows & weights.keys())
    assert leanings.weigh(taken) == MIDDLE + steps(total)
    assert total == -0.5


def test_no_sentence_leans_so_far_away_that_an_error_is_silenced() -> None:
    silenced = [
        rule.id
        for rule in real_rules()
        if rule.severity == "error" and rule.leaning and rule.leaning.least != LOWEST
    ]
    assert silenced == []
