"""Weigh a hyphen by its sentence, which networks read; called by dash_clauses."""

from wellspring.model.importing import DashWords
from wellspring.text.weighing import Place

# How much the rules count beside the network, and at most.
RULES, MOST = 0.4, 7.0
# Where rules are sure, nobody else is asked.
SURE, SURELY = -9.0, 7.0


def leaned(weight: float, place: Place, words: DashWords) -> float:
    """Return a weight of the rules together with what the network says, if they are not sure."""
    if weight <= SURE or weight >= SURELY or words.joints is None:
        return weight
    text = f"{place.before}{place.left}-{place.right}{place.behind}"
    said = words.joints.weigh(text, len(place.before) + len(place.left))
    if said is None:
        return weight
    return said + RULES * max(-MOST, min(MOST, weight))
