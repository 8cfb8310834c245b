"""All that one build takes over from the last; made by the build command, used by the adapters.

What everything depends on together (program, packages, settings and their files, theme) is in the
key of what is kept, so that any change there starts from nothing. What single texts and pages
depend on is in their own names (texts.py, outputs.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wellspring.building.fingerprint import (
    digest_of,
    of_files,
    of_program,
    of_settings,
    of_tree,
)
from wellspring.building.judgements import Judgements, recall_judgements
from wellspring.building.outputs import Outputs, keep_outputs, recall_outputs
from wellspring.building.readings import Readings, recall_readings
from wellspring.building.records import STORE, Memory
from wellspring.building.relations import Relations, recall_relations
from wellspring.building.search_pages import NAME as SEARCH
from wellspring.building.search_pages import SearchPages
from wellspring.building.settings_file import name_of_code
from wellspring.building.texts import Texts, keep_texts, recall_texts
from wellspring.text.library import Library

# Parts of the house style that words of texts are looked for by.
IN_TEXTS = ("drugs/*.toml", "topics/*.toml")
# Parts of the house style that articles are decided and judged by.
DECIDING = (
    "categories/*.toml",
    "crisis-lines/*.toml",
    "disclaimers/*.toml",
    "standards/*.toml",
    *IN_TEXTS,
)
# Settings that say where to build, not what.
PLACES = ("OUTPUT_PATH",)


@dataclass(slots=True)
class Warm:
    """What is kept of the last build, and what this one keeps for the next."""

    memory: Memory
    outputs: Outputs
    texts: Texts
    readings: Readings
    search: SearchPages
    judgements: Judgements
    relations: Relations
    lasting: bool = True

    def keep(self, output: Path, library: Library) -> None:
        """Remember this build, whose output has been put into its place."""
        self.search.keep()
        if not self.lasting:
            return
        self.judgements.keep(self.memory)
        self.relations.keep(self.memory)
        self.readings.keep(self.memory, library)
        keep_outputs(self.memory, self.outputs, output)
        keep_texts(self.memory, self.texts)


def recall(root: Path, name: str, output: Path, settings: Mapping[str, Any]) -> Warm:
    """Return what the last build of the blog at `root` has left for this one.

    `name` tells builds with different settings files apart; `output` is where its files are.
    """
    key = digest_of(
        of_program(),
        of_settings(settings, PLACES),
        *map(of_tree, theme_folders(settings)),
        name_of_code(root),
        str(output.resolve()),
    )
    memory = Memory(root / STORE / name, key)
    editorial = root / str(settings.get("WELLSPRING_EDITORIAL", "editorial"))
    words = of_files(editorial, IN_TEXTS)
    return Warm(
        memory,
        recall_outputs(memory, output),
        recall_texts(memory, words),
        recall_readings(memory, words),
        SearchPages(memory.folder / SEARCH, key),
        recall_judgements(memory, of_files(editorial, DECIDING)),
        recall_relations(memory),
    )


def theme_folders(settings: Mapping[str, Any]) -> list[Path]:
    """Return the theme's folder, and those whose templates stand in for the theme's."""
    return [Path(settings["THEME"]), *map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", []))]


def from_nothing(root: Path, name: str, output: Path) -> Warm:
    """Return what a build goes by that takes nothing over, and leaves only what is searched."""
    memory = Memory(root / STORE / name, b"")
    pages = SearchPages(memory.folder / SEARCH)
    return Warm(
        memory,
        Outputs(output),
        Texts(),
        Readings(),
        pages,
        Judgements(),
        Relations(),
        lasting=False,
    )
