"""All rules over one text: its words, the text as a whole, and what its author lets stand.

Called by `check` and by publishing.
"""

from collections.abc import Iterator

from wellspring.checking.ignores import apply_ignores
from wellspring.checking.in_code import without_code
from wellspring.checking.match import Finder
from wellspring.checking.measures import MEASURES, OF_ARTICLES
from wellspring.checking.rulebook import Rulebook
from wellspring.checking.rules import check_words
from wellspring.checking.subject import Subject
from wellspring.model.finding import Finding
from wellspring.text.limit import limited


def check_text(subject: Subject, book: Rulebook) -> list[Finding]:
    """Return all findings in one text, sorted by place, ignores applied.

    Raises ContentError for a text that takes longer than a text may.
    """
    with limited(subject.source.path):
        finder = Finder(subject.reading, book)
        worded = check_words(finder, subject.declared, subject.topics)
        findings = without_code(worded, subject.source)
        findings += check_whole(subject, finder)
        return apply_ignores(findings, subject, book.rules)


def check_whole(subject: Subject, finder: Finder) -> Iterator[Finding]:
    """Yield what the rules about whole texts find."""
    for rule in finder.book.rules:
        if not rule.measure or (rule.measure in OF_ARTICLES and not subject.article):
            continue
        for place, what in MEASURES[rule.measure](subject, rule, finder):
            message = rule.message.replace("{match}", what)
            yield Finding(place, message, rule.id, rule.severity, source=rule.source, sentence=what)
