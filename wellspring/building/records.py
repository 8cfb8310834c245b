"""What one build keeps for the next: records on disk, in a form that cannot hold a program.

Called by the build and by the adapters that skip what has not changed. Each file begins with the
key of everything its records depend on together (see fingerprint.py) and with its own checksum;
a file of another key is as good as none, and one that is damaged too, which is said in one line.
MessagePack (https://msgpack.org/), read into the types that it was written from.
"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec

Kept = TypeVar("Kept")
HEAD = b"wellspring records 1\n"
CHECK = 32


@dataclass(slots=True)
class Memory:
    """A folder of records; `key` names what all depend on, `notes` say what was wrong with some."""

    folder: Path
    key: bytes
    notes: list[str] = field(default_factory=list)

    def load(self, name: str, kind: type[Kept], key: bytes = b"") -> dict[str, Kept]:
        """Return the records of a name by theirs, or none; `key` is what only these depend on."""
        try:
            data = self.file(name).read_bytes()
        except OSError:
            return {}
        head = self.head(key)
        if not data.startswith(HEAD):
            return self.damaged(name)
        if not data.startswith(head):
            return {}
        check, body = data[len(head) : len(head) + CHECK], memoryview(data)[len(head) + CHECK :]
        if hashlib.blake2b(body, digest_size=CHECK).digest() != check:
            return self.damaged(name)
        try:
            return msgspec.msgpack.decode(body, type=dict[str, kind], dec_hook=as_kind)  # type: ignore[valid-type]
        except (msgspec.DecodeError, UnicodeDecodeError):
            return self.damaged(name)

    def save(self, name: str, records: Mapping[str, object], key: bytes = b"") -> None:
        """Keep records; a folder that cannot be written to costs the next build some time."""
        body = encode(records)
        check = hashlib.blake2b(body, digest_size=CHECK).digest()
        file = self.file(name)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            new = file.with_suffix(f".{id(records)}.new")
            new.write_bytes(b"".join((self.head(key), check, body)))
            new.replace(file)

    def head(self, key: bytes) -> bytes:
        """Return how a file of records begins that depend on a key."""
        return HEAD + hashlib.blake2b(self.key + key, digest_size=CHECK).digest()

    def file(self, name: str) -> Path:
        """Return the file of a name."""
        return self.folder / f"{name}.records"

    def damaged(self, name: str) -> dict[str, Any]:
        """Note that a file cannot be used."""
        self.notes.append(f"{self.file(name)}: this is damaged, so everything is made anew.")
        return {}


def encode(value: object, hook: Callable[[Any], Any] | None = None) -> bytes:
    """Return a value as MessagePack, the same for the same value; `hook` gives others' parts."""
    return msgspec.msgpack.encode(value, enc_hook=hook or plain, order="deterministic")


def plain(value: object) -> object:
    """Return what stands for a value that MessagePack has no form for."""
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"{type(value).__name__} has no form on disk")


def as_kind(kind: type[Kept], value: object) -> Kept:
    """Return a value as the subclass of str that it was written from."""
    if issubclass(kind, str):
        return kind(value)
    raise TypeError(f"{kind.__name__} has no form on disk")
