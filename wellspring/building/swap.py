"""Exchange two folders in one step of the file system; called by put_in_place.

Linux and macOS can; elsewhere, and on file systems that cannot, the caller moves one away first.
"""

import ctypes
import os
import sys
from pathlib import Path

HERE = -100  # AT_FDCWD: paths are taken as they are
EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), RENAME_SWAP of renamex_np(2)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one file system; return False, with nothing done, if it cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library and library.renamex_np(first, second, EXCHANGE) == 0)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return bool(library and library.renameat2(HERE, first, HERE, second, EXCHANGE) == 0)
    return False
