"""Pictures at hand: beside a saved page, in an archive, among a blog's uploads; for import_exports.

Nothing is fetched, and nothing is read outside of the folder that a source lies in, or of the site
that it is a post of.
"""

import os
import re
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wellspring.commands.import_archive import Archive, find_beside
from wellspring.importing.pages.pictures import LARGEST
from wellspring.importing.pages.source import Open

UPLOADS = "wp-content/"
# WordPress makes smaller copies of a picture beside it.
SMALLER = re.compile(r"-\d+x\d+(?=\.\w+$)")


# What lies at the root of another generator's site, and below that its pictures.
ROOT_FILES = (
    *("_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "config.toml", "config.yaml"),
    *("pelicanconf.py", ".eleventy.js", "eleventy.config.js", "astro.config.mjs", ".obsidian"),
    *("package.json", ".git"),
)
PICTURES = ("", "static", "assets", "public", "content", "src", "source")
HIGHEST, MOST_FOLDERS = 5, 2_000
VAULT = ".obsidian"
# What posts stand in, below the site's own folder.
SHELVES = frozenset({"_posts", "_drafts", "posts", "post", "blog", "content", "articles", "src"})


def of_site(folder: Path) -> Open:
    """Return what finds the pictures of a post: beside it, or where its site has its own."""
    here = folder.resolve()
    root = root_of(here)
    places = [here, *(root / name for name in PICTURES if (root / name).is_dir())]

    def find(source: str) -> bytes | None:
        tries = [beside(place)(source) for place in places[:1]]
        path = unquote(urlsplit(source).path)
        if ".." in path:
            with suppress(ValueError):
                inner = (here / path).resolve().relative_to(root).as_posix()
                tries.append(beside(root)(inner))
        found = (*tries, *(beside(place)(source) for place in places[1:]), in_vault(root, path))
        return next((data for data in found if data is not None), None)

    return find


def root_of(folder: Path) -> Path:
    """Return the folder of a post's site; that of the post if there is none around it."""
    near = [folder, *folder.parents][:HIGHEST]
    marked = (at for at in near if any((at / name).exists() for name in ROOT_FILES))
    if root := next(marked, None):
        return root
    for at, above in pairwise(near):
        if at.name.casefold() not in SHELVES:
            return at
        folder = above
    return folder


def in_vault(root: Path, name: str) -> bytes | None:
    """Return a picture that a vault of Obsidian knows by its name alone."""
    if not (root / VAULT).is_dir() or "/" in name:
        return None
    for number, (parent, _, files) in enumerate(os.walk(root)):
        if name in files:
            return find_beside(Path(parent), name, LARGEST)
        if number > MOST_FOLDERS:
            break
    return None


def beside(folder: Path) -> Open:
    """Return what finds pictures beside a page: in its folder or below, nowhere else."""

    def find(source: str) -> bytes | None:
        parts = urlsplit(source)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        return find_beside(folder, unquote(parts.path).lstrip("/"), LARGEST)

    return find


def finder(archive: Archive, name: str) -> Open:
    """Return what finds pictures in an archive, from one of its files."""
    folder = name.rpartition("/")[0]

    def find(source: str) -> bytes | None:
        parts = urlsplit(source)
        wanted = f"{folder}/{unquote(parts.path)}".lstrip("/")
        if parts.scheme or parts.netloc or wanted not in archive.names:
            return None
        return archive.read(wanted)

    return find


def uploads(folder: Path) -> Open:
    """Return what finds the pictures of a WordPress blog whose uploads lie beside its export."""

    def find(source: str) -> bytes | None:
        path = unquote(urlsplit(source).path)
        _, found, rest = path.partition(UPLOADS)
        if not found:
            return None
        tries = [f"{UPLOADS}{rest}", rest]
        tries += [SMALLER.sub("", name) for name in tries]
        hits = (find_beside(folder, name, LARGEST) for name in tries)
        return next((data for data in hits if data is not None), None)

    return find
