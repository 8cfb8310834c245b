"""How far the second reader is trusted about a rule.

Loaded by wellspring.house.leanings, asked by wellspring.checking.second.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaning:
    """One file of editorial/leanings/: what a text must come to for a rule, in logits.

    From `enough` on the second reader's word is enough, without any phrase of the rule; a phrase
    in a text that comes to less than `least` is not reported. What could hurt a reader is silenced
    less easily: rules whose findings are errors have a lower `least`.

    From `noticed` on a first look is followed by a closer one. It is lower for a rule that is often
    broken in words that the first look hardly sees.
    """

    enough: float
    least: float
    noticed: float
