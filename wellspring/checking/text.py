"""All rules over one text: its words, the text as a whole, and what its author lets stand.

Called by `check` and by publishing.
"""

from collections.abc import Iterable, Iterator

from wellspring.checking.ignores import apply_ignores
from wellspring.checking.measures import MEASURES, OF_ARTICLES
from wellspring.checking.rulebook import Rulebook
from wellspring.checking.rules import check_rules
from wellspring.checking.subject import Subject
from wellspring.model.finding import Finding
from wellspring.model.rule import Rule
from wellspring.text.limit import limited


def check_text(subject: Subject, book: Rulebook) -> list[Finding]:
    """Return all findings in one text, sorted by place, ignores applied.

    Raises ContentError for a text that takes longer than a text may.
    """
    with limited(subject.source.path):
        findings = check_rules(subject.reading, book, subject.declared, subject.topics)
        findings += check_whole(subject, book.rules)
        return apply_ignores(findings, subject, book.rules)


def check_whole(subject: Subject, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield what the rules about whole texts find."""
    for rule in rules:
        if not rule.measure or (rule.measure in OF_ARTICLES and not subject.article):
            continue
        for place, what in MEASURES[rule.measure](subject, rule):
            message = rule.message.replace("{match}", what)
            yield Finding(place, message, rule.id, rule.severity, source=rule.source, sentence=what)
