"""Rules about whole texts: what each measure reports, and where."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.small_rules import job_of, one_rule
from wellspring.checking.measures import MEASURES, OF_ARTICLES
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.subject import Subject
from wellspring.checking.text import check_text
from wellspring.commands.examine import subject_of
from wellspring.model.post import Author
from wellspring.model.rule import Rule

Write = Callable[[dict[str, str]], Path]
HEAD = "Date: 2026-01-01\nTitle: A day\nAuthor: Robin Example\n"
HARD = (
    "Contemporary pharmacological interventions necessitate considerable interdisciplinary "
    "collaboration between experienced practitioners."
)


def rule_of(write: Write, measure: str, lines: str = "") -> Rule:
    return one_rule(write, f'measure = "{measure}"\n{lines}', "metadata")


def subject(body: str, head: str = "", **more: object) -> Subject:
    made = subject_of(job_of(f"{HEAD}{head}\n{body}\n", article=True))
    return replace(made, **more)  # type: ignore[arg-type]


def said(rule: Rule, text: Subject) -> list[str]:
    return [str(finding) for finding in check_text(text, bind_rules((rule,)))]


def test_a_text_of_crisis_must_offer_somebody_to_turn_to(write_house: Write) -> None:
    rule = rule_of(write_house, "crisis-help", 'needs = ["988", "get-help"]')
    assert said(rule, subject("It is dark.")) == []
    assert said(rule, subject("It is dark. Call 988.", crisis=True)) == []
    assert said(rule, subject("See [help](/get-help.html).", crisis=True)) == []
    assert said(rule, subject("x", "Know-more: Lines | https://x.example/988\n", crisis=True)) == []
    assert said(rule, subject("It is dark.", crisis=True)) == [
        "x.md:2:1: warning: “” is wrong. Mend it. [claim-cure]"
    ]


def test_a_text_that_names_medicines_must_warn(write_house: Write) -> None:
    rule = rule_of(write_house, "medicine-warning", 'needs = ["ask your doctor"]')
    drugs = ("lithium", "zoloft", "calmol", "restwell")
    assert said(rule, subject("On lithium.")) == []
    assert said(rule, subject("On lithium: *ask* your doctor.", medicines=drugs)) == []
    assert said(rule, subject("On lithium.", medicines=drugs)) == [
        "x.md:2:1: warning: “lithium, zoloft, calmol” is wrong. Mend it. [claim-cure]"
    ]


def test_an_article_must_say_when_it_was_reviewed(write_house: Write) -> None:
    rule = rule_of(write_house, "review-date")
    reviewed = "Reviewed-by: Robin Example\nReviewed: 2026-01-02\n"
    assert said(rule, subject("Words.", reviewed)) == []
    assert len(said(rule, subject("Words."))) == 1


def test_an_author_with_credentials_needs_no_reviewer(write_house: Write) -> None:
    rule = rule_of(write_house, "reviewer")
    doctor = Author("a.md", "a", "Robin Example", "", credentials="MD")
    plain = Author("a.md", "a", "Robin Example", "")
    assert said(rule, subject("Words.", authors=(plain, doctor))) == []
    assert said(rule, subject("Words.", authors=(plain,))) == [
        "x.md:3:1: warning: “” is wrong. Mend it. [claim-cure]"
    ]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Sources: A page | https://x.example/a\n", "Words."),
        ("", "Words ([A page](https://x.example/a))."),
        ("", "Words.[^1]"),
        ("", "Words (Smith et al., 2020)."),
    ],
)
def test_a_text_with_a_source_has_one(write_house: Write, head: str, body: str) -> None:
    assert said(rule_of(write_house, "sources"), subject(body, head)) == []


def test_a_text_without_sources_is_reported_once(write_house: Write) -> None:
    assert len(said(rule_of(write_house, "sources"), subject("Words.\n\n[us](/a.html)"))) == 1


def test_a_hard_text_names_its_hardest_sentences(write_house: Write) -> None:
    rule = rule_of(write_house, "reading-grade", "limit = 9")
    assert said(rule, subject("The cat sat on the mat.")) == []
    (message,) = said(rule, subject(f"The cat sat.\n\n{HARD}"))
    assert message.startswith("x.md:2:1: warning: “grade ")
    assert (
        "(hardest: line 7: “Contemporary pharmacological interventions necessitate …”)" in message
    )


@pytest.mark.parametrize(
    "body",
    ["## One\n\n### Two\n\n## Three", "## One\n\n## Two", "Words.", "## One\n\n### A\n\n#### B"],
)
def test_headings_in_order_are_fine(write_house: Write, body: str) -> None:
    assert said(rule_of(write_house, "heading-steps"), subject(body)) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("# One", "5:3: warning: “# One”"),
        ("### One", "5:5: warning: “### One”"),
        ("## One\n\n#### **Two**", "7:8: warning: “#### Two”"),
        ("One\n===", "5:1: warning: “# One”"),
    ],
)
def test_a_heading_that_skips_a_level_is_reported(
    write_house: Write, body: str, place: str
) -> None:
    assert said(rule_of(write_house, "heading-steps"), subject(body)) == [
        f"x.md:{place} is wrong. Mend it. [claim-cure]"
    ]


WORDS = 'terms = ["(?:click )?here", "this link", "read more", "image"]'


@pytest.mark.parametrize(
    "body",
    [
        "[Where to click here](a.html)",
        "[More on sleep](a.html)",
        "![here](a.png)",
        "`[here](a.html)`",
        "Click here.",
    ],
)
def test_a_link_that_says_something_is_fine(write_house: Write, body: str) -> None:
    assert said(rule_of(write_house, "link-text", WORDS), subject(body)) == []


@pytest.mark.parametrize(
    "body",
    ["[here](a.html)", "[**Click  here** →](a.html)", "[Read more …](a.html)", "[this\nlink](a)"],
)
def test_a_link_that_says_nothing_is_reported(write_house: Write, body: str) -> None:
    (message,) = said(rule_of(write_house, "link-text", WORDS), subject(f"See {body}."))
    assert message.startswith("x.md:5:5: ")


@pytest.mark.parametrize("body", ["![A cup of tea](a.png)", "[](a.html)", "`![](a.png)`"])
def test_a_picture_that_is_described_is_fine(write_house: Write, body: str) -> None:
    assert said(rule_of(write_house, "alt-text", WORDS), subject(body)) == []


@pytest.mark.parametrize(
    ("body", "shown"), [("![](a.png)", "a.png"), ("![ ](a.png)", " "), ("![Image](a.png)", "Image")]
)
def test_a_picture_that_is_not_is_reported(write_house: Write, body: str, shown: str) -> None:
    assert said(rule_of(write_house, "alt-text", WORDS), subject(f"One\n{body}")) == [
        f"x.md:6:1: warning: “{shown}” is wrong. Mend it. [claim-cure]"
    ]


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_only_some_rules_hold_for_what_is_no_article(write_house: Write, measure: str) -> None:
    rule = rule_of(write_house, measure, f'limit = 1\nneeds = ["988"]\n{WORDS}')
    body = f"# One\n\n[here](a.html) ![](a.png)\n\n{HARD}"
    text = subject(body, crisis=True, medicines=("lithium",))
    assert len(said(rule, text)) == 1
    assert len(said(rule, replace(text, article=False))) == (measure not in OF_ARTICLES)


def test_a_rule_about_the_whole_is_not_looked_for_in_words(write_house: Write) -> None:
    assert said(rule_of(write_house, "link-text", WORDS), subject("Click here, read more.")) == []
