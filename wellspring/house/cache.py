"""House rules as they were last read, so that a command need not compile hundreds of expressions.

Called by the commands that must start quickly. What is kept is named by the bytes of all files it
was made from, by the program's own and by Python's version: whatever changes, it is made anew. It
is Python's own form (pickle) and lies in .build/, beside the program: who can write there can
change the program too.
"""

import hashlib
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

Loaded = TypeVar("Loaded")
PROGRAM = Path(__file__).parent.parent
PARTS = ("house", "model", "text")
KEPT = 4
# Whatever Python says of bytes that are no such file.
DAMAGED = (
    OSError,
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    LookupError,
    ValueError,
    TypeError,
    MemoryError,
)


def load_cached(load: Callable[[Path], Loaded], root: Path, store: Path) -> Loaded:
    """Return what `load` makes of the house style at `root`; keep it in the folder `store`.

    Raises what `load` raises; a store that cannot be read or written is as good as none.
    """
    file = store / f"{load.__name__}-{fingerprint(root)}.pickle"
    with suppress(*DAMAGED):
        return cast("Loaded", pickle.loads(file.read_bytes()))  # noqa: S301 - our own, see above
    made = load(root)
    with suppress(OSError):
        store.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{id(made)}.new")
        partial.write_bytes(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
        partial.replace(file)
        forget_others(store, load.__name__)
    return made


def fingerprint(root: Path) -> str:
    """Return a name for all house rules' bytes, for the program's that reads them, and Python's."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for file in (*sorted(root.rglob("*.toml")), *program_files()):
        digest.update(f"{file}\0".encode(errors="surrogateescape"))
        digest.update(file.read_bytes())
    return digest.hexdigest()


def program_files() -> Iterator[Path]:
    """Yield the modules that what is kept depends on."""
    for part in PARTS:
        yield from sorted((PROGRAM / part).glob("*.py"))


def forget_others(store: Path, name: str) -> None:
    """Remove all but the newest few."""
    files = sorted(store.glob(f"{name}-*.pickle"), key=lambda file: -file.stat().st_mtime)
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)
