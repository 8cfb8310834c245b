"""Which texts a command line names: files, folders and patterns; called by check and import."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from wellspring.errors import UsageError
from wellspring.text.suggest import asked_or_look, nearest_files

TEXTS = (".md", ".markdown", ".txt")
MAGIC = "*?["
LONGEST = 255  # letters of a file name, on the systems that we know


def chosen_files(paths: Iterable[str], folder: Path) -> list[Path]:
    """Return the texts that paths name, each once, in order.

    Relative ones start at `folder`. Raises UsageError for every path that names no text: a check
    of nothing must never look like a check that found nothing.
    """
    files: dict[Path, None] = {}
    problems: list[str] = []
    for path in paths:
        found = list(files_at(path, folder))
        problems += [] if found else [problem(path, folder)]
        files |= dict.fromkeys(found)
    if problems:
        raise UsageError("\n".join(problems))
    return list(files)


def files_at(path: str, folder: Path) -> Iterator[Path]:
    """Yield the texts that one path names."""
    place = folder / path
    with suppress(OSError, ValueError):  # a name no system takes, a pattern that is none
        if place.is_dir():
            yield from sorted(file for file in place.rglob("*") if is_text(file))
        elif place.is_file():
            yield place
        elif any(letter in path for letter in MAGIC) and not Path(path).is_absolute():
            yield from sorted(file for file in folder.glob(path) if is_text(file))


def is_text(file: Path) -> bool:
    """Tell whether a file is one that authors write texts in."""
    return file.suffix.lower() in TEXTS and file.is_file() and not file.name.startswith(".")


def problem(path: str, folder: Path) -> str:
    """Say why a path names no text."""
    place = folder / path
    if len(place.name) > LONGEST:
        return f"{path[:LONGEST]}…: no file has so long a name. Look at its spelling."
    if place.is_dir():
        return f"{path}: there is no text in this folder (.md or .txt). Name another."
    return not_there(path, folder, is_text)


def not_there(path: str, folder: Path, fits: Callable[[Path], bool]) -> str:
    """Say that nothing is at a path, and what is at one that is spelt much like it."""
    found = [Path()]
    for part in Path(path).parts:
        found = [base / name for base in found for name in meant(part, folder / base, fits)]
    names = [each.as_posix() for each in found]
    return f"{path}: there is no such file or folder. {asked_or_look(names)}"


def meant(part: str, folder: Path, fits: Callable[[Path], bool]) -> list[str]:
    """Return what a part of a path may mean in a folder: itself, if it is there."""
    with suppress(OSError, ValueError):  # a name no system takes, a folder that is not for us
        if (folder / part).exists():
            return [part]
        files = sorted(folder.iterdir())
        return nearest_files(part, [file.name for file in files if file.is_dir() or fits(file)])
    return []
