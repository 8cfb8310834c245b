"""What the second reader says of a text: without a phrase of a rule, or against one.

Phrases and frames find what was foreseen. The second reader, a small network that labelled passages
have taught, finds what is said in other words, and knows a phrase that stands there by chance
(docs/decisions/0009). Called by check_rules.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from wellspring.model.reading import Reading, Sentence
from wellspring.model.rule import Rule
from wellspring.text.windows import Window, windows

if TYPE_CHECKING:
    from wellspring.text.network import Network, Read
    from wellspring.text.skimmer import Skimmer

NETWORK, SKIMMER = (Path(__file__).with_name(f"{name}.npz") for name in ("network", "skimmer"))
# The least first impression of a window, in logits, that is followed by a closer look; and how much
# the first counts beside the closer one.
NOTICED, FIRST = -2.0, 0.3
# The most windows of a text that are read closely, by their first impression, and once more as many
# for phrases in others; of ordinary texts with up to ten thousand words that is all.
MOST = 100
# How many of the pieces that weigh most are shown.
SHOWN = 3
Said = tuple[Rule, Sentence, tuple[int, int]]


class SecondReader:
    """Reads texts for the rules that trust it; its networks are fetched for the first of them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rule for rule in rules if rule.leaning)
        self.skimmer: Skimmer | None = None
        self.network: Network | None = None

    def read(self, reading: Reading) -> "Opinion":
        """Return what it says of a text."""
        return Opinion(self, list(windows(reading)) if self.rules else [])

    def fetched(self) -> tuple["Skimmer", "Network"]:
        """Return the networks; numpy takes a twentieth of a second, and builds never need it."""
        if self.skimmer is None or self.network is None:
            from wellspring.text.network import Network
            from wellspring.text.skimmer import Skimmer

            self.skimmer, self.network = Skimmer(SKIMMER), Network(NETWORK)
        return self.skimmer, self.network


class Opinion:
    """What the second reader says of one text, window by window.

    All windows are skimmed. Those that may break a rule, and those with a phrase, are read closely:
    what they come to is then said by both impressions together.
    """

    def __init__(self, reader: SecondReader, cut: Sequence[Window]) -> None:
        self.windows, self.rules = cut, list[Rule]()
        self.skims: dict[str, int] = {}
        self.read: dict[int, Read] = {}
        if not cut:
            return
        skimmer, self.network = reader.fetched()
        self.skimmed = skimmer.skim([each.text for each in cut])
        known = set(skimmer.rules).intersection(self.network.rules)
        self.rules = [rule for rule in reader.rules if rule.id in known]
        self.skims = {rule.id: skimmer.rules.index(rule.id) for rule in self.rules}
        self.reads = {rule.id: self.network.rules.index(rule.id) for rule in self.rules}
        # Each sentence is judged where it is read first.
        self.at = {
            sentence.number: number
            for number, window in enumerate(cut)
            for sentence in window.sentences[window.known :]
        }
        strong = {
            number: max(self.skimmed[number][self.skims[rule.id]] for rule in rules)
            for number in range(len(cut))
            if (rules := list(self.noticed(number, self.rules)))
        }
        self.look_at(sorted(sorted(strong, key=strong.__getitem__, reverse=True)[:MOST]))

    def noticed(self, number: int, rules: Iterable[Rule]) -> Iterator[Rule]:
        """Yield those of some rules that a window may break, at a first look."""
        for rule in rules:
            if self.skimmed[number][self.skims[rule.id]] >= NOTICED:
                yield rule

    def look_at(self, numbers: Sequence[int]) -> None:
        """Read some windows closely."""
        read = self.network.read([self.windows[number].text for number in numbers])
        self.read.update(zip(numbers, read, strict=True))

    def is_against(self, rule: Rule, sentence: Sentence) -> bool:
        """Tell whether a phrase of a rule says nothing in its sentence.

        Of a text with very many phrases the last ones are not refused.
        """
        if rule.id not in self.skims or rule.leaning is None:
            return False
        number = self.at[sentence.number]
        if number not in self.read:
            if len(self.read) >= 2 * MOST:
                return False
            self.look_at([number])
        return self.sum(number, rule) < rule.leaning.least

    def are_together(self, one: Sentence, other: Sentence) -> bool:
        """Tell whether a sentence stands in the window in which another one is judged."""
        return other in self.windows[self.at[one.number]].sentences

    def found(self, number: int) -> Iterator[Said]:
        """Yield the rules that a window breaks, each with the sentence and the words that do.

        Where a sentence that was judged in the window before is the likeliest, that has been said.
        """
        for rule in self.noticed(number, self.rules) if number in self.read else ():
            if rule.leaning and self.sum(number, rule) >= rule.leaning.enough:
                said = self.likeliest(number, rule)
                if self.at[said[1].number] == number:
                    yield said

    def sum(self, number: int, rule: Rule) -> float:
        """Return what a window that was read comes to, in logits, by both impressions."""
        closely = self.read[number].sums[self.reads[rule.id]]
        first = self.skimmed[number][self.skims[rule.id]]
        return float(FIRST * first + (1 - FIRST) * closely)

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
