"""Links by where they lead, such as to a shop that pays for buyers; called by check_rules."""

import re
from collections.abc import Iterator, Sequence

from wellspring.checking.match import Span
from wellspring.model.reading import Sentence
from wellspring.model.rule import Rule
from wellspring.text.citing import before_mark

LINK = re.compile(r"\[(?P<shown>[^\]\n]*)\]\(\s*<?(?P<address>[^\s)>]+)")
WORDS = re.compile(r"\w+")


def leading(sentence: Sentence, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
    """Yield the shown words of a sentence's links that lead where some rules look."""
    if not rules or "](" not in sentence.block.source:
        return
    for link in LINK.finditer(sentence.block.source, before_mark(sentence), sentence.end):
        span = shown_span(sentence, link.span("shown"))
        for rule in rules:
            if span and re.search(rule.addresses, link["address"], re.IGNORECASE):
                yield rule, span


def shown_span(sentence: Sentence, span: Span) -> Span | None:
    """Return where what stands at a span of the source stands in a sentence as it is read.

    Nothing for what is not read, such as code.
    """
    inside = [
        word.span()
        for word in WORDS.finditer(sentence.text)
        if span[0] <= sentence.source_offset(word.start()) < span[1]
    ]
    return (inside[0][0], inside[-1][1]) if inside else None
