"""Everything under content/ that is written by people, read once a build."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.picture import Picture
from wellspring.model.place import Place
from wellspring.model.post import Author, Post, Source
from wellspring.text.files import TEXT_FOLDERS, find_files
from wellspring.text.limit import limited
from wellspring.text.pictures import read_picture
from wellspring.text.post import read_author, read_post
from wellspring.text.source import read_source

KINDS = TEXT_FOLDERS


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

    def of_kind(self, kind: str) -> Iterator[Source]:
        """Yield the sources of one kind: posts, pages or authors."""
        for path, source in self.sources.items():
            if path.split("/")[1] == kind:
                yield source


def read_library(content: Path) -> Library:
    """Read every text under content/, and account for every other file there."""
    files = find_files(content)
    findings = list(files.findings)
    sources: dict[str, Source] = {}
    for path, file in sorted(files.texts.items(), key=by_kind):
        sources[path], wrong = read_source(file, path)
        findings += wrong
    pictures: dict[str, Picture] = {}
    for path, file in files.pictures.items():
        pictures[path], wrong_picture = read_picture(file)
        findings += [Finding(Place(path), wrong_picture)] if wrong_picture else []
    posts: dict[str, Post] = {}
    authors: dict[str, Author] = {}
    for path, source in sources.items():
        if path.startswith("content/posts/"):
            with limited(path):
                posts[path], wrong_values = read_post(source)
            findings += wrong_values
        elif path.startswith("content/authors/"):
            author, wrong_values = read_author(source)
            authors[author.name] = author
            findings += wrong_values
    return Library(sources, posts, authors, tuple(findings), pictures)


def by_kind(item: tuple[str, Path]) -> tuple[int, str]:
    """Order texts by their kind, as KINDS has them, then by path."""
    return KINDS.index(item[0].split("/")[1]), item[0]
