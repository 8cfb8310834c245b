"""A rule of the house style: words, or the lack of something, that must not go out as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wellspring.model.finding import Severity
from wellspring.model.frame import Framed
from wellspring.model.leaning import Leaning
from wellspring.model.phrase import Phrase
from wellspring.model.topic import Examples

RuleKind = Literal[
    "existence", "substitution", "requires-citation", "consistency", "metadata", "metric"
]
Measure = Literal[
    "crisis-help",
    "medicine-warning",
    "review-date",
    "reviewer",
    "sources",
    "reading-grade",
    "heading-steps",
    "link-text",
    "alt-text",
]
Per = Literal["match", "sentence", "block", "text"]
Within = Literal["sentence", "neighbours", "block", "text"]
Where = Literal[
    "before", "after", "around", "sentence", "previous", "next", "heading", "lead", "block"
]


@dataclass(frozen=True, slots=True)
class Rule:
    """One file under editorial/rules/<group>/<id>.toml; `message` may hold `{match}`.

    `terms` are looked for in each sentence, `pairs` across two that follow each other, `addresses`
    (a regular expression) in what links lead to; `framed` holds what is looked for by roles,
    `leaning` how far the second reader is trusted.
    A match counts if no `unless` overlaps it, no excuse excuses it, some `only_if` (if there is
    one) stands in its sentence, and, by kind, no citation or none of `needs` is near enough; where
    `even_if_cited` stands in the sentence, no citation is enough. `per` says how often it is
    reported, `swap` what `--fix` writes for what, `measure` what a metadata or metric rule looks
    at, `limit` how much is too much, `topics` what a text must be about for the rule to hold.
    """

    id: str
    kind: RuleKind
    severity: Severity
    message: str
    instead: str
    why: str
    source: str
    examples: Examples
    terms: tuple[Phrase, ...] = ()
    pairs: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()
    only_if: tuple[Phrase, ...] = ()
    excuses: tuple["Excuse", ...] = ()
    needs: tuple[Phrase, ...] = ()
    even_if_cited: tuple[Phrase, ...] = ()
    within: Within = "sentence"
    declared: tuple[str, ...] = ()
    per: Per = "match"
    blocks: tuple[str, ...] = ()
    swap: tuple[str, str] | None = None
    reviewer: bool = False
    measure: Measure | Literal[""] = ""
    limit: float = 0.0
    topics: tuple[str, ...] = ()
    framed: Framed | None = None
    addresses: str = ""
    leaning: Leaning | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which words near a match excuse it.

    `words` must stand `where`, not within `unless`, with none of `ends` between them and the
    match, and at most `reach` letters away; `quoted`: the match must stand in quotation marks.
    """

    where: Where
    words: tuple[Phrase, ...]
    unless: tuple[Phrase, ...] = ()
    ends: tuple[Phrase, ...] = ()
    reach: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ExcuseExamples:
    """Sentences with a `{marked}` phrase that an excuse excuses, and that it lets stand."""

    excused: tuple[str, ...]
    stands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excuse:
    """One file under editorial/excuses/: why words that look wrong may be fine.

    `until_answered`: it does not hold for words that go on into the sentence behind, which answers.
    """

    id: str
    what: str
    ways: tuple[Way, ...]
    examples: ExcuseExamples
    until_answered: bool = False


def phrases_of(rules: Iterable[Rule]) -> Iterator[Phrase]:
    """Yield every phrase of some rules and of their excuses, shared ones more than once."""
    for rule in rules:
        yield from (*rule.terms, *rule.pairs, *rule.unless, *rule.only_if)
        yield from (*rule.needs, *rule.even_if_cited)
        for excuse in rule.excuses:
            for way in excuse.ways:
                yield from (*way.words, *way.unless, *way.ends)
