"""One build at a time for an output folder; the system frees the lock of a process that dies."""

import hashlib
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from wellspring.errors import ContentError


@contextmanager
def only_build(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder. Raises ContentError when another build has it."""
    name = hashlib.sha256(str(output.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    file = Path(tempfile.gettempdir()) / f"wellspring-{name[:16]}.lock"
    with file.open("ab") as handle:
        if not take(handle):
            raise ContentError(
                f"{output}: another build is writing this folder. Wait until it has ended, then "
                "build again."
            )
        yield


def take(handle: BinaryIO) -> bool:
    """Take the lock of an open file until it is closed; return False if somebody has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
