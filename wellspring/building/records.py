"""What one build keeps for the next: records on disk, in a form that cannot hold a program.

Called by the build and by the adapters that skip what has not changed. Each file begins with the
key of everything its records depend on together (see fingerprint.py) and with its own checksum;
a file of another key is as good as none, and one that is damaged too, which is said in one line.
MessagePack (https://msgpack.org/), read into the types that it was written from.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec

Kept = TypeVar("Kept")
# Where a blog's records are, a folder for each of its settings files.
STORE = Path(".build") / "kept"
HEAD = b"wellspring records 1\n"
CHECK = 32
# Into how many files the records of one name go, so that an edit writes few of them anew.
PARTS = 32


@dataclass(slots=True)
class Memory:
    """A folder of records; `key` names what all depend on, `notes` say if any was damaged."""

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

    def load_parts(self, name: str, kind: type[Kept], key: bytes = b"") -> dict[str, Kept]:
        """Return records that lie in several files."""
        records: dict[str, Kept] = {}
        for part in range(PARTS):
            records |= self.load(part_name(name, part), kind, key)
        return records

    def load_part(self, name: str, record: str, kind: type[Kept]) -> Kept | None:
        """Return one of the records that lie in several files, without reading the others."""
        return self.load(part_name(name, part_of(record)), kind).get(record)

    def save_some(self, name: str, records: Mapping[str, Kept | None], kind: type[Kept]) -> None:
        """Keep some of the records that lie in several files, forget those that are None."""
        for part in {part_of(record) for record in records}:
            before = self.load(part_name(name, part), kind)
            here = {key: value for key, value in records.items() if part_of(key) == part}
            after = {key: value for key, value in (before | here).items() if value is not None}
            self.save(part_name(name, part), after)

    def save_parts(
        self,
        name: str,
        records: Mapping[str, Kept],
        known: Mapping[str, Kept],
        key: bytes = b"",
    ) -> None:
        """Keep records in several files; those whose records are as `known` stay as they are."""
        before, after = in_parts(known), in_parts(records)
        for part in range(PARTS):
            if before[part] != after[part]:
                self.save(part_name(name, part), after[part], key)

    def head(self, key: bytes) -> bytes:
        """Return how a file of records begins that depend on a key."""
        return HEAD + hashlib.blake2b(self.key + key, digest_size=CHECK).digest()

    def file(self, name: str) -> Path:
        """Return the file of a name."""
        return self.folder / f"{name}.records"

    def damaged(self, name: str) -> dict[str, Any]:
        """Remove a file that cannot be used; the first such file is enough to be told of."""
        with suppress(OSError):
            self.file(name).unlink()
        if not self.notes:
            self.notes.append(f"{self.file(name)}: this is damaged; what it held is made anew.")
        return {}


def part_name(name: str, part: int) -> str:
    """Return the name of one of the files that a name's records lie in."""
    return f"{name}/{part:02}"


def in_parts(records: Mapping[str, Kept]) -> list[dict[str, Kept]]:
    """Return records by the file that each belongs into: always the same for the same name."""
    parts: list[dict[str, Kept]] = [{} for _ in range(PARTS)]
    for name, record in records.items():
        parts[part_of(name)][name] = record
    return parts


def part_of(record: str) -> int:
    """Return in which of the files a record lies: always the same for the same name."""
    return zlib.crc32(record.encode()) % PARTS


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


@dataclass(slots=True)
class Parts(Mapping[str, Kept]):
    """Records that lie in several files, each read when somebody asks for one of its records."""

    memory: Memory
    name: str
    kind: type[Kept]
    read: dict[int, dict[str, Kept]] = field(default_factory=dict)

    def part(self, number: int) -> dict[str, Kept]:
        """Return the records of one file."""
        if number not in self.read:
            self.read[number] = self.memory.load(part_name(self.name, number), self.kind)
        return self.read[number]

    def __getitem__(self, record: str) -> Kept:
        return self.part(part_of(record))[record]

    def __iter__(self) -> Iterator[str]:
        return (record for number in range(PARTS) for record in self.part(number))

    def __len__(self) -> int:
        return sum(len(self.part(number)) for number in range(PARTS))
