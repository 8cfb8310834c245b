"""Run the house style's rules over a text's sentences; called by `check` and by publishing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wellspring.checking.excuses import is_excused
from wellspring.checking.frames import FrameFinder
from wellspring.checking.kinds import KINDS
from wellspring.checking.leading import leading
from wellspring.checking.match import Finder, Match, Span
from wellspring.checking.rulebook import Rulebook
from wellspring.checking.second import Opinion
from wellspring.checking.swaps import fix_of, once_each, swapped_spans
from wellspring.model.finding import Finding
from wellspring.model.phrase import Phrase
from wellspring.model.reading import Reading, Sentence
from wellspring.model.rule import Rule


def check_rules(
    reading: Reading,
    book: Rulebook,
    declared: frozenset[str] = frozenset(),
    topics: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Return the findings of all rules about words, sorted by place.

    `declared` holds the disclaimers that the text's front matter asks for, `topics` the ids of
    what it is about.
    """
    return check_words(Finder(reading, book), declared, topics)


def check_words(finder: Finder, declared: frozenset[str], topics: frozenset[str]) -> list[Finding]:
    """Return what check_rules does, of a text that has a finder."""
    reading, book = finder.reading, finder.book
    found: dict[tuple[str, object], Match] = {}
    settled = {rule.id: is_settled(rule, declared, topics) for rule in book.rules}
    asked: set[str] = set()
    opinion = book.second.read(reading, {id_ for id_, free in settled.items() if free})
    for match in (*find_matches(finder, settled), *seconded(opinion, settled)):
        rule, key = match.rule, (match.rule.id, once(match))
        if key in found or settled[rule.id] or not counts(match, finder):
            continue
        if is_refused(match, opinion, found.values()):
            continue
        if rule.within == "text" and rule.id not in asked:
            asked.add(rule.id)
            settled[rule.id] = says_what_is_needed(rule, finder)
        if not settled[rule.id]:
            found[key] = match
    return sorted(finding_of(match, reading.path) for match in found.values())


def is_refused(match: Match, opinion: Opinion, others: Iterable[Match]) -> bool:
    """Tell whether the second reader is against a match, or another one of its rule says as much.

    That is one that overlaps it, and for the second reader's own one of the same window.
    """
    own = (other for other in others if other.rule is match.rule)
    if match.seconded:
        return any(opinion.are_together(match.sentence, other.sentence) for other in own)
    if match.framed and any(other.overlaps(match) for other in own):
        return True
    # Where a link leads the second reader does not see.
    return not match.linked and opinion.is_against(match.rule, match.sentence, match.span[1])


def is_settled(rule: Rule, declared: frozenset[str], topics: frozenset[str]) -> bool:
    """Tell whether a whole text is free of a rule: by what it declares, or what it is about."""
    elsewhere = bool(rule.topics) and not topics.intersection(rule.topics)
    return elsewhere or bool(declared.intersection(rule.declared))


def says_what_is_needed(rule: Rule, finder: Finder) -> bool:
    """Tell whether what a rule needs stands anywhere in a text; asked at its first match only."""
    return rule.kind == "consistency" and finder.stands_anywhere(rule.needs)


def once(match: Match) -> object:
    """Return what a rule is reported once for."""
    if match.rule.per == "match":
        return match.sentence.number, match.span
    if match.rule.per == "sentence":
        return match.sentence.number
    return id(match.sentence.block) if match.rule.per == "block" else None


def find_matches(finder: Finder, settled: Mapping[str, bool]) -> Iterator[Match]:
    """Yield what the rules look for, in reading order; of overlapping matches the longest.

    Rules that are settled, by their ids, are left out.
    """
    frames = FrameFinder(finder)
    for sentence in finder.reading.sentences:
        yield from beyond(sentence, finder, settled)
        yield from worded(sentence, finder, settled)
        yield from framed(sentence, frames, settled)


def seconded(opinion: Opinion, settled: Mapping[str, bool]) -> Iterator[Match]:
    """Yield what the second reader finds: of each window the likeliest sentence."""
    for number in range(len(opinion.windows)):
        for rule, sentence, span in opinion.found(number):
            if looks_at(rule, sentence, settled):
                yield Match(rule, sentence, span, seconded=True)


def beyond(sentence: Sentence, finder: Finder, settled: Mapping[str, bool]) -> Iterator[Match]:
    """Yield what rules look for that goes on beyond a sentence, or lies behind a link."""
    for match in gathered(leading(sentence, finder.book.addressed), sentence, settled):
        yield replace(match, linked=True)
    for match in gathered(across(sentence, finder), sentence, settled):
        yield replace(match, goes_on=True)


