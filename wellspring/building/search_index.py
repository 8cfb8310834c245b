"""The search index, made by Pagefind (https://pagefind.app); called by the search plugin.

Only articles' own words go in: a search for “depression” should find what was written about
it, not every page that carries a notice.
"""

import asyncio
import gzip
import json
import shutil
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from wellspring.errors import ContentError

# Pagefind's own pages and styles; the theme has its own.
UNUSED = ("pagefind-*.js", "pagefind-*.css")
ENTRY = "pagefind-entry.json"
# How often an index is written that was cut off.
TRIES = 3
CUT = (
    "{folder}: the search index was cut off {tries} times. Is the disk full, or the computer very "
    "busy? Build again."
)
SCRIPTS = ("pagefind.js", "pagefind-worker.js")
KEPT = (*SCRIPTS, ENTRY)


# What the build has put into a text: nobody looks for it.
NOT_WRITTEN = [".drug-note", ".footnote-ref", ".footnote-backref"]


def write_index(pages: Mapping[str, str], folder: Path) -> None:
    """Write the index of pages into a folder, which is made anew.

    `pages` go by address within the site, and have `data-pagefind-meta` attributes
    (https://pagefind.app/docs/metadata/); filters would be written in a changing order. Raises
    ContentError if no index comes out whole.
    """
    for _ in range(TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        # In a thread of its own: whoever builds may have a loop running already.
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: asyncio.run(index(pages, folder))).result()
        if is_whole(folder):
            break
    else:
        raise ContentError(CUT.format(folder=folder, tries=TRIES))
    for pattern in UNUSED:
        for file in folder.glob(pattern):
            if file.name not in KEPT:
                file.unlink()
    # Pagefind names the languages in another order each time.
    entry = folder / ENTRY
    known = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(known, sort_keys=True, separators=(",", ":")), encoding="utf-8")


def is_whole(folder: Path) -> bool:
    """Tell whether an index was written to its end.

    Pagefind answers before its last bytes are on the disk, and is then stopped: on a busy computer
    a file may be cut off.
    """
    try:
        json.loads((folder / ENTRY).read_text(encoding="utf-8"))
        for file in (*folder.rglob("*.pf_*"), *folder.rglob("*.pagefind")):
            gzip.decompress(file.read_bytes())
        scripts = [(folder / name).read_bytes() for name in SCRIPTS]
    except (OSError, EOFError, ValueError, zlib.error):
        return False
    return all(script.rstrip().endswith(b";") for script in scripts)


async def index(pages: Mapping[str, str], folder: Path) -> None:
    """Hand the pages to Pagefind in order: the same site has the same index."""
    config = IndexConfig(output_path=str(folder), exclude_selectors=NOT_WRITTEN)
    async with PagefindIndex(config=config) as made:
        for url, page in pages.items():
            await made.add_html_file(content=page, url=url)
