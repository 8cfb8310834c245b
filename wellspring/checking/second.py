"""What the second reader says of a text: without a phrase of a rule, or against one.

Phrases and frames find what was foreseen. The second reader, networks that labelled passages
have taught, finds what is said in other words, and knows a phrase that stands there by chance
(docs/decisions/0009). Called by check_rules.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from wellspring.model.reading import Reading, Sentence
from wellspring.model.rule import Rule
from wellspring.text.windows import Window, windows

if TYPE_CHECKING:
    from wellspring.text.network import Network, Read
    from wellspring.text.skimmer import Skimmers

NETWORK, *SKIMMERS = (
    Path(__file__).with_name(f"{name}.npz") for name in ("network", "skimmer", "skimmer_too")
)
# How much the first impression of a window counts beside the closer one.
FIRST = 0.3
# The most windows of a text that are read closely for their first impression; with those that hold
# phrases it may be twice as many. For ten thousand words of an ordinary text that is enough.
MOST = 60
# How many of the pieces that weigh most are shown.
SHOWN = 3
Said = tuple[Rule, Sentence, tuple[int, int]]


class SecondReader:
    """Reads texts for the rules that trust it; its networks are fetched for the first of them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rule for rule in rules if rule.leaning)
        self.skimmers: Skimmers | None = None
        self.network: Network | None = None

    def read(self, reading: Reading, settled: Collection[str] = ()) -> "Opinion":
        """Return what it says of a text for all rules but those that are settled, by their ids."""
        rules = [rule for rule in self.rules if rule.id not in settled]
        return Opinion(self, rules, list(windows(reading)) if rules else [])

    def fetched(self) -> tuple["Skimmers", "Network"]:
        """Return the networks; numpy takes a twentieth of a second, and builds never need it."""
        if self.skimmers is None or self.network is None:
            from wellspring.text.network import Network
            from wellspring.text.skimmer import Skimmers

            self.skimmers, self.network = Skimmers(SKIMMERS), Network(NETWORK)
        return self.skimmers, self.network


class Opinion:
    """What the second reader says of one text, window by window.

    All windows are skimmed. Those that may break a rule, and those with a phrase, are read closely:
    what they come to is then said by both impressions together.
    """

    def __init__(self, reader: SecondReader, rules: Iterable[Rule], cut: Sequence[Window]) -> None:
        self.windows, self.rules = cut, list[Rule]()
        self.skims: dict[str, int] = {}
        self.read: dict[int, Read] = {}
        if not cut:
            return
        skimmers, self.network = reader.fetched()
        self.skimmed = skimmers.skim([each.text for each in cut])
        skimmed = skimmers.rules
        known = set(skimmed).intersection(self.network.rules)
        self.rules = [rule for rule in rules if rule.id in known]
        self.skims = {rule.id: skimmed.index(rule.id) for rule in self.rules}
        self.reads = {rule.id: self.network.rules.index(rule.id) for rule in self.rules}
        # Each sentence is judged where it is read first.
        self.at = {
            sentence.number: number
            for number, window in enumerate(cut)
            for sentence in window.sentences[window.known :]
        }
        noticed = [number for number in range(len(cut)) if self.noticed(number)]
        self.look_at(sorted(sorted(noticed, key=self.strength, reverse=True)[:MOST]))

    def noticed(self, number: int) -> list[Rule]:
        """Return the rules that a window may break, at a first look."""
        return [
            rule
            for rule in self.rules
            if rule.leaning and self.first(number, rule) >= rule.leaning.noticed
        ]

    def strength(self, number: int) -> float:
        """Return the strongest first impression that a window makes, above what is noticed."""
        return max(
            self.first(number, rule) - rule.leaning.noticed for rule in self.rules if rule.leaning
        )

    def first(self, number: int, rule: Rule) -> float:
        """Return what a window comes to for a rule at a first look, in logits."""
        return float(self.skimmed[number][self.skims[rule.id]])

    def look_at(self, numbers: Sequence[int]) -> None:
        """Read some windows closely."""
        read = self.network.read([self.windows[number].text for number in numbers])
        self.read.update(zip(numbers, read, strict=True))

    def is_against(self, rule: Rule, sentence: Sentence, end: int) -> bool:
        """Tell whether a phrase of a rule, up to `end` in its sentence, says nothing there.

        What has not been read closely so far is not refused: not in a very long sentence, nor
        behind very many other phrases.
        """
        if rule.id not in self.skims or rule.leaning is None:
            return False
        number = self.at[sentence.number]
        if number not in self.read and len(self.read) < 2 * MOST:
            self.look_at([number])
        if number not in self.read:
            return False
        window = self.windows[number]
        start = window.starts[window.sentences.index(sentence)]
        seen = start + end <= self.read[number].places[-1]
        return seen and self.sum(number, rule) < rule.leaning.least

    def are_together(self, one: Sentence, other: Sentence) -> bool:
        """Tell whether a sentence stands in the window in which another one is judged."""
        return other in self.windows[self.at[one.number]].sentences

    def found(self, number: int) -> Iterator[Said]:
        """Yield the rules that a window breaks, each with the sentence and the words that do.

        Where the likeliest sentence was judged in the window before, that has been said.
        """
        for rule in self.judged(number):
            if rule.leaning and self.sum(number, rule) >= rule.leaning.enough:
                said = self.likeliest(number, rule)
                first = self.at[said[1].number]
                if first == number or rule not in self.judged(first):
                    yield said

    def judged(self, number: int) -> list[Rule]:
        """Return the rules for which a window was noticed and then read closely."""
        return self.noticed(number) if number in self.read else []

    def sum(self, number: int, rule: Rule) -> float:
        """Return what a window that was read comes to, in logits, by both impressions."""
        closely = float(self.read[number].sums[self.reads[rule.id]])
        return FIRST * self.first(number, rule) + (1 - FIRST) * closely

    def likeliest(self, number: int, rule: Rule) -> Said:
        """Return the sentence of a window that speaks most for a rule, with its words."""
        window, read = self.windows[number], self.read[number]
        # The first piece stands for the text as a whole.
        shares = read.shares(self.reads[rule.id])[1:]
        ranked: list[tuple[float, Said]] = []
        for sentence, start in zip(window.sentences, window.starts, strict=True):
            stop = start + len(sentence.text)
            own = [
                (float(share), place - start)
                for share, place in zip(shares, read.places[1:], strict=True)
                if start <= place < stop and share > 0
            ]
            said = rule, sentence, words_at(own, sentence.text)
            ranked.append((sum(share for share, _ in own), said))
        return max(ranked, key=itemgetter(0))[1]


def words_at(shares: Sequence[tuple[float, int]], text: str) -> tuple[int, int]:
    """Return the first character and past the last of the words that have most of the shares."""
    said = [each for each in shares if text[each[1]].isalnum()]
    most = sorted(said, reverse=True)[:SHOWN]
    if not most:
        return 0, len(text)
    first, last = (pick(place for _, place in most) for pick in (min, max))
    end = text.find(" ", last)
    return first, len(text[: end if end >= 0 else len(text)].rstrip(".,;:!?"))
