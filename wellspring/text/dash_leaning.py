"""Weigh a hyphen by what stories have taught; called by dash_clauses."""

from wellspring.model.importing import DashWords
from wellspring.text.dash_rows import rows_of
from wellspring.text.weighing import Place

# How much the rules count beside what was learned, and at most; and how much is added, for a
# missed dash is as bad as a broken compound, while what was learned from holds more compounds.
RULES, MOST, SHIFT = 0.4, 7.0, 1.0
# Where rules are sure, nothing learned is asked.
SURE, SURELY = -9.0, 7.0


def lean(place: Place, words: DashWords) -> float:
    """Return how far a hyphen leans to a dash, in logits."""
    weights = words.learned.leaning
    return words.learned.start + sum(
        weights[row] for row in rows_of(place, words) if row in weights
    )


def leaned(weight: float, place: Place, words: DashWords) -> float:
    """Return a weight of the rules together with what was learned."""
    if weight <= SURE or weight >= SURELY:
        return weight
    if words.joints:
        text = f"{place.before}{place.left}-{place.right}{place.behind}"
        found = words.joints.weigh(text, len(place.before) + len(place.left))
        return found + RULES * max(-MOST, min(MOST, weight))
    return lean(place, words) + RULES * max(-MOST, min(MOST, weight)) + SHIFT
