"""Who tells whom to do what with which thing: the frames of rules, read off a text's sentences.

Called by check_rules. A frame's verb is found first, then how it is said, then what it is about;
what “it” stands for is what was last named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wellspring.checking.framebook import Frames, Sought
from wellspring.model.frame import Frame
from wellspring.model.reading import Reading as Text
from wellspring.model.reading import Sentence
from wellspring.model.rule import Rule
from wellspring.text.clauses import read_verb
from wellspring.text.grammar import (
    ALLOW,
    ARTICLES,
    DO,
    MAYBE,
    NOT,
    OUGHT,
    OWNERS,
    POINTERS,
    SUBJECTS,
)
from wellspring.text.idioms import Span
from wellspring.text.scan import Doing, Thing, is_head
from wellspring.text.subjects import NEAR, Reading
from wellspring.text.words import Words, words_of

# How many words a subject's name may stand before its end; how many sentences “it” reaches back.
SUBJECT, BACK = 6, 2
# How many meetings of lists are remembered.
MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True)
class Taken:
    """A sentence taken apart: its words, its things, and all lists that have one of these."""

    words: Words
    things: tuple[Thing, ...]
    kinds: int


class FrameFinder:
    """Where frames stand in a text; each sentence is taken apart once, when it is asked for."""

    def __init__(self, text: Text, frames: Frames) -> None:
        self.text = text
        self.frames = frames
        self.known: dict[int, Taken] = {}

    def find(self, sentence: Sentence) -> Iterator[tuple[Rule, Span]]:
        """Yield the spans of the frames that stand in a sentence, each with its rule."""
        taken = self.take(sentence.number)
        for sought, span in (*self.done_in(taken, sentence.number), *self.scenes(taken)):
            yield sought.rule, (taken.words.starts[span[0]], taken.words.ends[span[1] - 1])

    def done_in(self, taken: Taken, number: int) -> Iterator[tuple[Sought, Span]]:
        """Yield the frames with a doing."""
        words = taken.words
        likely = self.likely(taken, number)
        wanted = 0
        for sought in likely:
            wanted |= sought.does
        for doing in self.frames.scanner.doings(words, wanted) if wanted else ():
            if words.at(doing.start - 1) in ARTICLES:
                continue
            mine = [sought for sought in likely if sought.does & doing.kinds]
            how = read_verb(words, doing.start, doing.forms)
            clause = Clause(taken, doing, how, self, number)
            for sought in mine:
                if is_said(sought.frame, how) and (end := clause.end_of(sought)):
                    start = denial(words, doing.start) if sought.frame.denied else doing.start
                    yield sought, (start, end)

    def likely(self, taken: Taken, number: int) -> tuple[Sought, ...]:
        """Return the frames whose things are there: in the sentence, named before it, or near."""
        pointed = taken.kinds
        for other in self.before(number):
            pointed |= other.kinds
        key = (taken.kinds, pointed, self.nearby(number))
        found = self.frames.likely.get(key)
        if found is None:
            found = tuple(each for each in self.frames.sought if may_stand(each, *key))
            if len(self.frames.likely) < MOST_KNOWN:
                self.frames.likely[key] = found
        return found

    def scenes(self, taken: Taken) -> Iterator[tuple[Sought, Span]]:
        """Yield the frames without a doing, whose things stand apart in the sentence."""
        for sought in self.frames.sought:
            if sought.does or sought.lacks & taken.kinds:
                continue
            if all(kinds & taken.kinds for kinds in sought.beside):
                groups = [[t for t in taken.things if t.kinds & kinds] for kinds in sought.beside]
                if stand_apart(groups):
                    found = [thing for group in groups for thing in group]
                    yield sought, (min(t.start for t in found), max(t.end for t in found))

    def take(self, number: int) -> Taken:
        """Return a sentence taken apart."""
        found = self.known.get(number)
        if found is None:
            words = words_of(self.text.sentences[number].text)
            things = tuple(self.frames.scanner.things(words))
            self.known[number] = found = Taken(words, things, union(things))
        return found

    def before(self, number: int) -> Iterator[Taken]:
        """Yield what a pronoun may look back to: the sentence above, and more of the same block."""
        sentences = self.text.sentences
        for other in range(number - 1, max(number - BACK, 0) - 1, -1):
            if other < number - 1 and sentences[other].block is not sentences[number].block:
                return
            yield self.take(other)

    def nearby(self, number: int) -> int:
        """Return the lists that have a thing in a sentence or close by in its block."""
        sentences, found = self.text.sentences, 0
        for other in range(max(number - BACK, 0), min(number + 2, len(sentences))):
            if sentences[other].block is sentences[number].block:
                found |= self.take(other).kinds
        return found

    def last_named(self, things: Sequence[Thing], number: int) -> int:
        """Return the lists of what “it” stands for: the last of some things, or of those before."""
        signs = self.frames.scanner.lexicon.signs
        for thing in reversed(things):
            if thing.kinds & ~signs:
                return thing.kinds
        for taken in self.before(number):
            if taken.kinds & ~signs:
                return taken.kinds
        return 0


@dataclass(frozen=True, slots=True)
class Clause:
    """A doing in its sentence: how it is said, and what it is about."""

    taken: Taken
    doing: Doing
    how: Reading
    finder: FrameFinder
    number: int

    def end_of(self, sought: Sought) -> int:
        """Return where the words of a frame end, or 0 if this is not one."""
        if sought.frame.owned and not self.is_owned(sought):
            return 0
        if sought.who and not self.subject() & sought.who:
            return 0
        return self.object_end(sought.what) if sought.what else self.doing.end

    def subject(self) -> int:
        """Return the lists of the thing that does it, or to which it is done."""
        place, words = self.how.who, self.taken.words
        if place < 0 or words.at(place) in SUBJECTS - POINTERS:
            return 0
        for thing in reversed(self.taken.things):
            if place - SUBJECT < thing.end - 1 <= place:
                return thing.kinds
        return self.finder.last_named((), self.number) if words.at(place) in POINTERS else 0

    def object_end(self, kinds: int) -> int:
        """Return where the words end if what is done is done with one of some things, or 0."""
        doing, words = self.doing, self.taken.words
        start, end = doing.gap
        if self.how.passive:
            return doing.end if self.subject() & kinds else 0
        earlier = [thing for thing in self.taken.things if thing.end <= doing.start]
        if start < 0:
            return doing.end if self.finder.last_named(earlier, self.number) & kinds else 0
        for thing in self.taken.things:
            inside = start <= thing.start and thing.end <= end and thing.kinds & kinds
            if inside and is_head(words, thing, end):
                return max(doing.end, thing.end)
        points = words.at(start) in {"it", "them"} or end == start + 1
        if points and words.at(start) in POINTERS:
            found = self.finder.last_named(earlier, self.number)
            return max(doing.end, start + 1) if found & kinds else 0
        return 0

    def is_owned(self, sought: Sought) -> bool:
        """Tell whether what it is about is somebody's: my back, Ann's migraines, whose reflux."""
        start, end = self.doing.gap
        if sought.who:
            start, end = self.how.who - 4, self.how.who + 1
        near = self.taken.words.texts[max(start, 0) : max(end + 2, 0) if not sought.who else end]
        return any(word in OWNERS for word in near)


def union(things: Iterable[Thing]) -> int:
    """Return the lists that have one of some things."""
    found = 0
    for thing in things:
        found |= thing.kinds
    return found


def may_stand(sought: Sought, here: int, pointed: int, near: int) -> bool:
    """Tell whether a frame with a doing may stand where lists have things here, before and near."""
    return bool(
        sought.does
        and not sought.lacks & here
        and (not sought.what or sought.what & pointed)
        and (not sought.who or sought.who & pointed)
        and all(kinds & here for kinds in sought.beside)
        and all(kinds & near for kinds in sought.near)
    )


def is_said(frame: Frame, how: Reading) -> bool:
    """Tell whether a clause is said as a frame asks."""
    if how.denied != frame.denied or (how.denied and how.modal in MAYBE):
        return False
    plain = not how.modal or how.modal in DO or how.denied or how.said == "to-reader"
    return (
        (plain and how.said in frame.said)
        or ("can" in frame.said and how.modal in ALLOW)
        or ("should" in frame.said and how.modal in OUGHT and how.said != "asked")
    )


def denial(words: Words, start: int) -> int:
    """Return where what denies a verb stands, so that it is part of what is shown."""
    for at in range(start - 1, max(start - NEAR - 1, -1), -1):
        if words.at(at) in NOT:
            return at - 1 if words.at(at) == "n't" else at
    return start


def stand_apart(groups: Sequence[Sequence[Thing]]) -> bool:
    """Tell whether one thing of each group can be picked so that none overlap."""
    if not groups:
        return True
    first, *rest = groups
    for thing in first:
        left = [
            [t for t in group if t.end <= thing.start or t.start >= thing.end] for group in rest
        ]
        if all(left) and stand_apart(left):
            return True
    return False
