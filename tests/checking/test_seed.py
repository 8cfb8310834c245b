"""The first article as it came in: what a medical editor finds in it, and nothing else."""

from pathlib import Path

import pytest

from tests.real_house import real_rules
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.text import check_text
from wellspring.commands.examine import job_of_file, subject_of
from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding

SEED = Path(__file__).with_name("seed.txt")
LINES = SEED.read_text(encoding="utf-8").splitlines()
# Line, rule, and the words that the finding must touch.
SURE = [
    (2, "claim-safety", "Transforming Mental Health Safely"),
    (7, "claim-uncited-statistic", "over 21% of U.S. adults"),
    (7, "claim-uncited-statistic", "nearly 1 in 3 of those individuals"),
    (11, "claim-approval", "FDA-approved Spravato"),
    (11, "claim-pseudoscience", "literally rewiring thought patterns"),
    (12, "claim-pseudoscience", "The Emotional Reset People Talk About"),
    (15, "testimonial-typicality", "A client once told me"),
    (25, "claim-comparative", "While antidepressants can take 4–6 weeks"),
    (25, "claim-vague-study", "ketamine has been shown to reduce symptoms"),
    (26, "claim-vague-study", "A 2022 study from the American Psychiatric Association"),
    (26, "claim-uncited-statistic", "67% of patients with treatment-resistant depression"),
    (35, "testimonial-typicality", "I met myself with compassion"),
    (41, "claim-safety", "treatment is without risks"),
    (
        56,
        "disclosure-promotion",
        "experienced providers offering ketamine therapy that Philadelphia residents trust",
    ),
]
DASHES = [
    (4, "everything-SSRIs"),
    (5, "too-or"),
    (6, "Real-And"),
    (7, "it-mental"),
    (8, "therapy-once"),
    (10, "psychiatry-especially"),
    (11, "connections-literally"),
    (14, "cracks-but"),
    (17, "everyone-but"),
    (28, "adaptive-and"),
    (30, "window-a"),
    (33, "state-where"),
    (38, "follow-if"),
    (51, "session-not"),
    (52, "therapy-not"),
    (56, "support-two"),
]
WHOLE = [
    "doc-crisis-resources",
    "doc-medication-warning",
    "doc-reading-level",
    "doc-review-date",
    "doc-reviewer",
    "doc-sources",
]
FINE = [
    "That's not to say ketamine is a cure",
    "It's not a magic fix",
    "It's not for everyone",
    "not as a miracle, but as a mirror",
    "they don't work for everyone",
    "Ketamine therapy isn't for everyone",
    "works differently from standard antidepressants",
    "just two ketamine sessions",
    "lifesaving for many",
    "doesn't erase the cracks",
    "used cautiously under supervision",
    "clinical supervision is non-negotiable",
    "misuse outside clinical settings",
    "trauma survivors",
    "It's not about chasing the high",
    "can be transformative",
    "might be worth exploring",
]


@pytest.fixture(scope="module")
def findings(house: HouseStyle) -> list[Finding]:
    job = job_of_file(SEED, "seed.txt", house, ("US",))
    return check_text(subject_of(job), bind_rules(real_rules()))


def touches(finding: Finding, line: int, words: str) -> bool:
    """Tell whether a finding stands on some words of a line."""
    start = LINES[line - 1].find(words)
    if finding.place.line != line or start < 0 or finding.end is None:
        return False
    return finding.place.column - 1 < start + len(words) and start < finding.end.column - 1


def test_every_sure_finding_is_made(findings: list[Finding]) -> None:
    missing = [
        (line, rule, words)
        for line, rule, words in SURE
        if not any(item.rule == rule and touches(item, line, words) for item in findings)
    ]
    assert missing == []


def test_nothing_else_is_found_in_its_words(findings: list[Finding]) -> None:
    sure = {(line, rule) for line, rule, _ in SURE}
    others = [
        str(item)
        for item in findings
        if not item.rule.startswith(("doc-", "typo-")) and (item.place.line, item.rule) not in sure
    ]
    assert others == []
    assert sum(not item.rule.startswith(("doc-", "typo-")) for item in findings) == len(SURE)


def test_sixteen_hyphens_stand_for_dashes(findings: list[Finding]) -> None:
    found = [item for item in findings if item.rule == "typo-dash"]
    assert [item.place.line for item in found] == [line for line, _ in DASHES]
    assert all(touches(*pair, words) for pair, words in paired(found))


def paired(found: list[Finding]) -> list[tuple[tuple[Finding, int], str]]:
    return [((item, line), words) for item, (line, words) in zip(found, DASHES, strict=True)]


def test_six_things_are_wrong_with_the_whole(findings: list[Finding]) -> None:
    assert sorted(item.rule for item in findings if item.rule.startswith("doc-")) == WHOLE


@pytest.mark.parametrize("words", FINE)
def test_near_misses_stay_silent(words: str, findings: list[Finding]) -> None:
    lines = [
        number
        for number, line in enumerate(LINES, start=1)
        if words.replace("'", "’") in line or words in line
    ]
    assert lines, words
    for line in lines:
        shown = words if words in LINES[line - 1] else words.replace("'", "’")
        touching = [item for item in findings if touches(item, line, shown)]
        assert [item for item in touching if not item.rule.startswith("typo-")] == []
