"""Everything under content/ that is written by people, read once a build."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Author, Post, Source
from wellspring.text.post import read_author, read_post
from wellspring.text.source import read_source

KINDS = ("posts", "pages", "authors")
MARKDOWN = ".md"
IGNORED = (".", "~", "#")


@dataclass(frozen=True, slots=True)
class Library:
    """All posts, pages and authors, and what could not be read in them.

    `sources` and `posts` go by the path shown to authors, such as `content/posts/x.md`.
    """

    sources: dict[str, Source]
    posts: dict[str, Post]
    authors: dict[str, Author]
    findings: tuple[Finding, ...]

    def of_kind(self, kind: str) -> Iterator[Source]:
        """Yield the sources of one kind: posts, pages or authors."""
        for path, source in self.sources.items():
            if path.split("/")[1] == kind:
                yield source


def read_library(content: Path) -> Library:
    """Read every file under content/posts, content/pages and content/authors."""
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    for kind in KINDS:
        for file in text_files(content / kind):
            path = f"content/{file.relative_to(content).as_posix()}"
            if file.suffix == MARKDOWN:
                sources[path], wrong = read_source(file, path)
                findings += wrong
            else:
                findings.append(Finding(Place(path), wrong_ending(file)))
    posts: dict[str, Post] = {}
    authors: dict[str, Author] = {}
    for path, source in sources.items():
        if path.startswith("content/posts/"):
            posts[path], wrong_values = read_post(source)
            findings += wrong_values
        elif path.startswith("content/authors/"):
            author, wrong_values = read_author(source)
            authors[author.name] = author
            findings += wrong_values
    return Library(sources, posts, authors, tuple(findings))


def text_files(folder: Path) -> list[Path]:
    """Return the files below a folder, sorted, without hidden ones and editors' copies."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(IGNORED) and not file.name.endswith(IGNORED)
    )


def wrong_ending(file: Path) -> str:
    """Say what to do with a file that would be left out without a word."""
    return (
        f"`{file.name}` would not be published: only files that end in `.md` are. "
        "Rename it, or move it out of this folder (pictures belong in content/images)."
    )
