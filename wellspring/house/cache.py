"""House rules as they were last read, so that a command need not compile hundreds of expressions.

Called by the commands that must start quickly. What is kept is named by the bytes of all files it
was made from, by the program's own and by Python's version: whatever changes, it is made anew. It
lies in .build/, as data that no program is made from (see store).
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from wellspring.house.plain import from_plain, to_plain
from wellspring.house.plain_rules import Fetch, Rules, bound, rules_from_plain, rules_to_plain
from wellspring.house.store import read_kept, write_kept
from wellspring.house.style import HouseStyle

Loaded = TypeVar("Loaded")
PROGRAM = Path(__file__).parent.parent
PARTS = ("house", "model", "text")
RULE_FOLDERS = ("excuses", "leanings", "lexicon", "rules", "vocabulary")
KEPT = 4
# Whatever there is to say of bytes that are no such file.
DAMAGED = (OSError, LookupError, ValueError, TypeError, AttributeError, RecursionError, MemoryError)


class Tell(Protocol):
    """What is called before something is loaded."""

    def __call__(self, *, first: bool) -> None:
        """Say so; `first` if nothing of its kind was kept."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Loaded]):
    """Something to keep: how it is loaded, and how it becomes plain data and pieces, and back.

    `holds` tells whether a file, by its folder within editorial/, is part of it.
    """

    name: str
    holds: Callable[[str], bool]
    load: Callable[[Path], Loaded]
    pack: Callable[[Loaded], tuple[Any, list[bytes]]]
    unpack: Callable[[Any, Fetch], Loaded]


def silent(*, first: bool) -> None:
    """Tell nobody."""


def kept_house(root: Path, store: Path) -> HouseStyle:
    """Return the house style at `root`, editorial/, but its rules. Raises HouseStyleError."""
    return load_kept(
        Kind(
            "house",
            lambda folder: folder not in RULE_FOLDERS,
            load_house,
            lambda house: (to_plain(house), []),
            lambda data, _: whole_house(from_plain(data)),
        ),
        root,
        store,
    )


def kept_rules(root: Path, store: Path, tell: Tell = silent) -> Rules:
    """Return the rules of the house style at `root`, editorial/. Raises HouseStyleError.

    To read them anew takes seconds: `tell` is called before, so that whoever waits can be told.
    """
    kind = Kind("rules", RULE_FOLDERS.__contains__, load_rules, rules_to_plain, rules_from_plain)
    return load_kept(kind, root, store, tell)


def load_house(root: Path) -> HouseStyle:
    """Load the house style by the loaders, which most commands need not import."""
    from wellspring.house.load import load_house as load

    return load(root)


def load_rules(root: Path) -> Rules:
    """Load the rules in the same way."""
    from wellspring.house.rules import load_rules as load

    return bound(load(root))


def whole_house(found: object) -> HouseStyle:
    """Return a house style that was kept. Raises TypeError for anything else."""
    if not isinstance(found, HouseStyle):
        raise TypeError("no house style")
    return found


def load_kept(kind: Kind[Loaded], root: Path, store: Path, tell: Tell = silent) -> Loaded:
    """Return what is kept in the folder `store`, or else load it and keep it.

    Raises what loading raises; a store that cannot be read or written is as good as none.
    """
    path = store / f"{kind.name}-{fingerprint(root, kind.holds)}.kept"
    with suppress(*DAMAGED):
        kept = read_kept(path)
        os.utime(path)  # what was used last is kept longest
        return kind.unpack(kept.data, kept.fetch)
    tell(first=not any(store.glob(f"{kind.name}-*.kept")))
    made = kind.load(root)
    with suppress(OSError):
        store.mkdir(parents=True, exist_ok=True)
        write_kept(path, *kind.pack(made))
        forget_others(store, kind.name)
    return made


def fingerprint(root: Path, holds: Callable[[str], bool]) -> str:
    """Return a name for the bytes of house rules, of the program that reads them, and Python's.

    Not for where they lie: the copy that is published from has the rules of the blog itself.
    """
    digest = hashlib.blake2b(f"{sys.version}{sys.byteorder}".encode(), digest_size=16)
    rules = [file for file in sorted(root.rglob("*.toml")) if holds(folder_of(file, root))]
    paths = [f"{root.name}/{file.relative_to(root)}" for file in rules]
    paths += [f"{file.relative_to(PROGRAM)}" for file in program_files()]
    for path, file in zip(paths, (*rules, *program_files()), strict=True):
        digest.update(f"{path}\0".encode(errors="surrogateescape"))
        digest.update(file.read_bytes())
    return digest.hexdigest()


def folder_of(file: Path, root: Path) -> str:
    """Return in which folder of editorial/ a file lies."""
    return file.relative_to(root).parts[0]


def program_files() -> Iterator[Path]:
    """Yield the modules that what is kept depends on."""
    for part in PARTS:
        yield from sorted((PROGRAM / part).glob("*.py"))


def forget_others(store: Path, name: str) -> None:
    """Remove all but the newest few, and what older versions of the program kept."""
    files = sorted(store.glob(f"{name}-*.kept"), key=lambda file: -file.stat().st_mtime)
    for file in (*files[KEPT:], *store.glob("load_*.pickle")):
        file.unlink(missing_ok=True)
