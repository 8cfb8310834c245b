"""Comments that are almost ignores are named; what writers else leave in comments is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import check_whole_text, one_rule
from wellspring.model.rule import Rule

Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def cure(write_house: Write) -> Rule:
    return one_rule(write_house)


def said(body: str, rule: Rule) -> list[str]:
    return [str(finding) for finding in check_whole_text(f"Title: A day\n\n{body}\n", rule)]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- a note -->",
        "<!---->",
        "<!-- check this, because it is old -->",
        "<!-- check: ignored because it came late -->",
        "<!-- Check ignore list before publishing -->",
        "<!-- check claim-cure before publishing -->",
        "<!-- check claim-cure -->",
        "<!-- ignore this because it is old -->",
        "<!-- ignore claim-cure for now -->",
        "<!-- cheek: ignore it because of the light -->",
        "<!-- more -->",
        "<!-- Checking whether we can ignore claim-cure because it is a quote -->",
        "`<!-- chek: ignore claim-cure because it is so -->`",
        "```\n<!-- chek: ignore claim-cure because it is so -->\n```",
    ],
)
def test_other_comments_are_let_be(cure: Rule, comment: str) -> None:
    assert said(f"{comment}\n\nIt soothes.", cure) == []


@pytest.mark.parametrize(
    "inside",
    [
        "chek: ignore claim-cure because it quotes a myth",
        "check ignore claim-cure because it quotes a myth",
        "check; ignore claim-cure because it quotes a myth",
        "Check: Ignore claim-cure because it quotes a myth",
        "check: ingore claim-cure because it quotes a myth",
        "check:ignor claim-cure because of a law",
        "check-ignore: claim-cure because it is so",
        "checks: ignore claim-cure",
        "chekc: ignore claim-cur, it is so",
        "check ignore because it quotes a myth",
        "ignore claim-cure because it quotes a myth",
        "ignore: claim-cure because it quotes a myth",
        "check: claim-cure because it quotes a myth",
    ],
)
def test_what_is_almost_an_ignore_is_named(cure: Rule, inside: str) -> None:
    assert said(f"One.\n\n<!-- {inside} -->\nIt soothes.", cure) == [
        f"x.md:5:1: warning: “{inside}” looks like an ignore and ignores nothing. Write "
        "`<!-- check: ignore a-rule because the reason -->`. [check-ignore]"
    ]


def test_an_ignore_that_works_is_not_named(cure: Rule) -> None:
    ignore = "<!-- check: ignore claim-cure because\nit is so -->"
    assert said(f"{ignore}\nIt cures.\n\n{ignore}\nIt cures.", cure) == []
