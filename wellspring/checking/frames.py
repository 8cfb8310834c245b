"""Who tells whom to do what with which thing: the frames of rules, read off a text's sentences.

Called by check_rules. A frame's verb is found first, then how it is said, then what it is about;
what “it” stands for is what was last named.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from wellspring.checking.framebook import Sought
from wellspring.checking.match import Finder
from wellspring.checking.taken import Sentences, Taken, union
from wellspring.model.frame import Frame
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
from wellspring.text.words import Words

# How many words a subject's name may stand before its end.
SUBJECT = 6


class FrameFinder:
    """Where frames stand in a text.

    `hints` are the lists that each sentence may hold words of, as the index knows without taking
    it apart.
    """

    def __init__(self, finder: Finder) -> None:
        self.frames = finder.book.frames
        self.sentences = Sentences(finder.reading, self.frames.scanner)
        self.hints = [finder.book.index.kinds(needs) for needs in finder.needs]

    def find(self, sentence: Sentence) -> Iterator[tuple[Rule, Span]]:
        """Yield the spans of the frames that stand in a sentence, each with its rule."""
        number = sentence.number
        likely = self.frames.likely(self.hints[number])
        for sought, (first, last) in self.spans(likely, number) if likely else ():
            yield sought.rule, self.sentences.words_of(number).span(first, last)

    def spans(self, likely: Sequence[Sought], number: int) -> Iterator[tuple[Sought, Span]]:
        """Yield the spans, in words, of those of some frames that stand in a sentence."""
        for doing, mine in self.doings(likely, number):
            words = self.sentences.words_of(number)
            how = read_verb(words, doing.start, doing.forms)
            clause = Clause(self.sentences, number, doing, how)
            for sought in mine:
                if is_said(sought.frame, how) and (end := clause.end_of(sought)):
                    start = denial(words, doing.start) if sought.frame.denied else doing.start
                    yield sought, (start, end)
        for sought in likely:
            if not sought.does and (span := scene(sought, self.sentences.take(number))):
                yield sought, span

    def doings(self, likely: Iterable[Sought], number: int) -> Iterator[tuple[Doing, list[Sought]]]:
        """Yield the doings in a sentence that may belong to some frames, with these."""
        likely = self.within_reach(likely, number, self.hints.__getitem__)
        found = self.scan(likely, number)
        if not found:
            return
        # There is a verb: now the things are looked at, not what may be some.
        here, hinted = self.sentences.kinds(number), all_done(likely)
        likely = [sought for sought in likely if is_beside(sought, here)]
        likely = self.within_reach(likely, number, self.sentences.kinds)
        if all_done(likely) != hinted:
            found = self.scan(likely, number)
        for doing in found:
            if self.sentences.words_of(number).at(doing.start - 1) not in ARTICLES:
                yield doing, [sought for sought in likely if sought.does & doing.kinds]

    def scan(self, likely: Iterable[Sought], number: int) -> list[Doing]:
        """Return what is done in a sentence of what some frames look for."""
        wanted = all_done(likely)
        words = self.sentences.words_of
        return list(self.frames.scanner.doings(words(number), wanted)) if wanted else []

    def within_reach(
        self, likely: Iterable[Sought], number: int, kinds: Callable[[int], int]
    ) -> list[Sought]:
        """Return those of some frames with a doing whose things are where they must be.

        `kinds` gives the lists of which a sentence has things.
        """
        done = [sought for sought in likely if sought.does]
        here = kinds(number)
        if all(is_near(sought, here, 0) for sought in done):
            return done
        named, near = self.sentences.around(number, kinds)
        return [sought for sought in done if is_near(sought, named, near)]


@dataclass(frozen=True, slots=True)
class Clause:
    """A doing in its sentence: how it is said, and what it is about."""

    sentences: Sentences
    number: int
    doing: Doing
    how: Reading

    @property
    def words(self) -> Words:
        """Return the words of its sentence."""
        return self.sentences.words_of(self.number)

    @property
    def things(self) -> tuple[Thing, ...]:
        """Return the things of its sentence."""
        return self.sentences.take(self.number).things

    def end_of(self, sought: Sought) -> int:
        """Return where the words of a frame end, or 0 if this is not one."""
        if sought.frame.owned and not self.is_owned(sought):
            return 0
        if sought.who and not self.subject() & sought.who:
            return 0
        return self.object_end(sought.what) if sought.what else self.doing.end

    def subject(self) -> int:
        """Return the lists of the thing that does it, or to which it is done."""
        place, words = self.how.who, self.words
        if place < 0 or words.at(place) in SUBJECTS - POINTERS:
            return 0
        for thing in reversed(self.things):
            if place - SUBJECT < thing.end - 1 <= place:
                return thing.kinds
        return self.sentences.last_named((), self.number) if words.at(place) in POINTERS else 0

    def object_end(self, kinds: int) -> int:
        """Return where the words end if what is done is done with one of some things, or 0."""
        doing, words = self.doing, self.words
        start, end = doing.gap
        if self.how.passive:
            return doing.end if self.subject() & kinds else 0
        earlier = [thing for thing in self.things if thing.end <= doing.start]
        if start < 0:
            return doing.end if self.sentences.last_named(earlier, self.number) & kinds else 0
        for thing in self.things:
            inside = start <= thing.start and thing.end <= end and thing.kinds & kinds
            if inside and is_head(words, thing, end):
                return max(doing.end, thing.end)
        points = words.at(start) in {"it", "them"} or end == start + 1
        if points and words.at(start) in POINTERS:
            found = self.sentences.last_named(earlier, self.number)
            return max(doing.end, start + 1) if found & kinds else 0
        return 0

    def is_owned(self, sought: Sought) -> bool:
        """Tell whether what it is about is somebody's: my back, Ann's migraines, whose reflux."""
        start, end = self.doing.gap
        if sought.who:
            start, end = self.how.who - 4, self.how.who + 1
        near = range(max(start, 0), max(end + 2, 0) if not sought.who else end)
        return any(self.words.at(at) in OWNERS and not self.is_in_name(at) for at in near)

    def is_in_name(self, place: int) -> bool:
        """Tell whether a word is a part of what something is called: Crohn's, athlete's foot."""
        return self.words.at(place) == "'s" and any(
            thing.start < place < thing.end for thing in self.things
        )


def is_near(sought: Sought, named: int, near: int) -> bool:
    """Tell whether a frame may stand where lists have things that are named, and near."""
    return bool(
        (not sought.what or sought.what & named)
        and (not sought.who or sought.who & named)
        and all(kinds & near for kinds in sought.near)
    )


def is_beside(sought: Sought, here: int) -> bool:
    """Tell whether a sentence has all that must stand beside a frame's words, and no other."""
    return not sought.lacks & here and all(kinds & here for kinds in sought.beside)


def all_done(likely: Iterable[Sought]) -> int:
    """Return the lists of what is done in some frames."""
    return union(sought.does for sought in likely)


def scene(sought: Sought, taken: Taken) -> Span | None:
    """Return the span of a frame without a doing, if its things stand apart in a sentence."""
    if not is_beside(sought, taken.kinds):
        return None
    groups = [[thing for thing in taken.things if thing.kinds & kinds] for kinds in sought.beside]
    if not stand_apart(groups):
        return None
    found = [thing for group in groups for thing in group]
    return min(thing.start for thing in found), max(thing.end for thing in found)


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
