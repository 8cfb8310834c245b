"""The sites to build, laid out in a folder; called by building.

A folder that an earlier run has kept is brought back to the same bytes: its edits are undone.
"""

import shutil
from pathlib import Path

from tests.benchmarks import phrases
from tests.benchmarks.corpus import post, slug_of
from tests.benchmarks.tools import OURS, SITES, Tool
from wellspring.errors import UsageError

MARK = ".made-by-bench"
COPIED = ("pelicanconf.py", "publishconf.py", "tasks.py")
AUTHOR = "Name: {name}\nSummary: A name for measuring.\n\nNobody has this name.\n"
CATEGORY = 'name = "{name}"\ndescription = "For measuring."\ndisclaimers = ["general"]\n'


def lay_out(tool: Tool, count: int, root: Path) -> None:
    """Lay out a tool's site with so many posts; `root` is the blog whose program is measured."""
    site = tool.site
    claim(site)
    if tool.name == OURS:
        lay_out_blog(site, root)
    else:
        shutil.copytree(SITES / tool.name, site, dirs_exist_ok=True)
    if tool.modules and not (site / "node_modules").exists():
        (site / "node_modules").symlink_to(tool.modules)
    (site / tool.posts).mkdir(parents=True, exist_ok=True)
    wanted = {tool.file_of(one.slug): one for one in map(post, range(count))}
    for file in set((site / tool.posts).glob("*.md")) - wanted.keys():
        file.unlink()
    for file, one in wanted.items():
        file.write_text(tool.write(one), encoding="utf-8")


def claim(site: Path) -> None:
    """Make a site's folder, or make sure that it is one of ours."""
    mark = site / MARK
    if site.exists() and not mark.exists():
        raise UsageError(
            f"--folder: {site} is there and was not made by `invoke bench`, which would write over "
            "it. Name another folder."
        )
    site.mkdir(parents=True, exist_ok=True)
    mark.touch()


def lay_out_blog(site: Path, root: Path) -> None:
    """Lay out a blog that shares the program with `root`, and has its house style and theme."""
    for name in COPIED:
        shutil.copy(root / name, site / name)
    for name in ("editorial", "theme"):
        shutil.rmtree(site / name, ignore_errors=True)
    # Reviews are of articles that are not here.
    shutil.copytree(root / "editorial", site / "editorial", ignore=no_reviews)
    shutil.copytree(root / "theme", site / "theme")
    (site / "wellspring").unlink(missing_ok=True)
    (site / "wellspring").symlink_to(root / "wellspring")
    write(site / "content/images/.keep", "")
    # The menus lead to these, whatever they are.
    for page in (root / "content/pages").rglob("*.md"):
        path = page.relative_to(root / "content/pages")
        write(site / "content/pages" / path, f"Title: {page.stem}\n\nWords of a page.\n")
    for name in phrases.AUTHORS:
        write(site / f"content/authors/{slug_of(name)}.md", AUTHOR.format(name=name))
    add_categories(site / "editorial/categories")


def no_reviews(folder: str, names: list[str]) -> set[str]:
    """Return which names in a folder are not copied."""
    return {"reviews"} & set(names) if Path(folder).name == "editorial" else set()


def add_categories(folder: Path) -> None:
    """Write a file for each of the corpus's categories that the house style does not have."""
    there = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.toml"))
    for name in phrases.CATEGORIES:
        if f'name = "{name}"' not in there:
            write(folder / f"{slug_of(name)}.toml", CATEGORY.format(name=name))


def write(file: Path, text: str) -> None:
    """Write a file and its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
