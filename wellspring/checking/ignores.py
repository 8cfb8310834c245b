"""Findings that somebody has looked at and lets stand, with the reason; called by check_text.

`<!-- check: ignore claim-absolute because it quotes a myth -->` holds for the next block, the
front-matter key `Check-ignore` for title, subtitle, summary and the article as a whole. Rules that
guard a reader's safety also need `, reviewed by NAME`. An ignore that ignores nothing is an error:
its text was mended, or it never worked.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from wellspring.checking.near_ignores import near_ignores
from wellspring.checking.subject import Subject
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.rule import Rule
from wellspring.text.ignores import blank_ignores, find_ignores
from wellspring.text.suggest import did_you_mean

RULE_ID = "check-ignore"
SAYING = re.compile(
    r"(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)\s+because\s+(?P<reason>.*?\w.*?)"
    r"(?:,?\s+reviewed\s+by\s+(?P<reviewer>\S.*?))?",
    re.DOTALL,
)
# One word or more of which no reason is made, or words behind what can only be a rule.
NO_REASON = re.compile(
    r"(?!because\b)[\w-]+(?:\s*,\s*[\w-]+)*(?:\s+because\b.*)?|\w+(?:-\w+)+\b(?!.*\bbecause\b).*",
    re.DOTALL,
)
FORM = "Write `<!-- check: ignore a-rule because the reason -->`."
KEY = "check-ignore"


@dataclass(frozen=True, slots=True)
class Ignore:
    """An ignore for one rule: the lines that it holds for, and where it stands."""

    rule: str
    first_line: int
    last_line: int
    place: Place
    reviewer: str = ""


def apply_ignores(
    findings: Iterable[Finding], subject: Subject, rules: Iterable[Rule]
) -> list[Finding]:
    """Return the findings that no ignore covers, and what is wrong with the ignores."""
    ignores, wrong = read_ignores(subject)
    by_id = {rule.id: rule for rule in rules}
    wrong += [problem for ignore in ignores for problem in problems(ignore, by_id)]
    wrong += near_ignores(subject, by_id, RULE_ID)
    used: set[Ignore] = set()
    left: list[Finding] = []
    for finding in findings:
        covering = [ignore for ignore in ignores if covers(ignore, finding)]
        used.update(covering)
        left += [] if covering else [finding]
    unused = [ignore for ignore in ignores if ignore not in used and ignore.rule in by_id]
    wrong += [unused_finding(ignore) for ignore in unused]
    return sorted([*left, *wrong])


def covers(ignore: Ignore, finding: Finding) -> bool:
    """Tell whether an ignore holds for a finding."""
    return (
        finding.rule == ignore.rule and ignore.first_line <= finding.place.line <= ignore.last_line
    )


def read_ignores(subject: Subject) -> tuple[list[Ignore], list[Finding]]:
    """Return all ignores of a text, and those that cannot be read."""
    ignores: list[Ignore] = []
    wrong: list[Finding] = []
    for text, place, first, last in sayings(subject):
        match = SAYING.fullmatch(text.strip())
        if match is None:
            wrong.append(Finding(place, what_lacks(text.strip()), RULE_ID))
            continue
        reviewer = match["reviewer"] or ""
        ids = re.split(r"\s*,\s*", match["rules"])
        ignores += [Ignore(id_, first, last, place, reviewer) for id_ in ids]
    return ignores, wrong


def what_lacks(text: str) -> str:
    """Return what an ignore lacks that cannot be read: its reason, or more than that."""
    if NO_REASON.fullmatch(text):
        return f"“{text[:60]}” gives no reason. Write `because …` behind the rule."
    return f"“{text[:60]}” gives no rule with a reason. {FORM}"


def sayings(subject: Subject) -> Iterator[tuple[str, Place, int, int]]:
    """Yield what each ignore says, its place, and the first and last line that it holds for."""
    source = subject.source
    field = source.fields.get(KEY)
    for value in field.values if field else ():
        yield value.text, value.place, 1, source.body_line - 1
    without = blank_ignores(source.body)
    for match in find_ignores(source.body):
        first, last = next_block(without, match.end())
        top = source.body_line + source.body.count("\n", 0, first)
        bottom = top + source.body.count("\n", first, last)
        yield match["saying"], subject.place_at(match.start()), top, bottom


def next_block(body: str, offset: int) -> tuple[int, int]:
    """Return the span of what follows an offset, up to the next empty line."""
    start = re.compile(r"\s*").match(body, offset)
    first = start.end() if start else offset
    end = re.compile(r"\n[ \t]*\n").search(body, first)
    return first, end.start() if end else len(body)


def problems(ignore: Ignore, rules: dict[str, Rule]) -> Iterator[Finding]:
    """Yield what an ignore lacks: a rule that exists, and for some rules a reviewer."""
    rule = rules.get(ignore.rule)
    if rule is None:
        message = f"there is no rule `{ignore.rule}`. {did_you_mean(ignore.rule, rules)}"
        yield Finding(ignore.place, message, RULE_ID)
    elif rule.reviewer and not ignore.reviewer:
        message = (
            f"`{ignore.rule}` guards readers’ safety, so somebody must have agreed. Add "
            "`, reviewed by` and their name after the reason."
        )
        yield Finding(ignore.place, message, RULE_ID)


def unknown_reviewers(subject: Subject, names: Collection[str]) -> Iterator[Finding]:
    """Yield ignores whose reviewer nobody has written a file for."""
    for ignore in read_ignores(subject)[0]:
        if ignore.reviewer and ignore.reviewer not in names:
            message = (
                f"there is no author `{ignore.reviewer}`. {did_you_mean(ignore.reviewer, names)} "
                "A new author is one file in content/authors/."
            )
            yield Finding(ignore.place, message, RULE_ID)


def unused_finding(ignore: Ignore) -> Finding:
    """Return the finding of an ignore that ignores nothing."""
    message = f"this ignores `{ignore.rule}`, and finds nothing of it here. Remove it."
    return Finding(ignore.place, message, RULE_ID)
