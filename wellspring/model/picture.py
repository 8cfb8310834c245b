"""A picture under content/images/, as pages need to know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Width and height in CSS pixels; 0 for a drawing that states none."""

    width: int
    height: int
