"""Every file under content/: which texts there are, and what could be lost or let out unseen.

A file is a text, a picture, ignored by a rule of its name, or a finding: nothing is left out
without a word, and nothing is published that nobody meant to. Called by read_library.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.place import Place

TEXT_FOLDERS = ("posts", "pages", "authors")
PICTURE_FOLDER = "images"
MARKDOWN = ".md"
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
# Hidden files, editors' copies, and what Windows strews; Pelican's IGNORE_FILES says the same.
IGNORED = (".", "~", "#")
STREWN = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Files:
    """Texts and pictures by their path from content/'s parent, and the findings."""

    texts: dict[str, Path]
    pictures: dict[str, Path]
    findings: tuple[Finding, ...]


def find_files(content: Path) -> Files:
    """Look at everything below content/, links and strange things included."""
    texts: dict[str, Path] = {}
    pictures: dict[str, Path] = {}
    findings: list[Finding] = []
    root = content.resolve()
    for file, trouble in walk(content):
        path = f"content/{file.relative_to(content).as_posix()}"
        message = trouble or wrong_place(file, root) or wrong_kind(file, content)
        if message:
            findings.append(Finding(Place(printable(path)), message))
        elif file.relative_to(content).parts[0] == PICTURE_FOLDER:
            pictures[path] = file
        else:
            texts[path] = file
    return Files(texts, pictures, (*findings, *same_names([*texts, *pictures])))


def known_files(content: Path, paths: Iterable[str]) -> Files:
    """Return the files at some paths below content/, where find_files has found nothing wrong."""
    texts: dict[str, Path] = {}
    pictures: dict[str, Path] = {}
    for path in paths:
        if not any(map(is_ignored, path.split("/"))):
            kind = pictures if path.startswith(f"{PICTURE_FOLDER}/") else texts
            kind[f"content/{path}"] = content / path
    return Files(texts, pictures, ())


def walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every file below a folder, sorted, with what is wrong with reaching it, if anything."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, f"this folder cannot be read ({error.strerror}). Change its permissions."
        return
    for entry in entries:
        path = Path(entry.path)
        if is_ignored(entry.name):
            continue
        if entry.is_symlink() and leads_to_folder(path):
            yield path, "this is a link to a folder. Put a real folder here."
        elif entry.is_dir(follow_symlinks=False):
            yield from walk(path)
        else:
            yield path, ""


def leads_to_folder(link: Path) -> bool:
    """Tell whether a link leads to a folder; one that leads round in a circle does not."""
    try:
        return link.is_dir()
    except OSError:
        return False


def leads_somewhere(link: Path) -> bool:
    """Tell whether there is something at a link's end."""
    try:
        return link.exists()
    except OSError:
        return False


def is_ignored(name: str) -> bool:
    """Tell whether a name is that of a file that nobody has meant for the blog."""
    return name.startswith(IGNORED) or name.endswith(IGNORED) or name in STREWN


def wrong_place(file: Path, root: Path) -> str:
    """Say what is wrong with a file as a thing in the file system, or nothing."""
    if any(ord(letter) < ord(" ") or "\udc80" <= letter <= "\udcff" for letter in file.name):
        return "this name holds characters that addresses cannot have. Rename the file."
    if file.is_symlink() and not leads_somewhere(file):
        return "this is a link that leads nowhere. Remove it, or put a real file here."
    if file.is_symlink() and not file.resolve().is_relative_to(root):
        return "this is a link that leads out of content/. Put a real file here."
    if not stat.S_ISREG(file.stat().st_mode):
        return "this is not a file but a device, a pipe or a socket. Remove it."
    if not os.access(file, os.R_OK):
        return "this file cannot be read. Change its permissions."
    return ""


def wrong_kind(file: Path, content: Path) -> str:
    """Say why nothing would be made of a file, or nothing."""
    folder = file.relative_to(content).parts[0]
    if file.parent == content or folder not in (*TEXT_FOLDERS, PICTURE_FOLDER):
        return (
            "nothing is made of files in this folder. Move it to content/posts, content/pages, "
            "content/authors or content/images."
        )
    if folder == PICTURE_FOLDER:
        return "" if file.suffix.lower() in PICTURES else not_a_picture(file)
    return "" if file.suffix == MARKDOWN else wrong_ending(file)


def wrong_ending(file: Path) -> str:
    """Say what to do with a file that would be left out without a word."""
    return (
        f"`{file.name}` would not be published: only files that end in `.md` are. "
        "Rename it, or move it out of this folder (pictures belong in content/images)."
    )


def not_a_picture(file: Path) -> str:
    """Say what to do with a file that would be published as it is."""
    return (
        f"`{file.name}` is not a picture that browsers show ({', '.join(PICTURES)}). "
        "Move it out of content/images."
    )


def same_names(paths: list[str]) -> Iterator[Finding]:
    """Yield files whose names differ in capitals only: many computers take them for one."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f"this is the same name as {other} but for capitals. Rename one of the two."
            yield Finding(Place(path), message)


def printable(path: str) -> str:
    """Return a path that any terminal can print."""
    return "".join(
        letter if letter.isprintable() else f"\\x{ord(letter) & 0xFF:02x}" for letter in path
    )
