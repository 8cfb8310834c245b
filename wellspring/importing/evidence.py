"""Find where a tail starts by the sum of what speaks for and against it; called by tail.

Each line below the body has a weight: furniture speaks for a tail, sentences speak against one
unless something above explains them: a box on the author, a thread, cards of other stories. The
tail starts where the weights from there to the end are most. So no single line decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wellspring.importing.line import Line, ends_sentence, is_prose, next_filled
from wellspring.importing.names import match_form
from wellspring.model.importing import ImportStyle

FURNITURE, MAYBE, LABEL, SENTENCE, PROSE, ITEM = 1.5, 1.0, -0.05, -1.5, -3.0, -1.5
# What a sentence weighs where something above it explains it, by the part that it is in.
EXPLAINED = {"comments": 0.0, "comment": 0.0, "author": 0.2, "more": -0.3, "subscribe": -0.2}
LONGEST_EXPLAINED = {"author": 700, "more": 200, "subscribe": 200}
# So many lines a part may have that are none of its marks.
SPANS = {"comments": 400, "comment": 14, "author": 4, "more": 24, "subscribe": 1}
LEAST = 1.4
# Right above a tail: so many lines of cards at most, of which half are titles of so many words.
MOST_RUN, TITLE_WORDS, TEASER, CARDS = 12, 2, 160, 3
# Where fewer lines are sentences, the body may be verse.
MOST_VERSE = 1 / 3
READ_ON = re.compile(
    r"(?:(?:read|see|learn) (?:more|on|it)|continue reading|more)\W{0,4}", re.IGNORECASE
)
HINT = "hint"
# Words of those who tell a story; a page does not use them of itself.
ASKS = re.compile(r"\b(?:you|your|our|us|we|me)\b|^[A-Z]\w+ (?:now|today|free)\b", re.IGNORECASE)
NARRATED = re.compile(r"\b(?:I|he|she|his|her|was|were|had|said)\b")
LONGEST_LABEL = 100
MARKED = re.compile(r"(?:[-*+•>|#]|\d+[.)]) ")
LONGEST_HINT = 220
# What readers wrote counts as such if something of a thread stands so near.
NEAR = 6
THREAD = frozenset({"commenter", "thread", "closed"})
AMBIGUOUS = frozenset({"share", "count", "follow"})
Kinds = frozenset[str]


@dataclass(slots=True)
class Part:
    """The part of a tail that a line would be in, and how many more lines it explains."""

    name: str = ""
    left: int = 0


def part_opened(kinds: Kinds, near: Kinds) -> str:
    """Return the part that a line of furniture opens; `near` are the kinds right below it."""
    if kinds & {"commenter", "comments"} and near & THREAD:
        return "comments"
    if "commenter" in kinds:
        return "comment"
    if kinds & {"author", "profile"}:
        return "author"
    if "more" in kinds or ("know-more" in kinds and "leads" not in kinds):
        return "more"
    return "subscribe" if kinds & {"subscribe", HINT} else ""


def weigh(line: Line, kinds: Kinds, near: Kinds, part: Part, below: str) -> float:
    """Return how much a line speaks for a tail, and go on to the part that it is in.

    `near` are the kinds of the lines below it, and `below` is the text of the next if it has none.
    """
    if kinds:
        opened = part_opened(kinds, near)
        if opened or not (part.name.startswith("comment") and kinds & {"thread", "count", "share"}):
            part.name, part.left = opened, SPANS.get(opened, 0)
        # A body may have a heading “Comments” or “Keep Reading”, and lead elsewhere.
        title = opened == "more" or (kinds == {HINT} and not is_said(line.text))
        heads = is_said(below) and (not part.left or (title and is_prose(below)))
        if "leads" in kinds or heads:
            part.left = 0
            return 0.0
        return MAYBE if kinds == {HINT} else FURNITURE
    if part.left > 0:
        part.left -= 1
        long = len(line.text) > LONGEST_EXPLAINED.get(part.name, 5000)
        return PROSE if long else EXPLAINED[part.name] if is_said(line.text) else 0.0
    if MARKED.match(line.text):
        return ITEM
    if is_prose(line.text) or len(line.text) > LONGEST_LABEL:
        return PROSE
    return SENTENCE if is_said(line.text) else LABEL


def is_said(text: str) -> bool:
    """Tell whether a line ends as a sentence does; a title may be a question."""
    return is_prose(text) or (ends_sentence(text) and not text.endswith("?"))


def is_hint(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line has words that pages use of themselves."""
    told = len(line.text) > LONGEST_HINT or NARRATED.search(line.text)
    asks = not is_said(line.text) or ASKS.search(line.text)
    return bool(asks and not told and style.forms[HINT].either.search(line.plain))


