"""Sources into stories with the texts of their posts; on all processors if there are many.

Called by import-story, which writes them.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wellspring.commands.import_claims import Claims
from wellspring.commands.import_report import near
from wellspring.errors import ContentError
from wellspring.house.importing import load_importing
from wellspring.importing.output import author_text, post_text
from wellspring.importing.story import Given, Story, read_story
from wellspring.model.importing import ImportStyle
from wellspring.text.flaws import too_big

# Fewer stories are through before other processes have started.
MANY = 60


@dataclass(frozen=True, slots=True)
class Read:
    """A source, and what was made of it: a story with its texts, or else what is wrong."""

    source: Path
    problem: str = ""
    story: Story | None = None
    post: str = ""
    author: str = ""


def read_sources(sources: Sequence[Path], editorial: Path, given: Given) -> list[Read]:
    """Return what becomes of sources, in their order."""
    processors = os.cpu_count() or 1
    if len(sources) < MANY or processors == 1:
        return read_all(sources, editorial=editorial, given=given)
    from concurrent.futures import ProcessPoolExecutor  # a few stories need none of it

    chunks = [sources[start::processors] for start in range(processors)]
    with ProcessPoolExecutor(processors) as pool:
        parts = list(pool.map(partial(read_all, editorial=editorial, given=given), chunks))
    found = {read.source: read for part in parts for read in part}
    return [found[source] for source in sources]


def read_all(sources: Sequence[Path], *, editorial: Path, given: Given) -> list[Read]:
    """Return what becomes of sources, in one process."""
    style, claims = load_importing(editorial), Claims(editorial)
    return [read_one(source, style, given, claims) for source in sources]


def read_one(source: Path, style: ImportStyle, given: Given, claims: Claims) -> Read:
    """Return what becomes of one source."""
    path = near(source, Path.cwd())
    try:
        story = read_story(bytes_of(source, path), path, style)
    except ContentError as error:
        return Read(source, str(error))
    claims.sift(story)
    post = post_text(story, given, style.shelves)
    return Read(source, "", story, post, author_text(story))


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
