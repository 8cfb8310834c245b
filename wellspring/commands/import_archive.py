"""Folders and zip files as exports come in them, read with care; called by import_exports.

A zip file can name places outside of itself and hold far more than it seems to; both are refused.
"""

import stat
import zipfile
from pathlib import Path
from typing import Protocol

from wellspring.errors import ContentError
from wellspring.model.place import Place

MOST_FILES, MOST_BYTES, LARGEST = 100_000, 1_000_000_000, 60_000_000
# What packs so well holds nothing that anybody has written.
MOST_RATIO, SMALL = 200, 10_000_000
OUTSIDE = "this names a place outside of itself (`{name}`). Do not use it; ask for a new export."
BOMB = "this would unpack to far more than an export has ({size:,} bytes). Do not use it."
NO_ZIP = "this is no zip file that can be read: {what}. Save or export it anew."
LOCKED = "`{name}` in it has a password. Export it without one."


class Archive(Protocol):
    """Named files of an export."""

    @property
    def names(self) -> list[str]:
        """Return the names of all files, sorted, with `/` between their parts."""

    def read(self, name: str) -> bytes:
        """Return what is in one. Raises ContentError."""


class Zip:
    """A zip file."""

    def __init__(self, file: Path, path: str) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ContentError(f"{Place(path)}: {NO_ZIP.format(what=error)}") from error
        infos = [info for info in self.zip.infolist() if not info.is_dir()]
        self.infos = {info.filename: info for info in infos}
        self.refuse_bombs(infos)
        for name in self.infos:
            if leaves(name):
                raise ContentError(f"{Place(path)}: {OUTSIDE.format(name=name)}")
        self.names = sorted(self.infos)

    def refuse_bombs(self, infos: list[zipfile.ZipInfo]) -> None:
        """Raise ContentError for what would unpack to more than any export."""
        size = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        dense = size > SMALL and size > MOST_RATIO * max(packed, 1)
        if len(infos) > MOST_FILES or size > MOST_BYTES or dense:
            raise ContentError(f"{Place(self.path)}: {BOMB.format(size=size)}")

    def read(self, name: str) -> bytes:
        """Return what is in one; never more than it may have, whatever it says of itself."""
        info = self.infos[name]
        if info.flag_bits & 1:
            raise ContentError(f"{Place(self.path)}: {LOCKED.format(name=name)}")
        try:
            with self.zip.open(info) as opened:
                data = opened.read(LARGEST + 1)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise ContentError(f"{Place(self.path)}: {NO_ZIP.format(what=error)}") from error
        if len(data) > LARGEST:
            raise ContentError(f"{Place(self.path)}: {BOMB.format(size=info.file_size)}")
        return data


class Folder:
    """A folder, such as an unpacked export."""

    def __init__(self, folder: Path, path: str) -> None:
        self.folder = folder
        self.path = path
        self.names = names_in(folder)

    def read(self, name: str) -> bytes:
        """Return what is in one."""
        return read_file(self.folder / name, f"{self.path}/{name}", LARGEST)


def names_in(folder: Path) -> list[str]:
    """Return the names of all files below a folder, sorted; what leads out of it is none."""
    root = folder.resolve()
    files = [file for file in folder.rglob("*") if file.is_file()]
    inside = [file for file in files if file.resolve().is_relative_to(root)]
    return sorted(file.relative_to(folder).as_posix() for file in inside)


def leaves(name: str) -> bool:
    """Tell whether a name in a zip file is that of a place outside of it."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or ":" in parts[0] or "\0" in name


def read_file(file: Path, path: str, most: int) -> bytes:
    """Return what is in a file. Raises ContentError if it cannot be read, or is too big."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ContentError(f"{Place(path)}: this is no file. Name a file or a folder.")
        if found.st_size > most:
            raise ContentError(
                f"{Place(path)}: this file has {found.st_size:,} bytes, and one may have {most:,}. "
                "Export less at once."
            )
        return file.read_bytes()
    except OSError as error:
        raise ContentError(
            f"{Place(path)}: this cannot be read: {error.strerror}. Look at who may read it."
        ) from error


def find_beside(folder: Path, name: str, most: int) -> bytes | None:
    """Return what is in a file below a folder, or None if there is none such."""
    try:
        file, root = (folder / name).resolve(), folder.resolve()
        if not file.is_relative_to(root) or not file.is_file() or file.stat().st_size > most:
            return None
        return file.read_bytes()
    except (OSError, ValueError):
        return None
