"""What there is to import: a file, a folder's stories, the posts below it; for import-story."""

import os
from collections.abc import Iterator
from pathlib import Path

from wellspring.commands.chosen import not_there
from wellspring.commands.import_kinds import PLAIN, RICH, is_export
from wellspring.errors import UsageError
from wellspring.importing.own_header import MARKDOWN

ENDINGS = (*PLAIN, *RICH)
# In these no generator has posts, or it has them once more, made up.
NO_POSTS = frozenset({"node_modules", "public", "output", "themes", "layouts", "archetypes"})
POST_FOLDERS = frozenset({"_posts", "_drafts"})
NO_POST_FILES = frozenset({"_index.md", "readme.md", "license.md", "changelog.md"})


def sources_of(given: str) -> list[Path]:
    """Return the files to import. Raises UsageError if there is none."""
    if not given:
        raise UsageError(
            "Name what to import: invoke import-story --source FILE, a file or a folder."
        )
    path = Path(given)
    if not os.path.exists(given):  # noqa: PTH110 - Path's own fails for a name that is too long
        raise UsageError(not_there(given, Path(), Path.is_file))
    if not path.is_dir() or is_export(path):
        return [path]
    known = (file for file in path.iterdir() if file.suffix.casefold() in ENDINGS)
    near = {file for file in known if file.name.casefold() not in NO_POST_FILES}
    files = sorted({*near, *posts_below(path)})
    if not files:
        raise UsageError(
            f"{given}: there is no text in this folder ({', '.join(ENDINGS)}). Name another."
        )
    return files


def posts_below(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files in a folder's folders, where other generators have posts."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] not in "._" or name in POST_FOLDERS]
        folders[:] = [name for name in folders if name not in NO_POSTS]
        for name in names:
            if name.casefold().endswith(MARKDOWN) and name.casefold() not in NO_POST_FILES:
                yield Path(parent) / name
