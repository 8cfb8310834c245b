"""Fixtures that several folders of tests share: the real house style, and small blogs to build."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.real_house import kept_files
from wellspring.building.site import Site, open_site
from wellspring.commands.build import Built, build
from wellspring.commands.processes import use_one_thread
from wellspring.house.load import load_house
from wellspring.house.style import HouseStyle

ROOT = Path(__file__).parent.parent
# The first article of all, which everything is tried with first.
FIRST_ARTICLE = ROOT / "content/posts/ketamine-therapy-benefits-for-mental-health-relief.md"
# The day on which all tests take place, so that the house style does not grow old in them.
TODAY = date(2026, 11, 23)
os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp()))
# As commands do: on processors that other tests keep busy, threads wait for each other for long.
use_one_thread()
AUTHOR = "Name: Robin Example\nSummary: A name for tests.\n\nRobin writes tests.\n"
PLAIN_POST = (
    "Title: A quiet evening\nDate: 2025-03-01\nAuthor: Robin Example\nCategory: Sleep\n"
    "Tags: Evenings\nSummary: How an evening can end.\n\nDim the lights and put the phone away.\n"
)
DRUG_POST = (
    "Title: Questions about ketamine\nDate: 2026-03-02\nAuthor: Robin Example\n"
    "Category: Mental Health\nTags: Ketamine\nSummary: What to ask first.\n\n"
    "Ketamine is used in clinics.\n\n## Ask first\n\nSome people with depression ask about it.\n"
)


@dataclass(frozen=True)
class Blog:
    """A small blog in a folder of its own, with the real theme and house style."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def build(self, settings: str = "pelicanconf.py", **override: object) -> Built:
        return build(self.root / settings, self.output, **override)

    def build_live(self, address: str) -> Built:
        """Build with the live site's settings for an address."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITEURL", address)
            return self.build("publishconf.py")

    def page(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def open(self) -> Site:
        """Read and check the blog without building it."""
        return open_site(self.root / "content", self.root / "editorial", ("US",), TODAY)

    def tree(self) -> dict[str, bytes]:
        """Return every file of the output with its bytes."""
        return {
            file.relative_to(self.output).as_posix(): file.read_bytes()
            for file in self.output.rglob("*")
            if file.is_file()
        }


def make_blog(root: Path) -> Blog:
    """Lay out a blog that shares code and theme with the repository."""
    root.mkdir(parents=True, exist_ok=True)
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "editorial", root / "editorial")
    shutil.copytree(ROOT / "theme", root / "theme")
    (root / "wellspring").symlink_to(ROOT / "wellspring")
    # A folder of its own: a store keeps few, and a blog with other rules would push these out.
    (root / ".build" / "house").mkdir(parents=True)
    for file in kept_files():
        (root / ".build" / "house" / file.name).symlink_to(file)
    blog = Blog(root)
    blog.write("content/authors/robin-example.md", AUTHOR)
    blog.write("content/images/.keep", "")
    blog.write("content/posts/a-quiet-evening.md", PLAIN_POST)
    blog.write("content/posts/questions-about-ketamine.md", DRUG_POST)
    for page in (
        "about",
        "get-help",
        "editorial-policy",
        "medical-disclaimer",
        "corrections",
        "privacy",
    ):
        blog.write(f"content/pages/{page}.md", f"Title: {page}\n\nWords of a page.\n")
    return blog


def copy_blog(blog: Blog, root: Path) -> Blog:
    """Copy a blog as it stands, which takes less time than to build it again."""
    shutil.copytree(blog.root, root, symlinks=True)
    return Blog(root)


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    return make_blog(tmp_path / "blog")


@pytest.fixture(scope="session")
def built_blog(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    """A blog that is built once and only looked at."""
    made = make_blog(tmp_path_factory.mktemp("built") / "blog")
    made.build()
    return made


@pytest.fixture
def live(built_blog: Blog, tmp_path: Path) -> Blog:
    """A blog that readers already have, to do with as one likes."""
    return copy_blog(built_blog, tmp_path / "blog")


@pytest.fixture(scope="session")
def house() -> HouseStyle:
    return load_house(ROOT / "editorial")


@pytest.fixture
def write_house(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write a house style of the files given, by path below editorial/."""

    def write(files: dict[str, str]) -> Path:
        root = tmp_path / "editorial"
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return root

    return write
