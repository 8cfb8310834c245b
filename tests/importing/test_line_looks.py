"""What a network is told of how a line looks: whether the story has its words."""

from collections import Counter

from wellspring.importing.line import Line
from wellspring.importing.line_looks import looks_of, share_told, threes_of

STORY = "The kettle sang every morning before anybody else was awake, and I counted breaths. " * 2


def test_a_title_has_the_words_of_its_story_and_a_site_has_not() -> None:
    rows = ("Kettle and breaths", "Gazette and evenings", STORY)
    lines = [Line(number, text) for number, text in enumerate(rows, start=1)]
    title, site, _ = looks_of(lines, len(lines))
    assert 1.0 in [one - other for one, other in zip(title, site, strict=True)]


def test_the_words_of_a_story_are_counted() -> None:
    told = Counter(["kettle", "breaths", "morning"])
    assert share_told({"kettle", "breaths"}, told, own=False) == 1
    assert share_told({"gazette", "kettle"}, told, own=False) == 1 / 2
    assert share_told(set(), told, own=False) == 0


def test_a_long_line_does_not_count_its_own_words() -> None:
    assert share_told({"kettle"}, Counter(["kettle"]), own=True) == 0
    assert share_told({"kettle"}, Counter(["kettle", "kettle"]), own=True) == 1


def test_a_pull_quote_has_three_words_of_a_sentence() -> None:
    assert threes_of("“we counted my breaths”") == {"we counted my", "counted my breaths"}
    assert threes_of("Two words") == set()
