"""Whether a build would change anything: asked before Pelican is started.

Called by the build command. All that a build is made from has one name, which is worked out from
the files' bytes; how its output looks has another. While both are as the last build has left them,
and no moment has come at which time alone changes a page, there is nothing to do.
"""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wellspring.building.clock import build_day
from wellspring.building.fingerprint import digest_of, of_look, of_program, of_settings, of_tree
from wellspring.building.records import STORE, Memory
from wellspring.building.settings_file import FAULTS, name_of_code, values_of

NAME = "last"
# What settings say of folders, and what Pelican takes when they are silent.
FOLDERS = {"PATH": "content", "WELLSPRING_EDITORIAL": "editorial", "THEME": "theme"}
OVERRIDES = "THEME_TEMPLATES_OVERRIDES"


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build was made from, how its output looks, and what there was to say of it.

    `until` is when time alone changes something, in seconds since 1970; zero for never.
    """

    made_from: bytes
    look: bytes
    until: float
    pages: int
    entries: int
    files: int
    warnings: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()


def name_of_inputs(settings_file: Path, output: Path) -> bytes:
    """Return a name for all that a build is made from; an empty one where nobody can tell."""
    root = settings_file.parent
    try:
        values = values_of(settings_file)
        return digest_of(
            of_program(),
            of_settings(values),
            name_of_code(root),
            *map(of_tree, folders_of(root, values)),
            build_day().isoformat(),
            os.fspath(output.resolve()),
        )
    except (OSError, *FAULTS):  # the build itself says what is wrong, and where
        return b""


def folders_of(root: Path, values: Mapping[str, object]) -> list[Path]:
    """Return the folders that a build reads; one that is not there is part of a package."""
    named = [str(values.get(key, usual)) for key, usual in FOLDERS.items()]
    more = values.get(OVERRIDES, [])
    named += map(str, more) if isinstance(more, list | tuple) else []
    return [folder for folder in (root / name for name in named) if folder.is_dir()]


def recall_last(settings_file: Path, output: Path, made_from: bytes) -> LastBuild | None:
    """Return the last build if one from these inputs would change nothing."""
    last = memory_of(settings_file).load(NAME, LastBuild).get("")
    if last is None or not made_from or last.made_from != made_from:
        return None
    if last.until and last.until <= time.time():
        return None
    try:
        return last if last.look == of_look(output) else None
    except OSError:
        return None


def keep_last(settings_file: Path, last: LastBuild) -> None:
    """Remember a build whose output is in its place."""
    memory_of(settings_file).save(NAME, {"": last})


def memory_of(settings_file: Path) -> Memory:
    """Return where builds with these settings are remembered."""
    return Memory(settings_file.parent / STORE / settings_file.stem, b"")
