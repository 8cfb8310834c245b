"""Everything under content/ that is written by people, read once a build."""

import hashlib
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.picture import Picture
from wellspring.model.place import Place
from wellspring.model.post import Author, Post, Source
from wellspring.text.files import TEXT_FOLDERS, find_files
from wellspring.text.flaws import too_big
from wellspring.text.limit import limited
from wellspring.text.pictures import read_picture
from wellspring.text.post import read_author, read_post
from wellspring.text.source import decode_source, empty_source

KINDS = TEXT_FOLDERS


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One text as it was read, and what could not be; `digest` is a name for its bytes."""

    digest: bytes
    source: Source
    findings: tuple[Finding, ...]
    post: Post | None = None
    author: Author | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """All posts, pages and authors, and what could not be read in them.

    All go by the path shown to authors, such as `content/posts/x.md`.
    """

    sources: dict[str, Source]
    posts: dict[str, Post]
    authors: dict[str, Author]
    findings: tuple[Finding, ...]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    files: Mapping[str, "ReadFile"] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Iterator[Source]:
        """Yield the sources of one kind: posts, pages or authors."""
        for path, source in self.sources.items():
            if path.split("/")[1] == kind:
                yield source


Read = Callable[[Sequence[str]], dict[str, ReadFile]]


def read_alone(read: Read, paths: Sequence[str]) -> dict[str, ReadFile]:
    """Read all texts in this process."""
    return read(paths)


def read_library(
    content: Path,
    known: Mapping[str, ReadFile] | None = None,
    bodies: Container[str] | None = None,
    share: Callable[[Read, Sequence[str]], dict[str, ReadFile]] = read_alone,
) -> Library:
    """Read every text under content/, and account for every other file there.

    `known` are texts as they were read before; those with the same bytes are taken as they are.
    `bodies` are the texts that are wanted whole, if not all are. `share` may have some of them read
    elsewhere.
    """
    found = find_files(content)
    findings = list(found.findings)

    def read(paths: Sequence[str]) -> dict[str, ReadFile]:
        return {
            path: read_file(found.texts[path], path, (known or {}).get(path))
            if bodies is None or path in bodies
            else read_head(found.texts[path], path)
            for path in paths
        }

    in_order = sorted(found.texts, key=by_kind)
    made = share(read, in_order)
    files = {path: made[path] for path in in_order}
    pictures: dict[str, Picture] = {}
    for path, picture in found.pictures.items():
        pictures[path], wrong_picture = read_picture(picture)
        findings += [Finding(Place(path), wrong_picture)] if wrong_picture else []
    for file in files.values():
        findings += file.findings
    return Library(
        sources={path: file.source for path, file in files.items()},
        posts={path: file.post for path, file in files.items() if file.post},
        authors={file.author.name: file.author for file in files.values() if file.author},
        findings=tuple(findings),
        pictures=pictures,
        files=files,
    )


def read_file(file: Path, path: str, known: ReadFile | None = None) -> ReadFile:
    """Read one text, unless it is known."""
    if message := too_big(file.stat().st_size):
        return read_data(b"", path, empty_source(path, Finding(Place(path), message)))
    data = file.read_bytes()
    if known is not None and known.digest == name_of(data):
        return known
    return read_data(data, path, decode_source(data, path))


def read_head(file: Path, path: str) -> ReadFile:
    """Read a text without its body."""
    if message := too_big(file.stat().st_size):
        return read_data(b"", path, empty_source(path, Finding(Place(path), message)))
    data = file.read_bytes()
    source, findings = decode_source(data, path)
    return read_data(data, path, (replace(source, body=""), findings))


def read_data(data: bytes, path: str, decoded: tuple[Source, tuple[Finding, ...]]) -> ReadFile:
    """Return a text of some bytes with what its front matter says."""
    source, findings = decoded
    if path.startswith("content/posts/"):
        with limited(path):
            post, wrong_values = read_post(source)
        return ReadFile(name_of(data), source, (*findings, *wrong_values), post=post)
    if path.startswith("content/authors/"):
        author, wrong_values = read_author(source)
        return ReadFile(name_of(data), source, (*findings, *wrong_values), author=author)
    return ReadFile(name_of(data), source, findings)


def name_of(data: bytes) -> bytes:
    """Return a short name for a file's bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


def by_kind(path: str) -> tuple[int, str]:
    """Order texts by their kind, as KINDS has them, then by path."""
    return KINDS.index(path.split("/")[1]), path
