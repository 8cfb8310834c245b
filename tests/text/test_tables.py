"""Each phrase's needs are in the tables, slot by slot, and what it does not need is always met."""

from collections.abc import Callable
from pathlib import Path

from tests.small_rules import rule_file
from wellspring.house.rules import load_rules
from wellspring.model.phrase import MARKS, PARTS, STARTS, WORDS, Phrase
from wellspring.text.tables import SLOTS, Tables, numbered, tables_of

CURE, PILL = ((WORDS, "cure"), (STARTS, "heal")), ((PARTS, "pill"),)


def test_no_phrases_need_nothing() -> None:
    assert tables_of([]) == Tables(0)


def test_what_a_phrase_does_not_need_is_always_met() -> None:
    tables = tables_of([Phrase("a"), Phrase("b", (CURE,))])
    everything = (1 << 2 * SLOTS) - 1
    assert tables.always == everything & ~0b10


def test_a_group_is_found_by_each_of_its_anchors() -> None:
    tables = tables_of([Phrase("a", (CURE, PILL)), Phrase("b", (PILL,)), Phrase("c", (CURE,))])
    assert (tables.words, tables.starts) == ({"cure": [0]}, {"heal": [0]})
    assert (tables.parts, tables.marks) == ({"pill": [1]}, {})
    # Three bits a slot: the first slot of the first and third; then of the second, and a second.
    assert tables.groups == [0b101, 0b001_010]
    assert tables.of(MARKS) is tables.marks


def test_a_phrase_has_one_number_however_often_it_is_named(
    write_house: Callable[[dict[str, str]], Path],
) -> None:
    (rule,) = load_rules(write_house({"rules/claim/cure.toml": rule_file()}))
    assert numbered([rule, rule]) == list(rule.terms)