def kinds_below(kinds: Sequence[Kinds], index: int) -> Kinds:
    """Return what stands right below a line, down to where comments are headed once more."""
    found: set[str] = set()
    for below in kinds[index + 1 : index + 1 + NEAR]:
        if "comments" in below:
            break
        found |= below if not below & AMBIGUOUS else set()
    return frozenset(found)


def find_start(lines: Sequence[Line], kinds: Sequence[Kinds], start: int, cut: int) -> int:
    """Return where the tail starts, between `start` and the `cut` that is sure."""
    part = Part()
    weights: list[float] = []
    for index in range(start, cut):
        if not lines[index].text:
            weights.append(0.0)
            continue
        near = kinds_below(kinds, index)
        after = next_filled(lines, index + 1)
        below = lines[after].text if after < len(lines) and not kinds[after] else ""
        weights.append(weigh(lines[index], kinds[index], near, part, below))
    best, total, least = cut, 0.0, LEAST if cut == len(lines) else 0.4
    for index in range(cut - 1, start - 1, -1):
        total += weights[index - start]
        if total > least and kinds[index]:
            best, least = index, total
    return best


def above_labels(
    lines: Sequence[Line], kinds: Sequence[Kinds], style: ImportStyle, start: int, cut: int
) -> int:
    """Return where the tail starts if short lines right above it are titles that lead elsewhere.

    A body does not end in headings: three or more of them are cards, or one above a form to fill.
    """
    filled = [index for index in range(start, cut) if lines[index].text]
    if cut == len(lines):
        return cut
    run = labels_above(lines, kinds[cut], style, filled, cut)
    near = filled[-2 * MOST_RUN :]
    verse = sum(is_said(lines[index].text) for index in near) < len(near) * MOST_VERSE
    if not run or verse:
        return cut
    titles = [index for index in run if len(lines[index].text.split()) >= TITLE_WORDS]
    least = 1 if kinds[cut] & {HINT, "subscribe", "more"} else CARDS
    return run[-1] if len(run) >= least and 2 * len(titles) >= len(run) else cut


def labels_above(
    lines: Sequence[Line], kinds: Kinds, style: ImportStyle, filled: Sequence[int], cut: int
) -> list[int]:
    """Return the lines above a tail, upwards, that are titles, or words on what they lead to."""
    run: list[int] = []
    teased = False
    meta = "more" in kinds and any(map(str.isdigit, lines[cut].text))
    below = lines[cut].text if cut < len(lines) else ""
    for index in reversed(filled):
        text = lines[index].text
        # A list, what leads to one, and sources are a body's end.
        if MARKED.match(text) or text.endswith((":", ",")) or "http" in text:
            return []
        if match_form(style.forms["heading"], lines[index]):
            return []
        if is_said(text):
            if teased or len(text) >= TEASER or not (READ_ON.fullmatch(below) or meta):
                return run[:-1] if teased else run
            teased = True
        else:
            teased = False
        if len(run) == MOST_RUN:
            return run
        run, below, meta = [*run, index], text, False
    return run[:-1] if teased else run
