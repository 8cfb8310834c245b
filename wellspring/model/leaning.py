"""What rows of words say for or against a rule, as labelled passages have taught it.

Loaded by wellspring.house.leanings, weighed by wellspring.checking.leaning.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaning:
    """One file of editorial/leanings/: how much each row of words speaks for a rule, or against.

    A sentence leans to the rule by `start` and what its rows weigh, in logits. From `enough` on it
    is found without any phrase of the rule; a phrase in a sentence that leans less than `least` is
    not reported. Rules whose findings are errors have no `least`: what could hurt is not silenced.
    """

    start: float
    enough: float
    least: float
    rows: dict[str, float]
