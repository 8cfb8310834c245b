"""editorial/check.toml: what holds for some paths only, and what nobody can switch off."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import rule_file
from wellspring.checking.settings import apply_settings, load_settings
from wellspring.errors import HouseStyleError
from wellspring.house.rules import load_rules
from wellspring.model.finding import Finding
from wellspring.model.place import Place

Write = Callable[[dict[str, str]], Path]
RULES = {
    "rules/claim/cure.toml": rule_file(),
    "rules/claim/all.toml": rule_file('terms = ["all"]', severity="error"),
    "rules/claim/safe.toml": rule_file('terms = ["safe"]\nreviewer = true', severity="error"),
}
PAGES = '[[paths]]\npath = "content/pages/*"\nbecause = "Lawyers wrote them."\n'


def left(root: Path, path: str) -> list[tuple[str, str]]:
    """Return the rules and severities that are left of one finding of each rule in a text."""
    rules = load_rules(root)
    findings = [Finding(Place(path), rule.message, rule.id, rule.severity) for rule in rules]
    settings = load_settings(root, rules)
    return [(item.rule, item.severity) for item in apply_settings(findings, settings, path)]


def complaints(root: Path) -> list[str]:
    with pytest.raises(HouseStyleError) as raised:
        load_settings(root, load_rules(root))
    return str(raised.value).splitlines()


ALL = [("claim-all", "error"), ("claim-cure", "warning"), ("claim-safe", "error")]


def test_a_blog_may_do_without(write_house: Write) -> None:
    root = write_house(RULES)
    assert load_settings(root, load_rules(root)) == ()
    assert left(root, "content/pages/a.md") == ALL


def test_a_rule_can_be_off_for_some_paths(write_house: Write) -> None:
    root = write_house(RULES | {"check.toml": f'{PAGES}off = ["claim-cure"]\n'})
    assert left(root, "content/posts/a.md") == ALL
    assert left(root, "content/pages/a.md") == [ALL[0], ALL[2]]


@pytest.mark.parametrize(
    ("key", "severity"),
    [("errors", "error"), ("warnings", "warning"), ("suggestions", "suggestion")],
)
def test_a_rule_can_be_of_another_severity(write_house: Write, key: str, severity: str) -> None:
    root = write_house(RULES | {"check.toml": f'{PAGES}{key} = ["claim-cure"]\n'})
    assert left(root, "content/pages/a.md") == [ALL[0], ("claim-cure", severity), ALL[2]]
    assert left(root, "content/posts/a.md") == ALL


def test_of_two_settings_for_a_path_the_later_holds(write_house: Write) -> None:
    text = f'{PAGES}errors = ["claim-cure"]\n{PAGES}suggestions = ["claim-cure"]\n'
    root = write_house(RULES | {"check.toml": text})
    assert left(root, "content/pages/a.md")[1] == ("claim-cure", "suggestion")


def test_findings_without_a_rule_always_stay() -> None:
    finding = Finding(Place("x.md"), "It is not UTF-8.")
    assert apply_settings([finding], (), "x.md") == [finding]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (
            'off = ["claim-safe"]',
            "4:1: `claim-safe` guards readers’ safety and cannot be switched off. Answer for it "
            "where it is found: `<!-- check: ignore … because …, reviewed by … -->`.",
        ),
        (
            'off = ["claim-cur"]',
            "4:1: there is no rule `claim-cur`. Did you mean `claim-cure`?",
        ),
        (
            'warnings = ["claim-cur"]',
            "4:1: there is no rule `claim-cur`. Did you mean `claim-cure`?",
        ),
        ('off = "claim-cure"', '4:1: `off` must be a list of texts. Write `off = ["…", "…"]`.'),
        (
            'ofF = ["claim-cure"]',
            "4:1: `ofF` is not a key of this kind of file. Did you mean `off`?",
        ),
    ],
)
def test_a_wrong_setting_is_named(write_house: Write, lines: str, complaint: str) -> None:
    root = write_house(RULES | {"check.toml": f"{PAGES}{lines}\n"})
    assert complaints(root) == [f"editorial/check.toml:{complaint}"]


def test_a_setting_says_for_what_and_why(write_house: Write) -> None:
    root = write_house(RULES | {"check.toml": '[[paths]]\noff = ["claim-cure"]\n'})
    assert complaints(root) == [
        'editorial/check.toml:1:1: `because` is missing or is not text. Add `because = "…"`.',
        'editorial/check.toml:1:1: `path` is missing or is not text. Add `path = "…"`.',
    ]


def test_all_that_is_wrong_is_named_in_one_run(write_house: Write) -> None:
    text = f'paths_ = 1\n{PAGES}off = ["a"]\n{PAGES}errors = ["b"]\n'
    lines = complaints(write_house(RULES | {"check.toml": text}))
    assert [line.split(": ")[0] for line in lines] == [
        "editorial/check.toml:1:1",
        "editorial/check.toml:5:1",
        "editorial/check.toml:9:1",
    ]
