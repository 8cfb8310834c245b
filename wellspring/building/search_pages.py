"""What the search index is made from, kept so that only changed articles are written anew.

To index a thousand articles takes Pagefind several seconds, and an author who looks at a page
rarely searches. So a build for this computer keeps the articles' words only, and the server makes
the index when a browser first asks for it; the live site's build makes it, unless nothing changed.
"""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import Memory
from wellspring.building.search_index import write_index

NAME = "search"
LIST = "pages.json"


@dataclass(slots=True)
class SearchPages:
    """The articles as Pagefind reads them, a file each in a folder, and what each is made from."""

    folder: Path
    known: dict[str, bytes] = field(default_factory=dict)
    made_from: dict[str, bytes] = field(default_factory=dict)

    def add(self, url: str, made_from: bytes, render: Callable[[], str]) -> None:
        """Keep an article's page, unless the same is there from the last build."""
        file = self.file(url)
        self.made_from[url] = made_from
        if self.known.get(url) != made_from or not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(render(), encoding="utf-8")

    def file(self, url: str) -> Path:
        """Return the file of an article's page."""
        return self.folder / f"{digest_of(url).hex()}.html"

    @property
    def name(self) -> bytes:
        """Return a name for all pages."""
        parts = [part for url, made in self.made_from.items() for part in (url, made)]
        return digest_of(*parts)

    def keep(self, memory: Memory) -> None:
        """Remember the pages, and forget those of articles that are gone."""
        for url in self.known.keys() - self.made_from.keys():
            self.file(url).unlink(missing_ok=True)
        memory.save(NAME, self.made_from)
        listed = {"name": self.name.hex(), "pages": list(self.made_from)}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / LIST).write_text(json.dumps(listed), encoding="utf-8")

    def read(self) -> dict[str, str]:
        """Return all pages by address."""
        return {url: self.file(url).read_text(encoding="utf-8") for url in self.made_from}


def recall_search_pages(memory: Memory) -> SearchPages:
    """Return what the last build has kept."""
    return SearchPages(memory.folder / NAME, memory.load(NAME, bytes))


def index_of(folder: Path) -> Path | None:
    """Return where the index of the pages in a folder is, made now if it has to be.

    None where no build has kept any.
    """
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
        made = folder / "index" / str(listed["name"])
        pages = SearchPages(folder, made_from=dict.fromkeys(listed["pages"], b""))
        if not made.is_dir():
            shutil.rmtree(made.parent, ignore_errors=True)
            write_index(pages.read(), made.with_suffix(".new"))
            made.with_suffix(".new").replace(made)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made
