"""A quality standard for health information: what it asks of a page, and what can be told of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["pass", "fail", "human"]
# Checks that the build can make of an article (audit/conformance.py); `human` is for people.
Check = Literal[
    "author-named",
    "author-qualified",
    "author-standing",
    "conflicts-stated",
    "contact-given",
    "corrections-open",
    "crisis-help",
    "dates-shown",
    "further-support",
    "human",
    "information-only",
    "no-adverts",
    "private",
    "promotion-marked",
    "publisher-named",
    "review-planned",
    "reviewer-qualified",
    "sources-dated",
    "sources-given",
]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a standard asks for, in our words, and how it is looked at."""

    id: str
    text: str
    check: Check


@dataclass(frozen=True, slots=True)
class Standard:
    """One file under editorial/standards/; `about` says to readers what it is."""

    id: str
    name: str
    about: str
    items: tuple[Item, ...]
    source: str
    source_title: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of one item on one article, with the reason in a few words."""

    item: Item
    verdict: Verdict
    why: str
