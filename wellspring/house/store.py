"""One file of plain data and long pieces, of which few are read; called by cache.

JSON comes first, the pieces behind it. Only a file that belongs to who runs the program, and that
nobody else may write, is read; lengths and checksums tell one that was cut off or damaged. Nothing
in such a file is run: JSON is data, and Python tests a compiled expression before it takes it.
"""

import json
import mmap
import os
import stat
import struct
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO

# What the file is, the length of its JSON, and that part's checksum.
START = struct.Struct("<16sQI")
NAME = b"wellspring kept\n"
FOREIGN = stat.S_IWGRP | stat.S_IWOTH
BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would change line ends


class StoreError(ValueError):
    """A file is not one that this program has written for who runs it."""


class Kept:
    """A file's plain data, and its pieces by number."""

    def __init__(self, file: BinaryIO) -> None:
        """Read a file. Raises StoreError, or ValueError or OSError for what cannot be read."""
        size = check_owner(file)
        self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if size < START.size:
            raise StoreError("too short")
        name, length, checksum = START.unpack(self.bytes[: START.size])
        first = START.size + length
        text = self.bytes[START.size : first]
        if name != NAME or zlib.crc32(text) != checksum:
            raise StoreError("not ours")
        self.data, self.sums, lengths = json.loads(text)
        self.places = list(accumulate(lengths, initial=first))
        if self.places[-1] != size:
            raise StoreError("cut off")

    def fetch(self, number: int) -> Callable[[], bytes]:
        """Return what reads a piece when it is asked for. Raises IndexError if there is none."""
        return partial(self.piece, self.places[number], self.places[number + 1], self.sums[number])

    def piece(self, first: int, end: int, checksum: int) -> bytes:
        """Return a piece, or no bytes if it is damaged."""
        found = self.bytes[first:end]
        return found if zlib.crc32(found) == checksum else b""


def check_owner(file: BinaryIO) -> int:
    """Return a file's size. Raises StoreError if another user made it or may change it."""
    found = os.fstat(file.fileno())
    ours = getattr(os, "getuid", None)  # Windows has no such numbers
    if ours and (found.st_uid != ours() or found.st_mode & FOREIGN):
        raise StoreError("of somebody else")
    return found.st_size


def read_kept(path: Path) -> Kept:
    """Return what a file keeps. Raises OSError, ValueError or TypeError if it keeps nothing."""
    with path.open("rb") as file:
        return Kept(file)


def write_kept(path: Path, data: Any, pieces: Sequence[bytes] = ()) -> None:  # noqa: ANN401 - JSON
    """Write a file: whole or not at all, and for nobody else to write. Raises OSError."""
    head = [data, [zlib.crc32(piece) for piece in pieces], [len(piece) for piece in pieces]]
    text = json.dumps(head, separators=(",", ":")).encode()
    partial_file = path.with_suffix(f".{os.getpid()}-{id(head)}.new")
    made = os.open(partial_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    try:
        with os.fdopen(made, "wb") as file:
            file.write(START.pack(NAME, len(text), zlib.crc32(text)))
            file.write(text)
            file.writelines(pieces)
        partial_file.replace(path)
    except OSError:
        with suppress(OSError):
            partial_file.unlink()
        raise
