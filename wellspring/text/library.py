"""Everything under content/ that is written by people, read once a build."""

import hashlib
from collections.abc import Container, Iterator, Mapping
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


def read_library(
    content: Path,
    known: Mapping[str, ReadFile] | None = None,
    bodies: Container[str] | None = None,
) -> Library:
    """Read every text under content/, and account for every other file there.

    `known` are texts as they were read before; those with the same bytes are taken as they are.
    `bodies` are the texts that are wanted whole, if not all are.
    """
    found = find_files(content)
    findings = list(found.findings)
    files = {
        path: read_file(file, path, (known or {}).get(path))
        if bodies is None or path in bodies
        else read_head(file, path)
        for path, file in sorted(found.texts.items(), key=by_kind)
    }
    pictures: dict[str, Picture] = {}
    for path, file in found.pictures.items():
        pictures[path], wrong_picture = read_picture(file)
        findings += [Finding(Place(path), wrong_picture)] if wrong_picture else []
    for read in files.values():
        findings += read.findings
    return Library(
        sources={path: read.source for path, read in files.items()},
        posts={path: read.post for path, read in files.items() if read.post},
        authors={read.author.name: read.author for read in files.values() if read.author},
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


def by_kind(item: tuple[str, Path]) -> tuple[int, str]:
    """Order texts by their kind, as KINDS has them, then by path."""
    return KINDS.index(item[0].split("/")[1]), item[0]
