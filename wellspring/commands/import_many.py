"""Sources into stories with the texts of their posts; on all processors if there are many.

Of pages, Word documents and exports the libraries are loaded when the first of them is met.

Called by import-story, which writes them.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from wellspring.commands.import_claims import Claims
from wellspring.commands.import_kinds import MISSING, OTHER, OTHERS, is_rich, missing_tools
from wellspring.commands.import_report import near
from wellspring.commands.processes import use_one_thread
from wellspring.errors import ContentError
from wellspring.house.importing import load_importing
from wellspring.importing.line import Note
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.own_header import own_header
from wellspring.importing.story import Given, Story, read_story
from wellspring.model.importing import ImportStyle
from wellspring.model.place import Place
from wellspring.text.flaws import too_big

# Fewer stories are through before other processes have started.
MANY = 60


@dataclass(frozen=True, slots=True)
class Read:
    """What was made of a source or of a part of it: a story with its texts, or what is wrong.

    `rest` are notes on what in an export is no story, by the name of the file.
    """

    path: str
    problem: str = ""
    story: Story | None = None
    post: str = ""
    authors: Mapping[str, str] = field(default_factory=dict)
    rest: tuple[Note, ...] = ()


def read_sources(sources: Sequence[Path], editorial: Path, given: Given) -> list[Read]:
    """Return what becomes of sources, in their order."""
    use_one_thread()
    processors = os.cpu_count() or 1
    if len(sources) < MANY or processors == 1:
        return read_all(sources, editorial=editorial, given=given)
    from concurrent.futures import ProcessPoolExecutor  # a few stories need none of it

    chunks = [sources[start::processors] for start in range(processors)]
    with ProcessPoolExecutor(processors) as pool:
        parts = pool.map(partial(read_each, editorial=editorial, given=given), chunks)
        found = {source: reads for part in parts for source, reads in part.items()}
    return [read for source in sources for read in found[source]]


def read_all(sources: Sequence[Path], *, editorial: Path, given: Given) -> list[Read]:
    """Return what becomes of sources, in one process."""
    found = read_each(sources, editorial=editorial, given=given)
    return [read for reads in found.values() for read in reads]


def read_each(sources: Sequence[Path], *, editorial: Path, given: Given) -> dict[Path, list[Read]]:
    """Return what becomes of each of some sources."""
    reader = Reader(load_importing(editorial), given, Claims(editorial))
    return {source: list(reader.read(source)) for source in sources}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads sources of all kinds."""

    style: ImportStyle
    given: Given
    claims: Claims

    def read(self, source: Path) -> Iterator[Read]:
        """Yield what becomes of a source, which may hold many stories."""
        path = near(source, Path.cwd())
        try:
            data = b"" if is_rich(source) else bytes_of(source, path)
            if is_rich(source) or is_post(data, path):
                yield from self.read_rich(source, path)
            else:
                yield self.finish(read_story(data, path, self.style))
        except ContentError as error:
            yield Read(path, str(error))

    def read_rich(self, source: Path, path: str) -> Iterator[Read]:
        """Yield what is in a page, a document or an export."""
        if source.suffix.casefold() in OTHERS:
            raise ContentError(f"{Place(path)}: {OTHER.format(ending=source.suffix)}")
        if missing_tools():
            raise ContentError(f"{Place(path)}: {MISSING}")
        from wellspring.commands.import_exports import stories_in

        for found in stories_in(source, path, self.style):
            if found.story is None:
                yield Read(found.path, found.problem, rest=tuple(found.rest))
            else:
                yield self.finish(found.story)

    def finish(self, story: Story) -> Read:
        """Return a story with its texts."""
        if self.given.author and not story.author:
            story.author = self.given.author
            story.unsure = [note for note in story.unsure if note.kind != "author"]
        post = post_text(story, self.given, self.style.shelves)
        if message := too_big(len(post.encode())):
            return Read(story.path, f"{Place(story.path, story.line)}: {message}")
        self.claims.sift(story)
        return Read(story.path, "", story, post, author_texts(story))


def is_post(data: bytes, path: str) -> bool:
    """Tell whether a text begins with the header of another generator's post."""
    return own_header(data.decode("utf-8", "replace"), path) is not None


def bytes_of(source: Path, path: str) -> bytes:
    """Return what is in a file. Raises ContentError if it cannot be read."""
    try:
        if message := too_big(source.stat().st_size):
            raise ContentError(f"{path}:1:1: {message}")
        return source.read_bytes()
    except OSError as error:
        raise ContentError(
            f"{path}:1:1: this cannot be read: {error.strerror}. Look at who may read it."
        ) from error
