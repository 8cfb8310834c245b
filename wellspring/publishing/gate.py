"""Refuse what must never be published; pure questions about the built folder and the target.

ghp-import publishes whatever it is given: an empty folder empties the live site, a link
to a private file publishes the file. Each refusal is a sentence and what to do.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MUST_HAVE = ("index.html", "404.html")
HIDDEN_BUT_WANTED = (".nojekyll", ".well-known")
SOURCE_BRANCHES = ("main", "master")
LARGEST = 100 * 1024 * 1024  # bytes; GitHub rejects the whole push for one larger file
REBUILD = "Build the site again with `python3 blog.py build`"


@dataclass(frozen=True, slots=True)
class PagesTarget:
    """Where the site goes. `cname` is the custom domain, if the site has one."""

    remote: str = "origin"
    branch: str = "gh-pages"
    cname: str | None = None

    def __str__(self) -> str:
        """Name it as git does."""
        return f"{self.remote}/{self.branch}"


def folder_refusals(output: Path, cname: str | None) -> list[str]:
    """Say everything that forbids publishing a folder."""
    if output.is_symlink() or not output.is_dir():
        return [f"{output}: there is no such folder. {REBUILD}."]
    paths = sorted(walk(output))
    if not paths:
        return [
            f"{output}: the folder is empty; publishing it would empty the live site. {REBUILD}."
        ]
    return [
        *(
            f"{output}: it has no {name}. {REBUILD}."
            for name in MUST_HAVE
            if not (output / name).is_file()
        ),
        *domain_refusals(output, cname),
        *(refusal for path in paths for refusal in file_refusals(output, path)),
    ]


def walk(folder: Path, above: str = "") -> Iterator[str]:
    """Yield the paths of all files below a folder, `/` between their parts.

    A hidden folder is yielded itself: it is refused whole, not file by file.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            path = above + entry.name
            if entry.is_dir(follow_symlinks=False) and not is_hidden(path):
                yield from walk(folder / entry.name, f"{path}/")
            else:
                yield path


def is_hidden(path: str) -> bool:
    """Tell whether a path's last part is hidden, other than what the web itself wants so."""
    return path.rpartition("/")[2].startswith(".") and path not in HIDDEN_BUT_WANTED


def domain_refusals(output: Path, cname: str | None) -> list[str]:
    """Refuse a CNAME file that says otherwise than the settings, which are what gets published."""
    file = output / "CNAME"
    if not file.is_file() or file.read_text(encoding="utf-8", errors="replace").strip() == cname:
        return []
    return [f"{file}: set the domain by WELLSPRING_DOMAIN in publishconf.py, not by this file."]


def file_refusals(output: Path, path: str) -> list[str]:
    """Say what forbids publishing one file."""
    name = f"{output}/{path}".encode(errors="backslashreplace").decode().replace("\n", "\\n")
    reason = name_reason(path) or kind_reason((output / path).lstat())
    return [f"{name}: {reason}"] if reason else []


def name_reason(path: str) -> str | None:
    """Say why a path cannot be published, if so."""
    first, *below = path.split("/")
    if (first.startswith(".") and first not in HIDDEN_BUT_WANTED) or any(
        part.startswith(".") for part in below
    ):
        return "a hidden file is not for readers, and may hold secrets. Delete it."
    if "\n" in path or path.startswith('"') or not is_utf8(path):
        return (
            "git cannot take a name with a line break, a leading quote or letters outside UTF-8. "
            "Rename it."
        )
    return None


def is_utf8(path: str) -> bool:
    """Tell whether a name was UTF-8 on the disk."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def kind_reason(status: os.stat_result) -> str | None:
    """Say why a file cannot be published for what it is, if so."""
    if stat.S_ISLNK(status.st_mode):
        return "a link would publish what it points to. Put the file itself there, or delete it."
    if not stat.S_ISREG(status.st_mode):
        return "it is not a file that can be read. Delete it."
    if status.st_size > LARGEST:
        return "GitHub takes files up to 100 MB. Make it smaller, or put it elsewhere."
    return None


def branch_refusals(target: PagesTarget, checked_out: str | None, default: str | None) -> list[str]:
    """Say why a branch must not be replaced by the built site."""
    branch = target.branch
    if branch == checked_out:
        why = "the branch that you are working on"
    elif branch in SOURCE_BRANCHES:
        why = "where a blog's sources live"
    elif branch == default:
        why = f"the branch that {target.remote} hands out by default"
    else:
        return []
    return [f"{branch} is {why}; the built site would replace it. Publish to gh-pages or the like."]
