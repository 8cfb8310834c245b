"""Where the wrong piece of a match stands, for rules that know what to write instead.

Called by check_rules. Two pieces may share a word: in “asked me - politely - why” both hyphens are
wrong. So a search goes on behind the piece, not behind the match, and what was found twice is
known by its piece.
"""

from collections.abc import Iterable, Iterator
from re import Pattern

from wellspring.checking.match import Match, Span
from wellspring.model.finding import Fix


def swapped_spans(pattern: Pattern[str], text: str, was: str) -> Iterator[Span]:
    """Yield the spans of all matches whose wrong pieces differ, in reading order."""
    start = 0
    while match := pattern.search(text, start):
        yield match.span()
        piece = piece_of(text, match.span(), was)
        start = max(match.start() + 1, piece if piece is not None else match.end())


def piece_of(text: str, span: Span, was: str) -> int | None:
    """Return where the wrong piece of a match begins: its last one, such as both signs of “--”."""
    first, last = span
    start = text.rfind(was, first, last)
    if start < 0:
        return None
    while start - len(was) >= first and text.startswith(was, start - len(was)):
        start -= len(was)
    return start


def once_each(spans: Iterable[Span], text: str, was: str) -> Iterator[Span]:
    """Yield one span for each wrong piece: the first, and the longest that starts there."""
    met: set[int | Span] = set()
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        piece = piece_of(text, span, was)
        key = span if piece is None else piece
        if key not in met:
            met.add(key)
            yield span


def fix_of(match: Match, path: str) -> Fix | None:
    """Return what to write for a match, if its rule says so; where, if it is sure to be wrong."""
    if match.rule.swap is None:
        return None
    was, now = match.rule.swap
    sentence = match.sentence
    piece = piece_of(sentence.text, match.span, was)
    if piece is None or is_between_names(match, piece, was):
        return Fix(was, now)
    return Fix(was, now, sentence.block.place(path, sentence.source_offset(piece)))


def is_between_names(match: Match, piece: int, was: str) -> bool:
    """Tell whether a piece may go from one name to another, as in “the train London - Paris”."""
    sentence = match.sentence
    start, end = match.span
    # There every word may have a capital.
    if start == 0 or sentence.block.kind in {"title", "heading"}:
        return False
    right = sentence.shown[piece:end].lstrip(f"{was} \"'(")
    both = sentence.shown[start].isupper() and right[:1].isupper()
    return both and right.partition("'")[0] != "I"
