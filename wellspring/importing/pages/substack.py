"""Substack exports: posts.csv, and the posts as HTML beside it; called by import_exports.

The lists of readers and of who opened what lie in the same export. They are never read.
"""

import csv
from io import StringIO

from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.pages.charset import decode_page
from wellspring.importing.pages.facts import Facts, iso_day
from wellspring.model.place import Place

TABLE = "posts.csv"
# Kinds of posts that are none of the author's words alone.
THREADS = frozenset({"thread"})
KEPT_BACK = {"only_paid": "for paying readers", "founding": "for paying readers"}


def read_rows(data: bytes, path: str) -> list[dict[str, str]]:
    """Return the rows of the table, by the names of its columns. Raises ContentError."""
    reader = csv.DictReader(StringIO(decode_page(data, path)[0]))
    try:
        return [{key: value for key, value in row.items() if key and value} for row in reader]
    except csv.Error as error:
        place = Place(path, reader.line_num or 1)
        raise ContentError(f"{place}: this is no table: {error}. Export it anew.") from error


def name_of(row: dict[str, str]) -> str:
    """Return the name of the file that holds a post."""
    return f"posts/{row.get('post_id', '')}.html"


def facts_of(row: dict[str, str]) -> Facts:
    """Return what the table says of a post."""
    slug = slug_of(row)
    return Facts(
        title=" ".join(row.get("title", "").split()),
        subtitle=" ".join(row.get("subtitle", "").split()),
        day=iso_day(row.get("post_date", "")),
        address=f"/p/{slug}" if slug and row.get("is_published", "").lower() == "true" else "",
        dated=True,
    )


def slug_of(row: dict[str, str]) -> str:
    """Return the last part of a post's address, which stands behind its number."""
    return row.get("post_id", "").partition(".")[2]


def unsure_of(row: dict[str, str]) -> list[Note]:
    """Return what to look at: posts that not everybody could read, and sound."""
    notes = []
    if status := KEPT_BACK.get(row.get("audience", "")):
        notes.append(Note(1, "kept back", status))
    if address := row.get("podcast_url", ""):
        notes.append(Note(1, "sound", address))
    return notes
