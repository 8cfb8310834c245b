"""Names for what a build is made from: change a byte of it, and the name is another.

Called by the build, which keeps nothing of a build whose program, packages or settings were others.
"""

import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import FunctionType, ModuleType

PROGRAM = Path(__file__).parent.parent
PLAIN = (str, int, float, bytes, bool, type(None), re.Pattern, Path)


def digest_of(*parts: bytes | str) -> bytes:
    """Return a short name for some parts; where one ends and the next begins makes a difference."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def of_files(root: Path, patterns: Iterable[str]) -> bytes:
    """Return a name for the files below a folder that fit a pattern, their paths included."""
    files = {file for pattern in patterns for file in root.rglob(pattern) if file.is_file()}
    parts: list[bytes | str] = []
    for file in sorted(files):
        parts += (file.relative_to(root).as_posix(), file.read_bytes())
    return digest_of(*parts)


def of_tree(root: Path) -> bytes:
    """Return a name for all that is below a folder: every file's bytes, and what else is there.

    Raises OSError for a file that cannot be read.
    """
    return of_all(digests_below(root))


def of_all(digests: Mapping[str, bytes]) -> bytes:
    """Return a name for some files by path, each with its own."""
    return digest_of(*(part for path in sorted(digests) for part in (path, digests[path])))


def digests_below(root: Path) -> dict[str, bytes]:
    """Return a name for everything below a folder by its path. Raises OSError as above."""
    return {
        path: digest_of(
            stat.filemode(seen.st_mode),
            read_bytes(f"{root}/{path}") if stat.S_ISREG(seen.st_mode) else b"",
        )
        for path, seen in below(os.fspath(root))
    }


def read_bytes(file: str) -> bytes:
    """Return a file's bytes; there are thousands, and a Path for each takes as long."""
    with open(file, "rb") as handle:  # noqa: PTH123 - as above
        return handle.read()


def of_look(root: Path) -> bytes:
    """Return a name for how all below a folder looks without opening it: paths, sizes, times."""
    found = sorted(below(os.fspath(root)))
    return digest_of(*(f"{path} {seen.st_size} {seen.st_mtime_ns}" for path, seen in found))


def below(root: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield all files below a folder, and links to folders, by path from it, in no order."""
    for path, entry in entries_below(root):
        yield path, entry.stat(follow_symlinks=not is_broken(entry))


def entries_below(root: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield what `below` does, without asking the system about each."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(os.path.join(root, folder)) as entries:  # noqa: PTH118 - many, and quick
            for entry in entries:
                path = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/")
                else:
                    yield path, entry


def is_broken(entry: os.DirEntry[str]) -> bool:
    """Tell whether something is a link that leads nowhere, or to a folder."""
    return entry.is_symlink() and not entry.is_file()


def of_program() -> bytes:
    """Return a name for this program, Python and the packages installed beside them."""
    folders = sorted({Path(path) for path in sys.path if path.endswith("site-packages")})
    installed = [
        entry.name
        for folder in folders
        if folder.is_dir()
        for entry in sorted(folder.glob("*.dist-info"))
    ]
    return digest_of(sys.version, of_files(PROGRAM, ("*.py", "*.js")), *installed)


def of_settings(settings: Mapping[str, object], without: Iterable[str] = ()) -> bytes:
    """Return a name for the values of settings, but those of some keys."""
    left_out = set(without)
    parts = [f"{key}={written(settings[key])}" for key in sorted(settings) if key not in left_out]
    return digest_of(*parts)


def written(value: object) -> str:
    """Return a setting's value as text: the same for the same value, in every run."""
    if isinstance(value, Mapping):
        parts = (f"{key!r}:{written(value[key])}" for key in sorted(value, key=repr))
        return f"{{{','.join(parts)}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(written, value))}]"
    if isinstance(value, set | frozenset):
        return f"[{','.join(sorted(map(written, value)))}]"
    return repr(value) if isinstance(value, PLAIN) else name_of(value)


def name_of(value: object) -> str:
    """Return the name of a module, function or class, or that of a value's class."""
    if isinstance(value, ModuleType):
        return value.__name__
    named = value if isinstance(value, FunctionType | type) else type(value)
    return f"{named.__module__}.{named.__qualname__}"
