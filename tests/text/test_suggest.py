"""Suggestions: the closest name, else all of them."""

from wellspring.text.suggest import did_you_mean


def test_a_close_name_is_suggested() -> None:
    assert did_you_mean("Catagory", ["Category", "Title"]) == "Did you mean `Category`?"


def test_capitals_do_not_matter() -> None:
    assert did_you_mean("mental health", ["Mental Health"]) == "Did you mean `Mental Health`?"


def test_all_names_are_given_when_none_is_close() -> None:
    assert did_you_mean("zzz", ["b", "a"]) == "Choose one of: `a`, `b`."


def test_nothing_to_choose_from_is_said() -> None:
    assert did_you_mean("x", []) == "There are none yet."