def worded(sentence: Sentence, finder: Finder, settled: Mapping[str, bool]) -> Iterator[Match]:
    """Yield what rules look for in a sentence by phrases."""
    tried = finder.book.to_try(finder.book.terms, finder.likely[sentence.number])
    found = (
        (rule, span)
        for rule, phrase in tried
        if looks_at(rule, sentence, settled)
        for span in spans_of(rule, phrase, sentence, finder)
    )
    yield from gathered(found, sentence, settled)


def spans_of(rule: Rule, phrase: Phrase, sentence: Sentence, finder: Finder) -> Iterable[Span]:
    """Return where a rule's phrase stands in a sentence in which it is likely."""
    if rule.swap:
        return swapped_spans(phrase.pattern, sentence.text, rule.swap[0])
    return finder.spans(phrase, sentence)


def gathered(
    found: Iterable[tuple[Rule, Span]], sentence: Sentence, settled: Mapping[str, bool]
) -> Iterator[Match]:
    """Yield the matches of rules that look at a sentence.

    Those of each do not overlap, unless each has something else to replace.
    """
    by_rule: dict[str, tuple[Rule, list[Span]]] = {}
    for rule, span in found:
        if looks_at(rule, sentence, settled):
            by_rule.setdefault(rule.id, (rule, []))[1].append(span)
    for rule, spans in by_rule.values():
        own = once_each(spans, sentence.text, rule.swap[0]) if rule.swap else apart(spans)
        yield from (Match(rule, sentence, span) for span in own)


def framed(sentence: Sentence, frames: FrameFinder, settled: Mapping[str, bool]) -> Iterator[Match]:
    """Yield what rules look for in a sentence by frames."""
    for match in gathered(frames.find(sentence), sentence, settled):
        yield replace(match, framed=True)


def looks_at(rule: Rule, sentence: Sentence, settled: Mapping[str, bool]) -> bool:
    """Tell whether a rule looks at a sentence at all."""
    return not settled[rule.id] and (not rule.blocks or sentence.block.kind in rule.blocks)


def across(sentence: Sentence, finder: Finder) -> Iterator[tuple[Rule, Span]]:
    """Yield the part in a sentence of what is found in it and goes on in the next one."""
    following = going_on(sentence, finder.reading)
    if following is None:
        return
    book, text = finder.book, sentence.text
    needs = finder.needs[sentence.number] | finder.needs[following.number]
    for rule, phrase in book.to_try(book.pairs, book.index.whole(needs)):
        for found in phrase.pattern.finditer(f"{text} {following.text}"):
            if found.start() < len(text) < found.end():
                yield rule, (found.start(), len(text))


def going_on(sentence: Sentence, reading: Reading) -> Sentence | None:
    """Return the sentence that goes on with one: in its block, or below a heading that asks."""
    at = sentence.number + 1
    following = reading.sentences[at] if at < len(reading.sentences) else None
    asks = sentence.block.kind == "heading" and sentence.text.endswith("?")
    same = following is not None and following.block is sentence.block
    return following if same or asks else None


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans that do not overlap: the first, and the longest of those that start together."""
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last and end > start:
            yield start, end
            last = end


def counts(match: Match, finder: Finder) -> bool:
    """Tell whether a match is one to report."""
    rule, sentence, span = match.rule, match.sentence, match.span
    if match.seconded:  # it has heard denials and questions
        return KINDS[rule.kind].counts(match, finder)
    if finder.overlaps(rule.unless, sentence, span):
        return False
    if rule.only_if and not finder.stands(rule.only_if, sentence):
        return False
    if not KINDS[rule.kind].counts(match, finder):
        return False
    return not is_excused(match.excuses, sentence, span, finder)


def finding_of(match: Match, path: str) -> Finding:
    """Return the finding of a match, with the places of its first and last character."""
    rule, sentence = match.rule, match.sentence
    start = sentence.source_offset(match.span[0])
    end = sentence.source_offset(match.span[1] - 1) + 1
    block = sentence.block
    return Finding(
        block.place(path, start),
        rule.message.replace("{match}", sentence.shown[slice(*match.span)]),
        rule.id,
        rule.severity,
        end=block.place(path, end),
        source=rule.source,
        sentence=sentence.text,
        fix=fix_of(match, path),
    )
