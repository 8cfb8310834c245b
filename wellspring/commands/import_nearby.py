"""Pictures at hand: beside a saved page, in an archive, among a blog's uploads; for import_exports.

Nothing is fetched, and nothing is read outside of the folder that a source lies in, or of the site
that it is a post of.
"""

import re
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
)
PICTURES = ("", "static", "assets", "public", "content", "src", "source")
HIGHEST = 5


def of_site(folder: Path) -> Open:
    """Return what finds the pictures of a post: beside it, or where its site has its own."""
    near = [folder, *folder.resolve().parents][:HIGHEST]
    is_root = (at for at in near if any((at / name).exists() for name in ROOT_FILES))
    root = next(is_root, None)
    places = [folder, *(root / name for name in PICTURES if root and (root / name).is_dir())]

    def find(source: str) -> bytes | None:
        found = (beside(place)(source) for place in places)
        return next((data for data in found if data is not None), None)

    return find


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
