"""What the search index is made from, kept so that only changed articles are written anew.

To index a thousand articles takes Pagefind several seconds, and an author who looks at a page
rarely searches. So a build for this computer keeps the articles' words only, and the server makes
the index when a browser first asks for it; the live site's build makes it, unless nothing changed.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from wellspring.building.fingerprint import digest_of
from wellspring.building.mentions import Mentions
from wellspring.building.records import encode

NAME = "search"
LIST, SUFFIX = "pages.json", ".page"


@dataclass(slots=True)
class SearchPages:
    """The articles as Pagefind reads them, a file each in a folder, and what each is made from.

    `key` names what all depend on together; without one, no file of an earlier build is taken.
    `sources` are the articles' addresses by the paths of their texts.
    """

    folder: Path
    key: bytes = b""
    made_from: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def add(self, source: str, url: str, made_from: bytes) -> bool:
        """Note an article, by its text's path; tell whether its page has to be written."""
        self.sources[source] = url
        self.made_from[url] = digest_of(self.key, made_from)
        return not (self.key and self.file(url).is_file())

    def write(self, url: str, page: tuple[str, Mentions]) -> None:
        """Keep the page of an article, and where it shows what of it."""
        file = self.file(url)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(encode(page))

    def file(self, url: str) -> Path:
        """Return the file of an article's page: another text, another file."""
        return self.folder / f"{digest_of(url, self.made_from[url]).hex()}{SUFFIX}"

    def page(self, url: str) -> tuple[str, Mentions]:
        """Return the page of an article, and where it shows what of it."""
        return msgspec.msgpack.decode(self.file(url).read_bytes(), type=tuple[str, Mentions])

    @property
    def name(self) -> bytes:
        """Return a name for all pages."""
        parts = [part for url, made in self.made_from.items() for part in (url, made)]
        return digest_of(*parts)

    def keep(self) -> None:
        """Remember the pages, and forget those of articles that are gone or were others."""
        pages = {url: made_from.hex() for url, made_from in self.made_from.items()}
        listed = {"pages": pages, "sources": self.sources}
        kept = {self.file(url).name for url in self.made_from}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for name in set(os.listdir(self.folder)) - kept:  # noqa: PTH208 - names are enough
                if name.endswith(SUFFIX):
                    (self.folder / name).unlink(missing_ok=True)
            (self.folder / LIST).write_text(json.dumps(listed), encoding="utf-8")

    def read(self) -> dict[str, str]:
        """Return all pages by address."""
        return {url: self.page(url)[0] for url in self.made_from}


def recall_pages(folder: Path, key: bytes = b"") -> SearchPages:
    """Return what a build has kept. Raises what reading a damaged list raises."""
    listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
    made_from = {url: bytes.fromhex(name) for url, name in listed["pages"].items()}
    return SearchPages(folder, key, made_from, dict(listed["sources"]))


def index_of(folder: Path) -> Path | None:
    """Return where the index of the pages in a folder is, made now if it has to be.

    None where no build has kept any.
    """
    try:
        pages = recall_pages(folder)
        made = folder / "index" / pages.name.hex()
        if not made.is_dir():
            from wellspring.building.search_index import write_index  # only a server needs it

            shutil.rmtree(made.parent, ignore_errors=True)
            write_index(pages.read(), made.with_suffix(".new"))
            made.with_suffix(".new").replace(made)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, msgspec.MsgspecError):
        return None
    return made
