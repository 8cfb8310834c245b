"""The change guard: wording is free, and no fact changes after a review without a word."""

from dataclasses import replace
from datetime import date

import pytest

from wellspring.disclaimers.guard import check_review, guarded_sentences
from wellspring.house.style import HouseStyle
from wellspring.model.post import Post
from wellspring.model.review import ReviewRecord
from wellspring.text.post import read_post
from wellspring.text.source import parse_source

REVIEWED = """\
Treatment is not without risks. Rest is good for you.

Take 50 mg with food, twice a day. Ask before you take naltrexone.

- Never stop it alone.
- Nearly 1 in 3 people feel sick.
"""
AGAIN = (
    "Kim Doctor has not seen that. Put it back, or have it reviewed again, then run "
    "`invoke review` for this article."
)


def post(body: str, title: str = "One") -> Post:
    head = f"Title: {title}\nReviewed-by: Kim Doctor\nReviewed: 2026-01-02\n\n"
    return read_post(parse_source(head + body, "x.md")[0])[0]


def findings(body: str, house: HouseStyle, title: str = "One") -> list[str]:
    record = ReviewRecord(
        "x.md", "Kim Doctor", date(2026, 1, 2), guarded_sentences(post(REVIEWED), house)
    )
    return [str(finding) for finding in check_review(post(body, title), record, house)]


def test_a_record_holds_the_sentences_with_facts(house: HouseStyle) -> None:
    assert guarded_sentences(post(REVIEWED), house) == (
        "Treatment is not without risks.",
        "Take 50 mg with food, twice a day.",
        "Ask before you take naltrexone.",
        "Never stop it alone.",
        "Nearly 1 in 3 people feel sick.",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rest is good for you.", "Rest is very good for you, and sleep too."),
        ("Rest is good for you.", ""),
        ("with food", "with a meal"),
        ("50 mg", "50mg"),
        ("twice", "*twice*"),
        ("Treatment is not", "Any treatment is not"),
        ("- Never stop it alone.\n", ""),
    ],
)
def test_wording_is_free(old: str, new: str, house: HouseStyle) -> None:
    moved = "- Never stop it alone.\n" if new == "" and "Never" in old else ""
    assert findings(moved + "\n" + REVIEWED.replace(old, new), house) == []


def test_the_order_of_sentences_is_free(house: HouseStyle) -> None:
    assert findings("\n\n".join(reversed(REVIEWED.split("\n\n"))), house) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("not without", "without", 5, "lost “not” (it was “Treatment is not without risks.”)"),
        ("50 mg", "500 mg", 7, "lost “50 mg” and gained “500 mg” (it was “Take 50 mg with food, "
         "twice a day.”)"),
        ("twice a day", "three times a day", 7, "lost “twice a day” and gained “three times” (it "
         "was “Take 50 mg with food, twice a day.”)"),
        ("naltrexone", "olanzapine", 7, "lost “naltrexone” and gained “olanzapine” (it was “Ask "
         "before you take naltrexone.”)"),
        ("1 in 3", "1 in 5", 10, "lost “1 in 3” and gained “1 in 5” (it was “Nearly 1 in 3 people "
         "feel sick.”)"),
    ],
)  # fmt: skip
def test_a_changed_fact_is_seen_where_it_stands(
    old: str, new: str, line: int, what: str, house: HouseStyle
) -> None:
    assert findings(REVIEWED.replace(old, new), house) == [
        f"x.md:{line}:1: since the review of 2026-01-02 this sentence has {what}. {AGAIN}"
    ]


def test_a_sentence_that_is_gone_is_seen_at_the_review(house: HouseStyle) -> None:
    assert findings(REVIEWED.replace("- Never stop it alone.\n", ""), house) == [
        "x.md:2:1: since the review of 2026-01-02 the sentence “Never stop it alone.” with "
        f"“never”, “stop” is gone. {AGAIN}"
    ]


def test_a_new_amount_or_drug_is_seen_and_a_new_warning_is_welcome(house: HouseStyle) -> None:
    more = REVIEWED + "\nDo not drive.\n\nSome add 20 mg of olanzapine for 3 days.\n"
    assert findings(more, house) == [
        "x.md:14:1: “20 mg”, “3 days”, “olanzapine” is new since the review of 2026-01-02. " + AGAIN
    ]


def test_the_title_is_guarded_too(house: HouseStyle) -> None:
    assert findings(REVIEWED, house, "Naltrexone in 3 days") == [
        "x.md:1:1: “3 days”, “naltrexone” is new since the review of 2026-01-02. " + AGAIN
    ]


def with_summary(summary: str) -> Post:
    return replace(post(REVIEWED), summary=summary)


@pytest.mark.parametrize("summary", ["", "Take 50 mg with food, twice a day.", "A calm evening."])
def test_a_summary_without_facts_of_its_own_is_free(summary: str, house: HouseStyle) -> None:
    record = ReviewRecord(
        "x.md", "Kim Doctor", date(2026, 1, 2), guarded_sentences(post(REVIEWED), house)
    )
    assert list(check_review(with_summary(summary), record, house)) == []


def test_a_fact_in_the_summary_is_guarded_too(house: HouseStyle) -> None:
    seen = guarded_sentences(with_summary("People take 25 mg."), house)
    record = ReviewRecord("x.md", "Kim Doctor", date(2026, 1, 2), seen)
    found = list(map(str, check_review(with_summary("People take 75 mg."), record, house)))
    assert len(found) == 1
    assert found[0].startswith("x.md:1:1: ")
    assert found[0].endswith(AGAIN)
