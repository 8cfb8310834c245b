"""Files made from an author's: kept by the content they are made from, so each is made once.

Called by pictures and cards. Nothing in the store is ever run or trusted beyond its name: what
cannot be read there is made again.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path


def keep(store: Path, parts: Iterable[bytes | str], make: Callable[[], bytes]) -> bytes:
    """Return what `make` gives for these parts, from the store when it has been made before."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    file = store / digest.hexdigest()
    try:
        return file.read_bytes()
    except OSError:
        made = make()
    store.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_bytes(made)
    new.replace(file)
    return made


def named(stem: str, data: bytes, suffix: str) -> str:
    """Return a file's name with a part of its content's hash: another content, another address."""
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}{suffix}"
