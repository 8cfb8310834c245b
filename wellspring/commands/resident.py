"""Build again and again in one process: after a save that changes a body, only what shows it.

Called by livereload. Any other change, another day or the moment for which a post waits: all is
built as `invoke build` does, from what was kept.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from wellspring.audit.manifest import REPORT
from wellspring.audit.written import files_below
from wellspring.building.clock import build_day
from wellspring.building.edits import with_bodies
from wellspring.building.fingerprint import below
from wellspring.building.last import folders_of, inputs_of
from wellspring.building.lock import only_build
from wellspring.building.site import Site
from wellspring.commands.build import Built, build
from wellspring.commands.proof import first_scheduled, prove_changed, write_report_beside
from wellspring.plugins.resident import Resident
from wellspring.text.files import is_ignored

Look = dict[str, tuple[int, int, int]]


def no_more() -> None:
    """Do nothing, for who need not be told."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was written after a change of bodies, and how soon the pages were there."""

    files: tuple[str, ...]
    texts: tuple[str, ...]
    seconds: float


@dataclass(slots=True)
class ResidentBuild:
    """A blog that is built whenever it changes, and what its last build has left in memory."""

    settings_file: Path
    output: Path
    look: Look = field(default_factory=dict)
    built: Built | None = None
    resident: Resident = field(default_factory=Resident)
    day: date | None = None
    until: float = 0

    def rebuild(self, shown: Callable[[], None] = no_more) -> Built | Refreshed:
        """Build what has changed, and call `shown` as soon as it can be looked at.

        Raises what a build raises; then the next one builds all.
        """
        before, self.look = self.look, look_at(self.settings_file.parent, self.folders)
        changed = sorted(
            path
            for path in before.keys() | self.look.keys()
            if before.get(path) != self.look.get(path)
        )
        if self.is_same_time() and (refreshed := self.refresh(changed, shown)):
            return refreshed
        built = self.build()
        shown()
        return built

    @property
    def site(self) -> Site | None:
        """Return the site as it was built last, if it could be."""
        return self.built.ground.site if self.built and self.built.ground else None

    @property
    def editorial(self) -> Path:
        """Return where the house style is."""
        settings = self.built.ground.settings if self.built and self.built.ground else {}
        return self.settings_file.parent / str(settings.get("WELLSPRING_EDITORIAL", "editorial"))

    @property
    def folders(self) -> list[Path]:
        """Return the folders that the blog is built from."""
        settings = self.built.ground.settings if self.built and self.built.ground else {}
        return folders_of(self.settings_file.parent, settings)

    def is_same_time(self) -> bool:
        """Tell whether time alone has changed nothing since all was built."""
        return self.day == build_day() and not (self.until and self.until <= time.time())

    def build(self) -> Built:
        """Build all, and keep it in memory."""
        self.built, self.resident, self.day = None, Resident(), build_day()
        inputs = inputs_of(self.settings_file, self.output)
        file, output = self.settings_file, self.output
        built = build(file, output, inputs=inputs, resident=self.resident)
        if built.ground:
            self.until = first_scheduled(built.ground.site, built.ground.settings)
        self.built = built
        return built

    def refresh(self, changed: list[str], shown: Callable[[], None]) -> Refreshed | None:
        """Write what shows some bodies; None if more than these has changed."""
        started = time.perf_counter()
        built, self.built = self.built, None
        if built is None or built.ground is None or not built.ground.warm.lasting:
            return None
        site = with_bodies(built.ground.site, changed, self.settings_file.parent)
        if site is None:
            return None
        with only_build(self.output):
            ground = replace(built.ground, site=site)
            files: list[str] = []
            with beside(self.output) as folder:
                contents = self.resident.rewrite(site, changed, folder)
                first = None if contents is None else prove_changed(folder, ground, changed)
                if contents is None or first is None or not is_part_of(folder, self.output):
                    return None
                files += take_place(folder, self.output)
            seconds = time.perf_counter() - started
            shown()
            with beside(self.output) as folder:
                self.resident.follow(contents, folder)
                second = prove_changed(folder, first)
                if second is None or not is_part_of(folder, self.output):
                    return None
                write_report_beside(folder, second)
                files += take_place(folder, self.output)
        second.warm.search.keep()
        self.built = replace(built, ground=second)
        return Refreshed(tuple(files), tuple(changed), seconds)


def look_at(root: Path, folders: Iterable[Path]) -> Look:
    """Return how the files look that a blog is built from, by path, without opening them."""
    look = {file.name: seen_of(file.stat()) for file in root.glob("*.py")}
    for folder in folders:
        name = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)
        for path, seen in below(os.fspath(folder)):
            if not any(map(is_ignored, path.split("/"))):
                look[f"{name}/{path}"] = seen_of(seen)
    return look


def seen_of(seen: os.stat_result) -> tuple[int, int, int]:
    """Return what of a file's state is another when it has been written."""
    return (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


@contextmanager
def beside(output: Path) -> Iterator[Path]:
    """Give an empty folder on the output's own file system; a killed one is cleared by a build."""
    with tempfile.TemporaryDirectory(prefix=f".{output.name}-new-", dir=output.parent) as folder:
        yield Path(folder)


def is_part_of(folder: Path, output: Path) -> bool:
    """Tell whether every file of a folder has one of its name in the output."""
    return all((output / path).is_file() for path in files_below(folder))


def take_place(folder: Path, output: Path) -> Iterator[str]:
    """Put files in the place of the output's own, the report last; yield those that differ."""
    for path in sorted(files_below(folder), key=lambda path: (path == REPORT, path)):
        new, old = folder / path, output / path
        if new.read_bytes() != old.read_bytes():
            new.replace(old)
            yield path
