"""The frames of all rules, with the lists that they name as bits; called by Rulebook."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wellspring.model.frame import Frame, Lexicon
from wellspring.model.rule import Rule
from wellspring.text.scan import Scanner

# How many mixtures of lists are remembered.
MOST_KNOWN = 10_000


@dataclass(frozen=True, slots=True)
class Sought:
    """A frame that a rule looks for; the lists that it names as bits."""

    rule: Rule
    frame: Frame
    does: int
    what: int
    who: int
    lacks: int
    beside: tuple[int, ...]
    near: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of some rules, with what finds the words that fill them.

    `known` remembers which may stand in a sentence that has words of some lists.
    """

    scanner: Scanner
    sought: tuple[Sought, ...]
    known: dict[int, tuple[Sought, ...]] = field(default_factory=dict)

    def likely(self, kinds: int) -> tuple[Sought, ...]:
        """Return the frames that may stand in a sentence with words of some lists."""
        found = self.known.get(kinds)
        if found is None:
            found = tuple(each for each in self.sought if may_stand(each, kinds))
            if len(self.known) < MOST_KNOWN:
                self.known[kinds] = found
        return found


def may_stand(sought: Sought, kinds: int) -> bool:
    """Tell whether a sentence has words of what is done, and of all that stands beside it."""
    done = not sought.does or bool(sought.does & kinds)
    return done and all(beside & kinds for beside in sought.beside)


def bind_frames(rules: Iterable[Rule]) -> Frames:
    """Return the frames of some rules."""
    lexicon, sought = Lexicon(), list[Sought]()
    for rule in rules:
        if rule.framed:
            lexicon = rule.framed.lexicon
            sought += [seek(rule, frame, lexicon) for frame in rule.framed.frames]
    return Frames(Scanner(lexicon), tuple(sought))


def seek(rule: Rule, frame: Frame, lexicon: Lexicon) -> Sought:
    """Return a frame with its lists as bits."""
    return Sought(
        rule,
        frame,
        does=lexicon.bits(frame.does),
        what=lexicon.bits(frame.what),
        who=lexicon.bits(frame.who),
        lacks=lexicon.bits(frame.lacks),
        beside=tuple(lexicon.bits(tuple(names.split("|"))) for names in frame.beside),
        near=tuple(lexicon.bits(tuple(names.split("|"))) for names in frame.near),
    )
