"""The audit of pages: a good page passes; every way to lose a notice is seen."""

from datetime import date

import pytest

from wellspring.audit.expected import Expectation
from wellspring.audit.page import check_article
from wellspring.audit.written import Page
from wellspring.model.crisis_line import CrisisLine
from wellspring.model.disclaimer import Decision, Disclaimer, Requirement
from wellspring.text.post import read_post
from wellspring.text.source import parse_source

CRISIS = Disclaimer(
    id="crisis",
    title="Talk to someone now",
    label="Crisis help",
    brief="Help is there.",
    text="You can [talk](get-help.html) to someone. It’s *free*.",
    severity=100,
    source="https://x.example/",
    source_title="X",
    checked_on=date(2026, 1, 1),
    shows_crisis_lines=True,
)
LINE = CrisisLine(
    id="us",
    name="A line",
    country="US",
    country_name="United States",
    url="https://x.example/",
    hours="always",
    languages="English",
    grade="A",
    source="https://x.example/",
    checked_on=date(2026, 1, 1),
    call="988",
    call_link="tel:988",
)
NOTICE = (
    '<div class="notices" role="note"><div data-disclaimer="crisis"><h2>Talk to someone now</h2>'
    '<p>You can talk to someone. It&#8217;s <em>free</em>.</p><a href="tel:988">988</a></div>'
    "</div>"
)
PAGE = f"<main><article><h1>One</h1>{NOTICE}<div class=body><p>Words.</p></div></article></main>"


def expectation(*disclaimers: Disclaimer) -> Expectation:
    post, _ = read_post(parse_source("Title: One\n\nBody", "content/posts/x.md")[0])
    requirements = tuple(Requirement(disclaimer, ()) for disclaimer in disclaimers)
    return Expectation("posts/x.html", post, Decision(requirements, (LINE,) if disclaimers else ()))


def wrongs(html: str) -> list[str]:
    return list(check_article(Page.parse(html.encode()), expectation(CRISIS)))


def test_a_good_page_has_nothing_wrong() -> None:
    assert wrongs(PAGE) == []


def test_a_page_that_needs_no_notice_may_have_none() -> None:
    html = PAGE.replace(NOTICE, "")
    assert list(check_article(Page.parse(html.encode()), expectation())) == []


def test_the_full_text_may_stand_after_the_body() -> None:
    short = NOTICE.replace(
        "<p>You can talk to someone. It&#8217;s <em>free</em>.</p>", "<p>Help.</p>"
    )
    html = PAGE.replace(NOTICE, short).replace(
        "</article>",
        "<section class=notices><p>You can talk to someone. It's free.</p></section></article>",
    )
    assert wrongs(html) == []


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (NOTICE, "", "has no notices, and must carry: crisis"),
        (NOTICE, f"<!-- {NOTICE} -->", "has no notices, and must carry: crisis"),
        (NOTICE, f"<template>{NOTICE}</template>", "has no notices, and must carry: crisis"),
        ("<h1>", "<!-- <h1>", "has no text: no element with the class `body`, or an empty one"),
        (' role="note"', "", 'has notices without role="note"'),
        (
            NOTICE,
            f"<details>{NOTICE}</details>",
            "hides its disclaimer `crisis` (it is inside <details>)",
        ),
        (
            NOTICE,
            f"<aside>{NOTICE}</aside>",
            "hides its disclaimer `crisis` (it is inside <aside>)",
        ),
        (
            '<div data-disclaimer="crisis">',
            '<div hidden data-disclaimer="crisis">',
            "hides its disclaimer `crisis` (<div> is marked hidden)",
        ),
        (
            "<article>",
            '<article aria-hidden="true">',
            "hides its disclaimer `crisis` (<article> is marked hidden)",
        ),
        (
            '<div class="notices"',
            '<div style="display:none" class="notices"',
            "hides its disclaimer `crisis` (<div> has a style of its own)",
        ),
        ('data-disclaimer="crisis"', "", "has no disclaimer `crisis` in its notices"),
        (
            "<h2>Talk to someone now</h2>",
            "",
            "has a disclaimer `crisis` without its title or label",
        ),
        ("<em>free</em>", "", "does not show the full text of its disclaimer `crisis`"),
        ("tel:988", "tel:911", "does not link the crisis line `us` (tel:988)"),
        (
            "<h2>Talk",
            '<h2><a href="x.html">First</a> Talk',
            "has another link before the number of its crisis line",
        ),
        ("<main>", "<div>", "has no <article> inside <main>"),
    ],
)
def test_a_lost_notice_is_seen(old: str, new: str, wrong: str) -> None:
    assert old in PAGE
    assert wrong in wrongs(PAGE.replace(old, new))


def test_notices_after_the_body_are_seen() -> None:
    html = PAGE.replace(NOTICE, "").replace("</article>", f"{NOTICE}</article>")
    assert wrongs(html) == ["has its notices after the text, not before it"]
