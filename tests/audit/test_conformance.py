"""The conformance report: each check can pass and can fail, and judgement is left to people."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from tests.conftest import ROOT
from wellspring.audit.conformance import CHECKS, Facts, judge
from wellspring.audit.remedies import REMEDIES
from wellspring.disclaimers.decide import decide
from wellspring.house.load import load_house
from wellspring.house.style import HouseStyle
from wellspring.model.place import Place
from wellspring.model.post import Author
from wellspring.model.review import Review, ReviewState
from wellspring.model.standard import Check
from wellspring.text.post import read_post
from wellspring.text.source import parse_source

HOUSE = load_house(ROOT / "editorial")
ROBIN = Author("r.md", "robin", "Robin Example", "Bio", credentials="RN", conflicts="None")
KIM = Author("k.md", "kim", "Kim Doctor", "Bio", credentials="MD")
PAGES = {"about": "Write to <mailto:us@blog.example>.", "corrections": "", "privacy": ""}
TEXT = (
    "Title: One\nDate: 2026-01-01\nCategory: Sleep\nDisclaimer: sponsored\n"
    "Know-more: More | https://x.example/\n"
    "Sources: A guide | https://x.example/ | 2024\n\nDepression can be treated.\n"
)


def facts() -> Facts:
    source, _ = parse_source(TEXT, "x.md")
    post, _ = read_post(source)
    review = Review("Kim Doctor", date(2026, 2, 1), Place("x.md"))
    state = ReviewState(review, date(2026, 2, 1), date(2027, 2, 1), overdue=False, soon=False)
    return Facts(post, source.body, decide(post, HOUSE, ("US",)), state, (ROBIN,), KIM, PAGES)


def test_every_check_has_a_function() -> None:
    assert set(CHECKS) == set(get_args(Check))


@pytest.mark.parametrize("check", sorted(set(CHECKS) - {"human"}))
def test_a_careful_article_passes(check: Check) -> None:
    assert CHECKS[check](facts())[0] == "pass"


def test_what_can_fail_can_be_mended() -> None:
    failing = {
        check for check in CHECKS for of in (BARE, NOTHING) if CHECKS[check](of)[0] == "fail"
    }
    assert set(REMEDIES) == failing | {"crisis-help"}
    assert all(text.endswith(".") for text in REMEDIES.values())


def test_judgement_is_left_to_people() -> None:
    assert CHECKS["human"](facts()) == ("human", "only a reader can tell")


BARE = replace(
    facts(),
    post=replace(facts().post, date=None, know_more=(), sources=()),
    decision=decide(read_post(parse_source("Title: One\n\nWords.", "x.md")[0])[0], HOUSE, ()),
    review=ReviewState(None, date(2020, 1, 1), date(2022, 1, 1), overdue=True, soon=False),
    authors=(replace(ROBIN, credentials="", conflicts=""),),
    reviewer=None,
    pages={},
)


NOTHING = replace(BARE, authors=())


@pytest.mark.parametrize(
    ("check", "why"),
    [
        ("author-qualified", "no health credentials are stated for Robin Example"),
        ("conflicts-stated", "no statement of interests by Robin Example"),
        ("contact-given", "the site gives no address"),
        ("corrections-open", "there is no page of corrections"),
        ("dates-shown", "it has no date"),
        ("further-support", "it leads to no further help or reading"),
        ("information-only", "no notice says that it is no advice"),
        ("private", "there is no page on privacy"),
        ("publisher-named", "no page says who publishes it"),
        ("review-planned", "its check was due by 2022-01-01"),
        ("reviewer-qualified", "nobody has reviewed it"),
        ("sources-dated", "not every source is listed with its date"),
        ("sources-given", "it gives no sources"),
    ],
)
def test_a_bare_article_fails_with_a_reason(check: Check, why: str) -> None:
    assert CHECKS[check](BARE) == ("fail", why)


def test_an_article_without_authors_or_lines_fails_too() -> None:
    assert CHECKS["author-named"](replace(BARE, authors=()))[0] == "fail"
    assert CHECKS["author-standing"](replace(BARE, authors=()))[0] == "fail"
    lost = replace(facts(), decision=replace(facts().decision, crisis_lines=()))
    assert CHECKS["crisis-help"](lost) == ("fail", "it has no crisis line")


def test_whether_something_is_promotion_is_for_people() -> None:
    assert CHECKS["promotion-marked"](BARE)[0] == "human"


def test_footnotes_with_addresses_are_sources() -> None:
    body = "Words.[^1]\n\n[^1]: A guide, <https://x.example/>"
    assert CHECKS["sources-given"](replace(BARE, body=body))[0] == "pass"


@pytest.mark.parametrize(
    ("id_", "count"), [("jama", 4), ("honcode", 8), ("nhs", 12), ("pif-tick", 11), ("discern", 16)]
)
def test_the_standards_are_whole_and_jama_and_hon_can_be_reached(
    id_: str, count: int, house: HouseStyle
) -> None:
    standard = next(item for item in house.standards if item.id == id_)
    judgements = judge(standard, facts())
    assert len(judgements) == count
    assert [item.item.id for item in judgements if item.verdict == "fail"] == []
