"""List what a folder would be as a git tree, and what a commit is, so that the two can be compared.

The publisher compares them before and after pushing. The folder's ids are computed
here and not by git or ghp-import, so that their mistakes cannot hide.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wellspring.publishing import git
from wellspring.publishing.gate import walk

PLAIN_MODES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Difference:
    """The paths by which the new site differs from the live one."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def of_folder(output: Path, cname: str | None) -> dict[str, str]:
    """Map each path that will be published to its content's git id."""
    listing = {path: blob_id((output / path).read_bytes()) for path in walk(output)}
    listing[".nojekyll"] = blob_id(b"")  # without it GitHub drops what starts with an underscore
    if cname:
        listing["CNAME"] = blob_id(cname.encode())
    return listing


def of_commit(repository: Path, commit: str) -> dict[str, str]:
    """Map each path in a commit to its content's git id; what is no plain file equals nothing."""
    listing = {}
    for line in git.must(repository, "ls-tree", "-r", "-z", "--full-tree", commit).split("\0")[:-1]:
        about, path = line.split("\t", 1)
        mode, _, identity = about.split(" ")
        listing[path] = identity if mode in PLAIN_MODES else f"{mode} {identity}"
    return listing


def blob_id(content: bytes) -> str:
    """Return the id that git gives a file with this content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def compare(live: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Tell what publishing will do to the live site."""
    return Difference(
        added=tuple(sorted(new.keys() - live.keys())),
        changed=tuple(sorted(path for path in new.keys() & live.keys() if new[path] != live[path])),
        removed=tuple(sorted(live.keys() - new.keys())),
    )
