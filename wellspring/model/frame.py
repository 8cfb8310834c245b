"""Frames: what a rule looks for by roles instead of word order, and the words that fill them.

Loaded by wellspring.house.frames, read off sentences by wellspring.checking.frames.
"""

from dataclasses import dataclass, field
from typing import Literal

from wellspring.model.topic import Examples

# to-reader: an order, advice, leave or an offer; of-writer, of-somebody, of-thing: told of them;
# if: under a condition; asked: as a question; bare: of nobody; can, should: with such a verb.
Said = Literal[
    "to-reader", "of-writer", "of-somebody", "of-thing", "if", "asked", "bare", "can", "should"
]
# By the rest of their words: the lists that have them, as bits; of idioms also the verb's form.
Rests = dict[str, int]
Idioms = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A `[[frame]]` of a rule: somebody does something with something, said in some way.

    `does`, `who` and `what` name lists of editorial/lexicon/: what is done, by whom or what, with
    what. `denied`: it is said not to be so; `owned`: what it is about is somebody's. Of each of
    `beside` a word stands in the sentence, of each of `near` in it or close by, of `lacks` none;
    what is joined by `|` is one. A frame without `does` is a scene: words of `beside`, apart.
    """

    does: tuple[str, ...]
    what: tuple[str, ...]
    who: tuple[str, ...]
    said: tuple[Said, ...]
    denied: bool
    owned: bool
    beside: tuple[str, ...]
    near: tuple[str, ...]
    lacks: tuple[str, ...]
    examples: Examples


@dataclass(slots=True)
class Hints:
    """What the pieces of a sentence tell of a lexicon (see wellspring.text.hints); plain data.

    `alone` are the lists that have a word, by its pieces. What is of several words has a number:
    it `starts` with some pieces and `ends` with others, and stands in the lists `kinds`, as bits.
    """

    kinds: list[int] = field(default_factory=list)
    alone: dict[str, int] = field(default_factory=dict)
    starts: dict[str, list[int]] = field(default_factory=dict)
    ends: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Lexicon:
    """The lists of editorial/lexicon/ by the first word of what they hold; plain data.

    A list is a bit, by its place in `names`. `things` are what there is, `signs` the bits of those
    lists whose words are no things that “it” could stand for; `doings` are what is done, by every
    form of the verb, with the form and the rest of the idiom; `endings` those of names of things.
    `hints` tell what a sentence may hold of all these.
    """

    names: list[str] = field(default_factory=list)
    signs: int = 0
    things: dict[str, Rests] = field(default_factory=dict)
    doings: dict[str, Idioms] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    hints: Hints = field(default_factory=Hints)

    def bits(self, names: tuple[str, ...]) -> int:
        """Return the bits of some lists, by their names."""
        found = 0
        for name in names:
            found |= 1 << self.names.index(name)
        return found


@dataclass(frozen=True, slots=True)
class Framed:
    """The frames of a rule, the words that fill them, and the names of excuses that they need not.

    A frame knows by itself what is denied, so that excuses for denials are not asked.
    """

    frames: tuple[Frame, ...]
    lexicon: Lexicon
    without: tuple[str, ...]
