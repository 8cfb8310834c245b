"""Whether a build would change anything: asked before Pelican is started.

Called by the build command. All that a build is made from has one name, which is worked out from
the files' bytes; how its output looks has another. While both are as the last build has left them,
and no moment has come at which time alone changes a page, there is nothing to do.
"""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.building.clock import build_day
from wellspring.building.fingerprint import (
    digest_of,
    digests_below,
    of_all,
    of_look,
    of_program,
    of_settings,
    of_tree,
)
from wellspring.building.records import STORE, Memory
from wellspring.building.settings_file import FAULTS, name_of_code, values_of

NAME, CONTENT = "last", "content"
# What settings say of folders, and what Pelican takes when they are silent.
FOLDERS = {"PATH": "content", "WELLSPRING_EDITORIAL": "editorial", "THEME": "theme"}
OVERRIDES = "THEME_TEMPLATES_OVERRIDES"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build is made from: a name for each file below content/, and one for all else.

    `rest` is empty where nobody can tell.
    """

    rest: bytes = b""
    content: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def name(self) -> bytes:
        """Return a name for all together, empty where nobody can tell."""
        return digest_of(self.rest, of_all(self.content)) if self.rest else b""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build was made from, how its output looks, and what there was to say of it.

    `rest` names what it was made from beside content/; `until` is when time alone changes
    something, in seconds since 1970; zero for never. `future` are the moments for which posts wait
    on the live site, the first one first.
    """

    made_from: bytes
    rest: bytes
    look: bytes
    until: float
    pages: int
    entries: int
    files: int
    warnings: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    future: tuple[str, ...] = ()


def inputs_of(settings_file: Path, output: Path) -> Inputs:
    """Return what a build is made from."""
    root = settings_file.parent
    try:
        values = values_of(settings_file)
        content = root / str(values.get("PATH", FOLDERS["PATH"]))
        others = [folder for folder in folders_of(root, values) if folder != content]
        rest = digest_of(
            of_program(),
            of_settings(values),
            name_of_code(root),
            *map(of_tree, others),
            build_day().isoformat(),
            os.fspath(output.resolve()),
        )
        return Inputs(rest, digests_below(content))
    except (OSError, *FAULTS):  # the build itself says what is wrong, and where
        return Inputs()


def folders_of(root: Path, values: Mapping[str, object]) -> list[Path]:
    """Return the folders that a build reads; one that is not there is part of a package."""
    named = [str(values.get(key, usual)) for key, usual in FOLDERS.items()]
    more = values.get(OVERRIDES, [])
    named += map(str, more) if isinstance(more, list | tuple) else []
    return [folder for folder in (root / name for name in named) if folder.is_dir()]


def recall_last(settings_file: Path, output: Path, inputs: Inputs) -> LastBuild | None:
    """Return the last build if all but the files below content/ is as it was then.

    So if its `made_from` is the inputs' name, one now would change nothing.
    """
    last = memory_of(settings_file).load(NAME, LastBuild).get("")
    if last is None or not inputs.rest or last.rest != inputs.rest:
        return None
    if last.until and last.until <= time.time():
        return None
    try:
        return last if last.look == of_look(output) else None
    except OSError:
        return None


def keep_last(settings_file: Path, last: LastBuild, content: Mapping[str, bytes]) -> None:
    """Remember a build whose output is in its place, and the files below content/."""
    memory = memory_of(settings_file)
    memory.save(CONTENT, content)
    memory.save(NAME, {"": last})


def changed_since(settings_file: Path, inputs: Inputs) -> set[str]:
    """Return which files below content/ are new, gone, or others than in the last build."""
    before = memory_of(settings_file).load(CONTENT, bytes)
    paths = before.keys() | inputs.content.keys()
    return {path for path in paths if before.get(path) != inputs.content.get(path)}


def memory_of(settings_file: Path) -> Memory:
    """Return where builds with these settings are remembered."""
    return Memory(settings_file.parent / STORE / settings_file.stem, b"")
