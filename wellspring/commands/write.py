"""Write: show the page to write on, for the texts on this computer; no build, and no sign-in."""

from pathlib import Path

from wellspring.building.writing_page import FOLDER, config_of, write_page
from wellspring.commands.report import say
from wellspring.commands.serve import serve
from wellspring.house.cache import kept_house
from wellspring.text.library import read_library

HOW = (
    "In Chrome or Edge, choose “Work with Local Repository”, then this blog's folder. "
    "What you save is in your files at once; type `invoke build` to see it."
)


def write(root: Path, port: int) -> None:
    """Make the page anew and serve it until interrupted."""
    folder = root / ".build" / FOLDER
    make_page(root, folder)
    say(HOW)
    serve(folder, port, prefix=f"/{FOLDER}")


def make_page(root: Path, folder: Path) -> None:
    """Make the page for a blog on this computer."""
    house = kept_house(root / "editorial", root / ".build" / "house")
    authors = read_library(root / "content").authors
    write_page(folder, root / "theme", config_of(f"local/{root.name}", house, authors))
