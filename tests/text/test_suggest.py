"""Suggestions: what a person would pick; else all names, if they are not too many."""

import pytest

from wellspring.checking.schema import SCHEMAS
from wellspring.text.suggest import (
    count_slips,
    did_you_mean,
    did_you_mean_file,
    nearest,
    nearest_files,
)

KEYS = [key.name for key in SCHEMAS["posts"].keys]
CATEGORIES = ["Mental Health", "Movement", "Nutrition", "Sleep"]
AUTHORS = ["Kim Doctor", "Robin Example", "Robin Sample"]
RULES = ["claim-cure", "claim-safety", "claim-vague-study"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        *(
            (word, KEYS)
            for word in ("Image", "Name", "Foo", "X", "Toc", "Datum", "Comments", "Layout", "Doses")
        ),
        *((word, CATEGORIES) for word in ("Exercise", "Food", "mind", "Sleeping", "Movies", "")),
        *((word, AUTHORS) for word in ("Sam Doe", "K. D.", "Example & Sons")),
        ("VI", ["I", "II", "III", "IV", "V"]),
        ("UK", ["EU", "GB", "US"]),
        ("step-1", ["step-2", "step-3"]),
        ("fitness", ["illness", "business"]),
    ],
)
def test_what_is_not_close_is_not_guessed(name: str, known: list[str]) -> None:
    assert nearest(name, known) == []


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("Catagory", KEYS, "Category"),
        ("Kategorie", KEYS, "Category"),
        ("Auhtor", KEYS, "Author"),
        ("Titel", KEYS, "Title"),
        ("Tgas", KEYS, "Tags"),
        ("Sumarry", KEYS, "Summary"),
        ("reviewed_by", KEYS, "Reviewed-by"),
        ("Series index", KEYS, "Series-index"),
        ("Waived", KEYS, "Disclaimer-waived"),
        ("mental health", CATEGORIES, "Mental Health"),
        ("Mental-Helth", CATEGORIES, "Mental Health"),
        ("Health", CATEGORIES, "Mental Health"),
        ("Sleep & Rest", CATEGORIES, "Sleep"),
        ("Sléep", CATEGORIES, "Sleep"),
        ("Robin Exampel", AUTHORS, "Robin Example"),
        ("Kim", AUTHORS, "Kim Doctor"),
        ("safety", RULES, "claim-safety"),
        ("claim-cur", RULES, "claim-cure"),
        ("dya", ["day", "year"], "day"),
        ("--sorce", ["--force", "--source"], "--source"),
        ("--dryrun", ["--dry-run", "--branch"], "--dry-run"),
    ],
)
def test_what_a_person_would_pick_is_guessed(name: str, known: list[str], meant: str) -> None:
    assert nearest(name, known) == [meant]


def test_names_that_are_as_likely_are_all_named() -> None:
    assert did_you_mean("Robin", AUTHORS) == "Did you mean `Robin Example` or `Robin Sample`?"
    assert did_you_mean("cap", ["map", "cup", "car"]) == "Did you mean `car` or `cup`?"


def test_all_names_are_given_when_none_is_close() -> None:
    assert did_you_mean("zzz", ["b", "a"]) == "Choose one of: `a`, `b`."


def test_of_many_names_those_with_the_word_are_given() -> None:
    names = ["claim-a", "claim-b", "claim-c", "claim-d", "doc-a"]
    assert did_you_mean("claim", names) == (
        "Choose one of: `claim-a`, `claim-b`, `claim-c`, `claim-d`."
    )


def test_names_that_nobody_would_read_through_are_not_listed() -> None:
    names = [f"word {'ab'[number % 2] * number}" for number in range(1, 60)]
    assert did_you_mean("zzz", names) == "Look at its spelling."


def test_nothing_to_choose_from_is_said() -> None:
    assert did_you_mean("x", []) == "There are none yet."


FILES = ["content/posts/a-walk.md", "content/posts/sleep-well.md", "content/images/b.svg"]


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("content/posts/a-wlk.md", ["content/posts/a-walk.md"]),
        ("a-walk", ["content/posts/a-walk.md"]),
        ("posts/A_Walk.md", ["content/posts/a-walk.md"]),
        ("drafts/sleep-wel.txt", ["content/posts/sleep-well.md"]),
        ("content/posts/a-talk.md", ["content/posts/a-walk.md"]),
        ("content/posts/zzz.md", []),
        ("content/images/c.svg", []),
    ],
)
def test_a_file_is_known_by_its_name_and_not_by_its_folder(path: str, meant: list[str]) -> None:
    assert nearest_files(path, FILES) == meant


def test_a_file_that_no_other_is_like_is_to_be_looked_at() -> None:
    assert did_you_mean_file("posts/zzz.md", FILES) == "Look at its spelling and its folder."
    assert did_you_mean_file("a-wlk.md", FILES) == "Did you mean `content/posts/a-walk.md`?"


@pytest.mark.parametrize(
    ("name", "other", "slips"),
    [("", "ab", 2), ("biuld", "build", 1), ("abc", "abc", 0), ("abc", "axd", 2), ("ab", "b", 1)],
)
def test_slips_are_counted(name: str, other: str, slips: int) -> None:
    assert count_slips(name, other) == count_slips(other, name) == slips
