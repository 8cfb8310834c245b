"""Things and doings of a lexicon among the words of a sentence."""

from wellspring.model.frame import Lexicon
from wellspring.text.scan import Scanner, Thing, is_head
from wellspring.text.words import words_of

PILLS, QUIT = 1, 2
LEXICON = Lexicon(
    ["pills", "quit"],
    things={"pills": {"": PILLS}, "blood": {"thinners": PILLS}},
    doings={"say": {"no to _": {"base": QUIT}}, "cut": {"_": {"base": QUIT, "past": QUIT}}},
    endings={"statin": PILLS},
)


def test_things_are_found_by_their_words_and_endings() -> None:
    found = list(Scanner(LEXICON).things(words_of("pills, blood-thinners, atorvastatin and blood")))
    assert found == [Thing(PILLS, 0, 1), Thing(PILLS, 2, 4), Thing(PILLS, 5, 6)]


def test_doings_are_found_with_their_forms_and_objects() -> None:
    words = words_of("cut the pills, say no to it")
    found = [
        (each.forms, each.start, each.gap) for each in Scanner(LEXICON).doings(words, wanted=QUIT)
    ]
    assert found == [
        (frozenset({"base", "past"}), 0, (1, 3)),
        (frozenset({"base"}), 4, (7, 8)),
    ]


def test_lists_that_nobody_wants_are_not_looked_for() -> None:
    assert list(Scanner(LEXICON).doings(words_of("cut the pills"), wanted=PILLS)) == []


def test_a_pill_box_is_no_pill() -> None:
    box, pills = words_of("the pills box"), words_of("the pills today")
    thing = Thing(PILLS, 1, 2)
    assert (is_head(box, thing, 3), is_head(pills, thing, 3)) == (False, True)
    assert is_head(box, thing, 2)
