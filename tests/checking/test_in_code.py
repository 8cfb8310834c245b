"""The spelling of code is nobody's business, in whatever form Markdown shows code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import check_whole_text, one_rule
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.text import check_text
from wellspring.commands.examine import Job, bare, subject_of
from wellspring.model.rule import Rule
from wellspring.text.post import read_post

Write = Callable[[dict[str, str]], Path]
DASH = "terms = ['\\w+ -+ \\w+', '\\w+-+and']\nswap = [\"-\", \"—\"]"


@pytest.fixture
def dash(write_house: Write) -> Rule:
    return one_rule(write_house, DASH, "substitution")


def lines(body: str, rule: Rule) -> list[int]:
    """Return the lines of a body in which a rule finds something."""
    source = bare(body, "x.md")
    subject = subject_of(Job(source, read_post(source)[0]))
    return [finding.place.line for finding in check_text(subject, bind_rules((rule,)))]


@pytest.mark.parametrize(
    "code",
    [
        "```\nfoo -- bar\n```",
        "~~~ sh\nfoo -- bar\n~~~",
        "    foo -- bar",
        "\tfoo -- bar",
        "Words.\n\n    foo -- bar\n\n    foo - bar",
        "- item\n\n        foo -- bar",
        "1. item\n\n        foo -- bar",
        ">     foo -- bar",
        "[^1]: note\n\n        foo -- bar\n\nWords.[^1]",
        "<pre>\nfoo - bar\n</pre>",
        "<pre><code>foo - bar</code></pre>",
        "Type <code>foo - bar</code> there.",
        "Press <kbd>foo - bar</kbd> there.",
        "It says <samp>foo - bar</samp> there.",
        "Type `foo - bar` there.",
        "Type `` foo ` - bar `` there.",
        "Type `foo\nbar - foo` there.",
        "Type `foo - bar` and ``foo - ` bar``.",
        "| a | b |\n|---|---|\n| `foo - bar` | ``foo - bar`` |",
    ],
)
def test_code_in_every_form_is_left_alone(dash: Rule, code: str) -> None:
    body = f"One.\n\n{code}\n\nRest - walk, `c`.\n"
    assert lines(body, dash) == [body.count("\n")]


@pytest.mark.parametrize(
    "prose",
    [
        "foo - bar",
        "   foo - bar",
        "Words\n    foo - bar",
        "- item\n\n    foo - bar",
        "- item\n    - foo - bar",
        "[^1]: note\n\n    foo - bar\n\nWords.[^1]",
        "A lone ` here, foo - bar.",
        "\\`foo - bar\\`",
        "`foo` bar - foo ``bar",
        "> foo - bar\n>\n>     code",
        "    code\n\nfoo - bar `code`",
        "<div>foo - bar</div>\n\n    code",
        "![foo - bar](/a.png) `a",
    ],
)
def test_what_looks_like_code_is_prose(dash: Rule, prose: str) -> None:
    assert len(lines(prose, dash)) == 1


def test_front_matter_is_no_code(dash: Rule) -> None:
    text = "Title: Rest - walk\nSummary: Rest `- walk - eat`\n\n    foo - bar\n"
    assert [item.place.line for item in check_whole_text(text, dash)] == [1, 2, 2]


def test_a_claim_in_code_counts(write_house: Write) -> None:
    assert lines("    It cures.", one_rule(write_house)) == [1]


def test_each_hyphen_is_asked_about_by_itself(dash: Rule) -> None:
    text = "Rest - walk.\n\n    foo - bar\n\nWalk-and rest - walk `a\nb - c` eat - rest."
    assert lines(text, dash) == [1, 5, 5, 6]
