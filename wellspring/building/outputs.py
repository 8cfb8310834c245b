"""What the last build has written and what each file was made from; called by the writer.

A file may be taken from there only if nobody has touched it since: its size and its time of change,
to the nanosecond, are those that the build has seen.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.building.mentions import ANYTHING, UNKNOWN, Mentions, sources_in
from wellspring.building.records import Memory

NAME, SHOWING, MENTIONING = "outputs", "showing", "mentioning"
TEMPLATES, BODIES = "templates", "bodies"


@dataclass(frozen=True, slots=True)
class Output:
    """A file: what it is made from, its size and time of change as written, its SHA-256.

    `mentions`: where it shows what of articles.
    """

    made_from: bytes
    size: int
    changed: int
    sha256: str = ""
    mentions: Mentions = field(default_factory=dict)


@dataclass(slots=True)
class Outputs:
    """The files of the last build, below `before`, and those of this one as it goes on.

    `names` are what each template uses of all that it may be given; `one_place` tells of some
    whether they show a text's body in one place, and do nothing else with it; `showing` are the
    files that show each text's body, by its path.
    """

    before: Path
    known: dict[str, Output] = field(default_factory=dict)
    made_from: dict[str, bytes] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    one_place: dict[str, bool] = field(default_factory=dict)
    showing: dict[str, set[str]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, Mentions] = field(default_factory=dict)

    def is_as_before(self, path: str, made_from: bytes) -> bool:
        """Tell whether a file would be as the last build's, and note what it is made of."""
        self.made_from[path] = made_from
        old = self.known.get(path)
        if old is None or old.made_from != made_from or not self.is_untouched(path, old):
            return False
        self.kept.add(path)
        return True

    def is_untouched(self, path: str, old: Output) -> bool:
        """Tell whether the last build's file is as that build has left it."""
        try:
            seen = (self.before / path).stat()
        except OSError:
            return False
        return (seen.st_size, seen.st_mtime_ns) == (old.size, old.changed)

    def same_digests(self) -> dict[str, str]:
        """Return the SHA-256 of the files that are as they were."""
        return {path: self.known[path].sha256 for path in self.kept}

    @property
    def written(self) -> int:
        """Return how many pages and feeds were made anew."""
        return len(self.made_from) - len(self.kept)

    def seen_in(self, folder: Path) -> Iterator[tuple[str, Output]]:
        """Yield what this build has made, as it stands in a folder."""
        for path, made_from in self.made_from.items():
            stat = (folder / path).stat()
            sha256 = self.digests.get(path, "")
            mentions = self.mentions_in(path)
            yield path, Output(made_from, stat.st_size, stat.st_mtime_ns, sha256, mentions)

    def mentions_in(self, path: str) -> Mentions:
        """Return where a file of this build shows what of articles."""
        return self.known[path].mentions if path in self.kept else self.mentions.get(path, {})

    @property
    def are_known(self) -> bool:
        """Tell whether every file is known to show what it shows of articles."""
        return not any(ANYTHING.name(UNKNOWN) in self.mentions_in(path) for path in self.made_from)

    def mentioning(self) -> dict[str, list[str]]:
        """Return the files that show something of each article, by the path of its text."""
        found: dict[str, list[str]] = {}
        for path in self.made_from:
            for source in sources_in(self.mentions_in(path)):
                found.setdefault(source, []).append(path)
        return found


def recall_outputs(memory: Memory, output: Path) -> Outputs:
    """Return what the last build has written into a folder."""
    return Outputs(
        output,
        memory.load_parts(NAME, Output),
        names=memory.load(TEMPLATES, frozenset[str]),
        one_place=memory.load(BODIES, bool),
    )


def keep_outputs(memory: Memory, outputs: Outputs, folder: Path) -> None:
    """Remember what this build has written, for the next one."""
    memory.save_parts(NAME, dict(outputs.seen_in(folder)), outputs.known)
    memory.save(TEMPLATES, outputs.names)
    memory.save(BODIES, outputs.one_place)
    memory.save(SHOWING, outputs.showing)
    memory.save_parts(MENTIONING, outputs.mentioning(), {})


def place(old: Path, new: Path) -> None:
    """Put a file of the last build into this one: as the same file where the disk can."""
    with suppress(OSError):
        os.link(old, new)
        return
    shutil.copy2(old, new)


def place_all(paths: Iterable[str], before: Path, after: Path) -> None:
    """Put files of the last build into this one, by path."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (after / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        try:
            os.link(f"{before}/{path}", f"{after}/{path}")
        except OSError:
            shutil.copy2(before / path, after / path)
