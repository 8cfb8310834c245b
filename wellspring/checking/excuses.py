"""Whether words near a match make it harmless: a denial, a question, a myth that is refuted.

The ways are data (editorial/excuses/). A denial reaches only as far as its clause: “it doesn't
just help, it cures” is a promise. Called by check_rules.
"""

from collections.abc import Iterable, Iterator

from wellspring.checking.match import Finder, Span
from wellspring.model.reading import Reading, Sentence
from wellspring.model.rule import Excuse, Way

QUOTES = '"'
Window = tuple[Sentence, int, int]


def is_excused(excuses: Iterable[Excuse], sentence: Sentence, span: Span, finder: Finder) -> bool:
    """Tell whether one of some excuses holds for the words at a span of a sentence."""
    return any(holds(way, sentence, span, finder) for excuse in excuses for way in excuse.ways)


def holds(way: Way, sentence: Sentence, span: Span, finder: Finder) -> bool:
    """Tell whether one way of an excuse holds."""
    if way.quoted and not is_quoted(sentence, span):
        return False
    if not way.words:
        return True
    found = (*around(way, sentence, span, finder), *elsewhere(way, finder.reading, sentence))
    within = way.where == "before"
    return any(has_words(way, window, finder, goes_on=within) for window in found)


def around(way: Way, sentence: Sentence, span: Span, finder: Finder) -> Iterator[Window]:
    """Yield the stretches of the match's own sentence in which a way's words may stand."""
    start, end = span
    if way.where in {"before", "around"}:
        yield sentence, before(way, sentence, start, finder), start
    if way.where in {"after", "around"}:
        yield sentence, end, behind(way, sentence, end, finder)
    if way.where == "sentence":
        yield sentence, 0, len(sentence.text)


def elsewhere(way: Way, reading: Reading, sentence: Sentence) -> Iterator[Window]:
    """Yield the stretches of other sentences in which a way's words may stand."""
    for other in others(way, reading, sentence):
        yield other, 0, min(way.reach or len(other.text), len(other.text))


def others(way: Way, reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the other sentences that a way looks at."""
    if way.where == "heading":
        heading = reading.heading_of(sentence)
        found = [heading] if heading else []
    elif way.where == "lead":
        lead = reading.lead_of(sentence)
        found = [lead] if lead else []
    elif way.where in {"previous", "next"}:
        other = reading.beside(sentence, -1 if way.where == "previous" else 1)
        found = [other] if other else []
    elif way.where == "block":
        found = [other for other in reading.block_of(sentence) if other is not sentence]
    else:
        found = []
    yield from found


def before(way: Way, sentence: Sentence, start: int, finder: Finder) -> int:
    """Return where the clause before a match starts: after the last of a way's ends."""
    first = max(0, start - way.reach) if way.reach else 0
    ends = [end for _, end in finder.all_spans(way.ends, sentence) if end <= start]
    return max([first, *ends])


def behind(way: Way, sentence: Sentence, end: int, finder: Finder) -> int:
    """Return where the clause after a match ends: before the first of a way's ends."""
    whole = len(sentence.text)
    last = min(whole, end + way.reach) if way.reach else whole
    ends = [start for start, _ in finder.all_spans(way.ends, sentence) if start >= end]
    return min([last, *ends])


def has_words(way: Way, window: Window, finder: Finder, *, goes_on: bool) -> bool:
    """Tell whether a stretch of a text holds a way's words, not as part of what undoes them.

    `goes_on`: they may run on into the match, as “never take” does into “take two”.
    """
    sentence, first, last = window
    found = list(finder.all_spans(way.words, sentence))
    undone = list(finder.all_spans(way.unless, sentence)) if found else []
    return any(
        start >= first
        and (start < last if goes_on else end <= last)
        and not any(begin < end and start < stop for begin, stop in undone)
        for start, end in found
    )


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Tell whether a span stands in quotation marks or in a quotation's block."""
    if sentence.block.kind == "quote":
        return True
    text = sentence.text
    opened = text.count(QUOTES, 0, span[0]) % 2 == 1
    return opened and QUOTES in text[span[1] :]
