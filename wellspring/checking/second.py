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

NETWORK = Path(__file__).with_name("network.npz")
# How many of the pieces that weigh most are shown.
SHOWN = 3
Said = tuple[Rule, Sentence, tuple[int, int]]


class SecondReader:
    """Reads texts for the rules that trust it; its network is fetched for the first of them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rule for rule in rules if rule.leaning)
        self.network: Network | None = None

    def read(self, reading: Reading) -> "Opinion":
        """Return what it says of a text."""
        cut = list(windows(reading)) if self.rules else []
        network = self.fetched() if cut else None
        return Opinion(network, self.rules, cut)

    def fetched(self) -> "Network":
        """Return the network; it takes a twentieth of a second, and builds never need it."""
        if self.network is None:
            from wellspring.text.network import Network

            self.network = Network(NETWORK)
        return self.network


class Opinion:
    """What the second reader says of one text, window by window."""

    def __init__(
        self, network: "Network | None", rules: Sequence[Rule], cut: Sequence[Window]
    ) -> None:
        self.windows = cut
        self.read: Sequence[Read] = network.read([each.text for each in cut]) if network else ()
        known = network.rules if network else ()
        self.places = {rule.id: known.index(rule.id) for rule in rules if rule.id in known}
        self.rules = [rule for rule in rules if rule.id in self.places]
        # Each sentence is judged where it is read first.
        self.at = {
            sentence.number: number
            for number, window in enumerate(cut)
            for sentence in window.sentences[window.known :]
        }

    def is_against(self, rule: Rule, sentence: Sentence) -> bool:
        """Tell whether a phrase of a rule says nothing in its sentence."""
        if rule.id not in self.places or rule.leaning is None:
            return False
        return self.sum(self.at[sentence.number], rule) < rule.leaning.least

    def are_together(self, one: Sentence, other: Sentence) -> bool:
        """Tell whether a sentence stands in the window in which another one is judged."""
        return other in self.windows[self.at[one.number]].sentences

    def found(self, number: int) -> Iterator[Said]:
        """Yield the rules that a window breaks, each with the sentence and the words that do.

        Where a sentence that was judged in the window before is the likeliest, that has been said.
        """
        for rule in self.rules:
            if rule.leaning and self.sum(number, rule) >= rule.leaning.enough:
                said = self.likeliest(number, rule)
                if self.at[said[1].number] == number:
                    yield said

    def sum(self, number: int, rule: Rule) -> float:
        """Return what a window comes to for a rule, in logits."""
        return float(self.read[number].sums[self.places[rule.id]])

    def likeliest(self, number: int, rule: Rule) -> Said:
        """Return the sentence of a window that speaks most for a rule, with its words."""
        window, read = self.windows[number], self.read[number]
        # The first piece stands for the text as a whole.
        shares = read.shares(self.places[rule.id])[1:]
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
