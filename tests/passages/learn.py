"""Learn how far to trust the second reader: `python -m tests.passages.learn` writes leanings/.

Some sets that neither the rules' writers nor the network have read tell how much it must come to
without a phrase, and with one: a logistic regression of what the network says and whether a phrase
was found, for all rules together and, shrunk, for each. The other unread sets measure what
comes out. Needs scikit-learn (`pip install ".[learn]"`), which nothing else does. See
docs/decisions/0009.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.passages.score import EDITORIAL, passages
from tests.small_rules import reading_of
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.checking.rules import check_rules
from wellspring.checking.second import NETWORK, SKIMMERS, SecondReader
from wellspring.commands.report import say
from wellspring.house.rules import load_rules
from wellspring.model.leaning import Leaning
from wellspring.model.rule import Rule
from wellspring.text.network import Network
from wellspring.text.skimmer import Skimmers

CALIBRATING = tuple(f"unseen-{letter}" for letter in "ceghjklmnopq")
SHRINKING, PHRASE = 0.4, 3.0
# How likely a careful editor must be to agree: to what no phrase says; to a phrase; to a phrase of
# a rule whose findings are errors, which may hurt somebody.
ALONE, WITH, ERROR = 0.65, 0.45, 0.35
# What no text comes to; how far above a clean example is far enough.
NOTHING, MARGIN = -99.0, 0.1
# The least first impressions that may be looked at closely, of which each rule gets one: that at
# which most is gained, where a false alarm costs what two claims are worth. How much is enough is
# learned from what the highest of them notices: what is hardly noticed is all but always harmless,
# and would teach nothing else.
GLANCES, FALSE = (-2.0, -2.5, -3.0, -3.5, -4.0, -4.5), 2.0
WHAT = "How far the second reader is trusted about {}, in logits."


@dataclass
class Passage:
    """A passage: what its windows come to, its labels, and what phrases find in it.

    Of rules that nothing points to, neither a phrase nor a first look, it has no sum. `firsts` are
    the first impressions behind the sums.
    """

    sums: dict[str, float]
    firsts: dict[str, float]
    found: set[str]
    labels: set[str]
    unsure: set[str]


def main() -> None:
    """Learn, and write a file for each rule."""
    rules = tuple(replace(rule, leaning=None) for rule in load_rules(EDITORIAL))
    names = set(Network(NETWORK).rules) & set(Skimmers(SKIMMERS).rules)
    book = bind_rules(rules)
    lowest = Leaning(0, 0, min(GLANCES))
    learnt = [replace(rule, leaning=lowest) for rule in rules if rule.id in names]
    reader = SecondReader(learnt)
    judging = [read_passage(each, book, reader) for name in CALIBRATING for each in passages(name)]
    for rule, (enough, least) in zip(learnt, bars_of(learnt, judging), strict=True):
        most = max(enough, above_clean(rule, book, reader))
        write(rule.id, Leaning(most, least, glance_of(rule.id, most, judging)))
    say(f"Learned {len(learnt)} leanings from {len(judging):,} passages.")


def read_passage(passage: dict[str, object], book: Rulebook, reader: SecondReader) -> Passage:
    """Return a passage as it is read."""
    text = str(passage["text"])
    reading = reading_of(text)
    found = {finding.rule for finding in check_rules(reading, book)}
    opinion = reader.read(reading)
    sums: dict[str, float] = {}
    firsts: dict[str, float] = {}
    for number in range(len(opinion.windows)):
        noticed = opinion.noticed(number)
        for rule in opinion.rules:
            if rule in noticed or rule.id in found:
                if number not in opinion.read:
                    opinion.look_at([number])
                said = opinion.sum(number, rule)
                if said >= sums.get(rule.id, said):
                    sums[rule.id], firsts[rule.id] = said, opinion.first(number, rule)
    labels, unsure = (set(map(str, passage.get(key, ()))) for key in ("rules", "unsure"))  # type: ignore[call-overload]
    return Passage(sums, firsts, found, labels, unsure)


def glance_of(rule: str, enough: float, some: list[Passage]) -> float:
    """Return the least first impression for a rule that is worth a closer look."""

    def worth(glance: float) -> float:
        seen = [
            each
            for each in some
            if each.firsts.get(rule, NOTHING) >= glance and each.sums[rule] >= enough
        ]
        right = sum(rule in each.labels for each in seen)
        wrong = sum(rule not in each.labels | each.unsure for each in seen)
        return right - FALSE * wrong

    return max(GLANCES, key=lambda glance: (worth(glance), glance))


def above_clean(rule: Rule, book: Rulebook, reader: SecondReader) -> float:
    """Return what is more than any of a rule's own clean examples comes to."""
    some = [read_passage({"text": text}, book, reader) for text in rule.examples.clean]
    return max((each.sums.get(rule.id, NOTHING) for each in some), default=NOTHING) + MARGIN


def bars_of(rules: list[Rule], some: list[Passage]) -> list[tuple[float, float]]:
    """Return for each rule how much is enough, and the least with a phrase."""
    rows, labels = [], []
    for place, rule in enumerate(rules):
        for each in some:
            found = rule.id in each.found
            seen = found or each.firsts.get(rule.id, NOTHING) >= max(GLANCES)
            if seen and rule.id in each.sums and rule.id not in each.unsure:
                rows.append(parts(each.sums[rule.id], found, place, len(rules)))
                labels.append(rule.id in each.labels)
    model = LogisticRegression(C=1.0, max_iter=5000).fit(np.array(rows), labels)
    bars = []
    for place, rule in enumerate(rules):
        zero, phrase, unit = (
            float(model.decision_function([parts(said, found, place, len(rules))])[0])
            for said, found in ((0.0, False), (0.0, True), (1.0, False))
        )
        slope, likely = unit - zero, ERROR if rule.severity == "error" else WITH
        bars.append(((logit(ALONE) - zero) / slope, (logit(likely) - phrase) / slope))
    return bars


def logit(likely: float) -> float:
    """Return how likely something is in logits."""
    return float(np.log(likely / (1 - likely)))


def parts(said: float, found: bool, place: int, count: int) -> np.ndarray:  # noqa: FBT001
    """Return what is known of a passage, for all rules and once more for its own."""
    own = np.zeros(3 * count)
    own[3 * place : 3 * place + 3] = SHRINKING * np.array([said, PHRASE * found, PHRASE])
    return np.concatenate([[said, PHRASE * found], own])


def write(rule: str, leaning: Leaning) -> None:
    """Write the leaning of a rule."""
    folder = Path(EDITORIAL) / "leanings"
    folder.mkdir(exist_ok=True)
    numbers = [f"{key} = {getattr(leaning, key):.2f}" for key in ("enough", "least", "noticed")]
    lines = [f'what = "{WHAT.format(rule)}"', *numbers, ""]
    (folder / f"{rule}.toml").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
