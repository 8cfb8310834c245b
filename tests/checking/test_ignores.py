"""Ignores: one covers the next block, says why, and is an error as soon as it covers nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import check_whole_text, job_of, one_rule, rule_file
from wellspring.checking.ignores import unknown_reviewers
from wellspring.commands.examine import subject_of
from wellspring.house.rules import load_rules
from wellspring.model.rule import Rule

Write = Callable[[dict[str, str]], Path]
IGNORE = "<!-- check: ignore claim-cure because it quotes a myth -->"
FORM = "Write `<!-- check: ignore a-rule because the reason -->`."
UNUSED = "this ignores `claim-cure`, and finds nothing of it here. Remove it. [check-ignore]"


@pytest.fixture
def cure(write_house: Write) -> Rule:
    return one_rule(write_house)


@pytest.fixture
def guarded(write_house: Write) -> Rule:
    return one_rule(write_house, 'terms = ["cures?"]\nreviewer = true')


def said(body: str, *rules: Rule) -> list[str]:
    return [str(finding) for finding in check_whole_text(f"Title: A day\n\n{body}\n", *rules)]


@pytest.mark.parametrize(
    "body",
    [
        f"{IGNORE}\nIt cures. A cure.",
        f"{IGNORE}\n\nIt cures.\nA cure.",
        f"{IGNORE}\n\n\n- It cures.\n- A cure.",
        f"{IGNORE}\n\n> It cures.\n> A cure.",
        f"One.\n\n{IGNORE}\n\n## It cures",
        "<!-- check: ignore claim-cure because\nit quotes, and refutes, a myth -->\nIt cures.",
        "<!-- check: ignore claim-cure because of a law, reviewed by Robin Example -->\nIt cures.",
        "<!--check:ignore claim-cure because it is so-->\nIt cures.",
    ],
)
def test_an_ignore_covers_the_next_block(cure: Rule, body: str) -> None:
    assert said(body, cure) == []


def test_an_ignore_covers_no_further_block(cure: Rule) -> None:
    assert said(f"{IGNORE}\n\nIt cures.\n\nA cure.", cure) == [
        "x.md:7:3: warning: “cure” is wrong. Mend it. [claim-cure]"
    ]


def test_an_ignore_covers_nothing_above_it(cure: Rule) -> None:
    assert said(f"It cures.\n\n{IGNORE}\n\nA cure.", cure) == [
        "x.md:3:4: warning: “cures” is wrong. Mend it. [claim-cure]"
    ]


def test_an_ignore_that_ignores_nothing_is_an_error(cure: Rule) -> None:
    assert said(f"{IGNORE}\n\nIt soothes.", cure) == [f"x.md:3:1: {UNUSED}"]
    assert said(f"One.\n\n{IGNORE}", cure) == [f"x.md:5:1: {UNUSED}"]


def test_two_ignores_of_one_block_are_both_used(cure: Rule) -> None:
    assert said(f"{IGNORE}\n{IGNORE}\nIt cures.", cure) == []


def test_one_ignore_may_name_several_rules(write_house: Write) -> None:
    rules = load_rules(
        write_house(
            {
                "rules/claim/cure.toml": rule_file(),
                "rules/claim/all.toml": rule_file('terms = ["all"]'),
            }
        )
    )
    ignore = "<!-- check: ignore claim-cure, claim-all because it is a quote -->"
    assert said(f"{ignore}\nIt cures all.", *rules) == []
    assert said(f"{ignore}\nIt helps all.", *rules) == [f"x.md:3:1: {UNUSED}"]
    assert said(f"{IGNORE}\nIt cures all.", *rules) == [
        "x.md:4:10: warning: “all” is wrong. Mend it. [claim-all]"
    ]


@pytest.mark.parametrize(
    "saying",
    [
        "claim-cure",
        "claim-cure, claim-all",
        "claim-cure because",
        "claim-cure because …",
        "claim-cure, it quotes a myth",
        "claim-cure as it quotes a myth",
    ],
)
def test_a_reason_is_required(cure: Rule, saying: str) -> None:
    assert said(f"<!-- check: ignore {saying} -->\nIt cures.", cure) == [
        f"x.md:3:1: “{saying}” gives no reason. Write `because …` behind the rule. [check-ignore]",
        "x.md:4:4: warning: “cures” is wrong. Mend it. [claim-cure]",
    ]


@pytest.mark.parametrize("saying", ["because it is so", "because", "", "all of it"])
def test_a_rule_is_required(cure: Rule, saying: str) -> None:
    assert said(f"<!-- check: ignore {saying} -->\nIt cures.", cure) == [
        f"x.md:3:1: “{saying}” gives no rule with a reason. {FORM} [check-ignore]",
        "x.md:4:4: warning: “cures” is wrong. Mend it. [claim-cure]",
    ]


def test_a_rule_that_is_not_there_is_named(cure: Rule) -> None:
    assert said("<!-- check: ignore claim-cur because I say so -->\nIt cures.", cure) == [
        "x.md:3:1: there is no rule `claim-cur`. Did you mean `claim-cure`? [check-ignore]",
        "x.md:4:4: warning: “cures” is wrong. Mend it. [claim-cure]",
    ]


def test_a_rule_that_guards_safety_needs_a_reviewer(guarded: Rule) -> None:
    assert said(f"{IGNORE}\nIt cures.", guarded) == [
        "x.md:3:1: `claim-cure` guards readers’ safety, so somebody must have agreed. Add "
        "`, reviewed by` and their name after the reason. [check-ignore]"
    ]
    agreed = IGNORE.replace(" -->", ", reviewed by Robin Example -->")
    assert said(f"{agreed}\nIt cures.", guarded) == []


def test_a_reviewer_must_be_an_author(guarded: Rule) -> None:
    agreed = IGNORE.replace(" -->", ", reviewed by Robin Exampel -->")
    subject = subject_of(job_of(f"Title: A day\n\n{agreed}\nIt cures."))
    assert [str(item) for item in unknown_reviewers(subject, {"Robin Example"})] == [
        "x.md:3:1: there is no author `Robin Exampel`. Did you mean `Robin Example`? A new author "
        "is one file in content/authors/. [check-ignore]"
    ]
    assert list(unknown_reviewers(subject, {"Robin Exampel"})) == []
    assert said(f"{agreed}\nIt cures.", guarded) == []


def test_the_front_matter_speaks_for_title_and_summary(cure: Rule) -> None:
    head = "Title: It cures\nSummary: A cure\nCheck-ignore: claim-cure because it is a name\n"
    assert [str(item) for item in check_whole_text(f"{head}\nWords.", cure)] == []
    assert [str(item) for item in check_whole_text(f"{head}\nIt cures.", cure)] == [
        "x.md:5:4: warning: “cures” is wrong. Mend it. [claim-cure]"
    ]


def test_the_front_matter_speaks_for_the_article_as_a_whole(write_house: Write) -> None:
    rule = one_rule(write_house, 'measure = "sources"', "metadata")
    text = "Title: A day\nCheck-ignore: claim-cure because it is a poem\n\nWords."
    assert check_whole_text(text, rule, article=True) == []
    assert [str(item) for item in check_whole_text(text, rule)] == [f"x.md:2:15: {UNUSED}"]


def test_several_lines_of_front_matter_are_several_ignores(write_house: Write) -> None:
    rules = load_rules(
        write_house(
            {
                "rules/claim/cure.toml": rule_file(),
                "rules/claim/all.toml": rule_file('terms = ["all"]'),
            }
        )
    )
    text = (
        "Title: It cures all\nCheck-ignore: claim-cure because it is a name\n"
        "    claim-all because it is a name\n\nWords."
    )
    assert check_whole_text(text, *rules) == []


@pytest.mark.parametrize(
    "body",
    [
        "<!-- check this: cures -->\n\nIt soothes.",
        "Words <!-- check: ignore claim-cure because I say so --> words.\n\nIt soothes.",
    ],
)
def test_other_comments_speak_to_nobody(cure: Rule, body: str) -> None:
    assert not any("check-ignore" in line for line in said(body, cure))


def test_crlf_moves_no_ignore(cure: Rule) -> None:
    assert said(f"{IGNORE}\r\n\r\nIt cures.\r\n\r\nIt soothes.", cure) == []
