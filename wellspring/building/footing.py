"""What the amending of a build goes by: where things are, and how its texts were rendered.

Kept by the build command for the next one. There is none where nobody can tell which files show a
body and how: in a build of the live site, whose search index is part of it, or with templates that
do more with a body than show it.
"""

from dataclasses import dataclass
from pathlib import Path

from wellspring.building.last import memory_of
from wellspring.text.typography import Typography

NAME = "footing"
CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Footing:
    """What a build stood on: its records' key, folders, readers; `looked_for` as in Rendering.

    Its texts are in content/.
    """

    key: bytes
    looked_for: bytes
    editorial: str
    theme: str
    regions: tuple[str, ...]
    language: str
    address: str
    typography: Typography


def recall_footing(settings_file: Path) -> Footing | None:
    """Return what the last build stood on, if it can be amended."""
    return memory_of(settings_file).load(NAME, Footing).get("")


def keep_footing(settings_file: Path, footing: Footing | None) -> None:
    """Remember what a build stood on, or that it cannot be amended."""
    memory_of(settings_file).save(NAME, {"": footing} if footing else {})
