"""Every link within the written site leads somewhere; called by audit_output.

Pages are remembered while they are looked at, and their links are followed when all of
them are known.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from wellspring.audit.past import Audited, Past
from wellspring.audit.written import Page
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source

LINKS = "a[href], area[href], link[href], img[src], source[src]"
INDEX = "index.html"
SETTINGS = Place("pelicanconf.py")
# Words, and where they lead.
Menu = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Leading:
    """Where a page leads: targets as written, the site's files and anchors they mean, its ids."""

    targets: tuple[str, ...]
    leads_to: str
    ids: str


@dataclass(slots=True)
class Links:
    """The links of each page of a site at an address, and the ids that they may lead to.

    `files` are all of the site; what is known of pages that are as they were is in `past`. `menus`
    go by the names of their settings: every page has them, so what is wrong with them is told once.
    """

    address: str
    files: frozenset[str]
    past: Past = field(default_factory=Past)
    menus: Mapping[str, Menu] = field(default_factory=dict)
    targets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    known: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict)

    def read(self, path: str, page: Page) -> Leading:
        """Return where a page leads, and the ids in it."""
        nodes = page.tree.css(LINKS)
        both = [node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes]
        sets = [node.attributes.get("srcset") or "" for node in page.tree.css("[srcset]")]
        both += [candidate.split()[0] for value in sets for candidate in value.split(", ")]
        targets = tuple(dict.fromkeys(both))
        inner = (self.within(path, target) for target in targets)
        leads_to = dict.fromkeys(f"{file}#{anchor}" for file, anchor in filter(None, inner))
        ids = {node.attributes.get("id") or "" for node in page.tree.css("[id]")}
        return Leading(targets, "\n".join(leads_to), "\n".join(sorted(ids)))

    def remember(self, path: str, seen: Leading, asked: bytes = b"") -> None:
        """Remember a page; `asked` names what its article has to carry."""
        self.targets[path] = seen.targets
        self.ids[path] = frozenset(seen.ids.split("\n"))
        self.past.seen[path] = Audited(asked, seen.leads_to, seen.ids)

    def problems(self, sources: Mapping[str, Source]) -> Iterator[Finding]:
        """Yield every link that leads nowhere, at the text it stands in; `sources` go by page."""
        astray = self.astray()
        yield from astray.values()
        for path, targets in self.targets.items():
            for target in targets:
                if self.within(path, target) in astray:
                    continue
                if wrong := self.follow(path, target):
                    place = locate(sources.get(path), target) or Place(path)
                    yield Finding(place, f"{wrong} Mend the link.")
        gone = self.gone() - {f"{file}#{anchor}" for file, anchor in astray}
        if gone:
            yield from self.left_behind(gone, sources)

    def astray(self) -> dict[tuple[str, str], Finding]:
        """Return what is wrong with the menus, by the file and anchor that an entry means."""
        found: dict[tuple[str, str], Finding] = {}
        for name, menu in self.menus.items():
            for words, url in menu:
                inner = self.within("", url)
                if inner and (lack := self.lack_of(*inner)):
                    message = (
                        f"`{name}` leads from “{words}” to `{url}`, and {lack} Mend its address "
                        "there, or take the entry out."
                    )
                    found[inner] = Finding(SETTINGS, message)
        return found

    def gone(self) -> frozenset[str]:
        """Return the files, and the anchors in them, that the last audit saw and that are gone."""
        files = {f"{file}#" for file in self.past.files - self.files}
        anchors = {
            f"{path}#{anchor}"
            for path, ids in self.ids.items()
            if path in self.past.known
            for anchor in set(self.past.known[path].ids.split("\n")) - ids - {""}
        }
        return frozenset(files | anchors)

    def left_behind(self, gone: frozenset[str], sources: Mapping[str, Source]) -> Iterator[Finding]:
        """Yield the links to what is gone in pages that are as they were."""
        files = {target.removesuffix("#") for target in gone if target.endswith("#")}
        for path, audited in self.past.seen.items():
            if path in self.targets or not audited.leads_to:
                continue
            for target in audited.leads_to.split("\n"):
                file, _, anchor = target.partition("#")
                if file in files:
                    what = f"this links to `{file}`, and the site has no such page or file."
                elif anchor and target in gone:
                    what = f"this links to `{file}`, and nothing there is called `{anchor}`."
                else:
                    continue
                place = locate(sources.get(path), target) or Place(path)
                yield Finding(place, f"{what} Mend the link.")

    def follow(self, page: str, target: str) -> str:
        """Say what is wrong with a link of a page, or nothing."""
        inner = self.within(page, target)
        lack = self.lack_of(*inner) if inner else ""
        return f"this links to `{target}`, and {lack}" if lack else ""

    def lack_of(self, path: str, anchor: str) -> str:
        """Say what there is not where a link leads, or nothing."""
        if path not in self.files:
            return "the site has no such page or file."
        if anchor and not self.has_id(path, anchor):
            return f"nothing there is called `{anchor}`."
        return ""

    def has_id(self, path: str, anchor: str) -> bool:
        """Tell whether a page has an anchor; of other files nobody knows."""
        if path not in self.ids:
            known = self.past.seen.get(path)
            if known is None:
                return True
            self.ids[path] = frozenset(known.ids.split("\n"))
        return anchor in self.ids[path]

    def within(self, page: str, target: str) -> tuple[str, str] | None:
        """Return the file and the anchor that a link means; None when it leads out of the site."""
        if target.startswith("#"):
            return page, unquote(target[1:])
        # Menus and lists lead to the same places from every page of a folder.
        key = (posixpath.dirname(page), target)
        if key not in self.known:
            self.known[key] = meant(*key, self.address)
        inner = self.known[key]
        return (inner[0] or page, inner[1]) if inner else None


def meant(folder: str, target: str, address: str) -> tuple[str, str] | None:
    """Return the file and the anchor that a link means on a page in a folder of the site.

    No file: the page itself. None: it leads out of the site.
    """
    absolute = target == address or target.startswith(f"{address}/")
    rest = target.removeprefix(address) if absolute else target
    try:
        parts = urlsplit(rest)
    except ValueError:  # no browser can follow it either; who wrote it is told by check_address
        return None
    if not absolute and (parts.scheme or parts.netloc):
        return None
    if not parts.path and not absolute:
        return "", unquote(parts.fragment)
    base = "" if absolute or parts.path.startswith("/") else folder
    path = posixpath.normpath(posixpath.join(base, unquote(parts.path).lstrip("/")))
    if parts.path.endswith("/") or path in {"", "."}:
        path = posixpath.normpath(posixpath.join(path, INDEX))
    return path, unquote(parts.fragment)


def locate(source: Source | None, target: str) -> Place | None:
    """Return where a text most likely holds a link: where its anchor or file name stands."""
    if source is None:
        return None
    parts = urlsplit(target)
    name = posixpath.basename(parts.path).removesuffix(".html")
    for sought in (f"#{parts.fragment}" if parts.fragment else "", name):
        if not sought:
            continue
        for number, line in enumerate(source.body.split("\n")):
            if sought in line:
                return Place(source.path, source.body_line + number, line.index(sought) + 1)
        for item in source.fields.values():
            for value in item.values:
                if sought in value.text:
                    return value.place
    return Place(source.path)
