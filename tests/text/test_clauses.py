"""Who does something, and how it is said; each sentence marks its verb with a star."""

import pytest

from wellspring.text.clauses import read_verb
from wellspring.text.inflect import FORMS, verb_forms
from wellspring.text.subjects import Reading
from wellspring.text.words import words_of


def read(marked: str) -> Reading:
    """Return the reading of the verb behind the star, a form of “stop”."""
    words = words_of(marked.replace("*", ""))
    verb = len(words_of(marked.split("*", maxsplit=1)[0]))
    forms = frozenset(name for form, name in verb_forms("stop") if form == words.at(verb))
    assert forms <= set(FORMS)
    return read_verb(words, verb, forms)


@pytest.mark.parametrize(
    "marked",
    [
        "*stop the pills.",
        "if you feel well, *stop them.",
        "you can safely *stop them.",
        "anyone who is well should *stop it.",
        "it is time to *stop them.",
        "i tell everyone to *stop them.",
        "rheumatism is your body begging you to *stop it.",
        "this tea lets you *stop them.",
        "try *stopping them for a week.",
        "we recommend *stopping them.",
        "you don't just *stop them, you win.",
        "relax and *stop them.",
        "you'll soon be able to *stop.",
        "why not *stop them?",
    ],
)
def test_advice_is_said_to_the_reader(marked: str) -> None:
    assert (read(marked).said, read(marked).denied) == ("to-reader", False)


@pytest.mark.parametrize(
    "marked",
    [
        "don't *stop the pills.",
        "you should never *stop them.",
        "there is no earthly reason to *stop them.",
        "it is dangerous to *stop them.",
        "nobody here will tell you to *stop them.",
        "i'm not asking you to *stop them.",
        "why *stop them?",
        "there is no point in *stopping them.",
    ],
)
def test_what_is_denied_is_told_as_such(marked: str) -> None:
    assert read(marked).denied


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("i *stopped them in may.", "of-writer"),
        ("she decided to *stop them.", "of-somebody"),
        ("some coaches tell people to *stop them.", "of-thing"),
        ("many patients *stop them.", "of-somebody"),
        ("my daughter *stopped them.", "of-somebody"),
        ("the cough *stopped.", "of-thing"),
        ("the cough will *stop.", "of-thing"),
        ("ask your doctor before you *stop them.", "if"),
        ("should you *stop them?", "asked"),
        ("can i *stop them?", "of-writer"),
        ("*stopping them can hurt.", "bare"),
    ],
)
def test_stories_conditions_and_questions_are_no_advice(marked: str, said: str) -> None:
    assert read(marked).said == said


def test_what_is_done_to_something_is_passive() -> None:
    found = read("the pills should be *stopped.")
    assert (found.said, found.passive, found.modal) == ("of-thing", True, "should")
