"""Tags: apostrophes, inches and quotations within them are fine; other signs are named."""

import pytest

from wellspring.checking.tags import check_tags
from wellspring.text.source import parse_source

SEMICOLON = "a semicolon stands between two tags. Write a comma."


def said(header: str) -> list[str]:
    source, _ = parse_source(f"{header}\n\nBody", "x.md")
    return [str(finding) for finding in check_tags(source)]


@pytest.mark.parametrize(
    "header",
    [
        "Title: One; two “three",
        "Tags:",
        "Tags: Tea, Calm nerves",
        "Tags: Women's health, Crohn’s, 'Tis the season, the '90s",
        'Tags: 6" pots, pots of 6", “Sleep”, "Calm" nerves, «Thé»',
        "Tags: R&amp;D, Women&#39;s health",
        "---\nTags: ['Tea', \"Calm\"]\n---",
        "Tags: Tea\n    Calm nerves",
        "Tags: Week #3, Vitamin B[12], C++",
        "---\ntags: [Tea, Calm]\n---",
    ],
)
def test_tags_as_they_are_meant_are_let_be(header: str) -> None:
    assert said(header) == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Tags: Tea; Calm nerves; Sleep", [f"x.md:1:10: {SEMICOLON}"]),
        ("Tags: R&amp;D; Tea", [f"x.md:1:14: {SEMICOLON}"]),
        ("Tags: Tea,\n    Calm; Sleep", [f"x.md:2:9: {SEMICOLON}"]),
        (
            'Tags: Tea, "Sleep',
            [
                'x.md:1:12: the quotation mark in `"Sleep` has no other. Tags need none: write '
                "`Sleep`."
            ],
        ),
        (
            "Tags: Tea, Sleep”",
            [
                "x.md:1:17: the quotation mark in `Sleep”` has no other. Tags need none: write "
                "`Sleep`."
            ],
        ),
        (
            'Tags: Tea; Calm nerves; "Sleep',
            [
                f"x.md:1:10: {SEMICOLON}",
                'x.md:1:25: the quotation mark in `"Sleep` has no other. Tags need none: write '
                "`Sleep`.",
            ],
        ),
    ],
)
def test_marks_that_were_not_meant_are_named(header: str, expected: list[str]) -> None:
    assert said(header) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Tags: Tea, #Calm", [(12, "#Calm", "Calm")]),
        ("Tags: [Tea, Calm]", [(7, "[Tea", "Tea"), (13, "Calm]", "Calm")]),
        ('Tags: "Tea"', [(7, '"Tea"', "Tea")]),
    ],
)
def test_signs_of_other_tools_are_named(header: str, expected: list[tuple[int, str, str]]) -> None:
    assert said(header) == [
        f"x.md:1:{column}: `{tag}` would be the tag's name on every page, signs and all. Write "
        f"`{name}`."
        for column, tag, name in expected
    ]
