"""The cases: sources of every kind, what is expected of them, and what comes of them.

`python -m tests.importing.pages.cases NAME` writes what comes of a case as what is expected, to be
read by a person before it is kept.
"""

import shutil
import sys
import zipfile
from contextlib import chdir, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT
from wellspring.commands.import_story import Options, import_story

FOLDER = Path(__file__).parent
CASES = sorted(folder.parent for folder in FOLDER.glob("*/in"))
TODAY = date(2026, 11, 23)
REPORT = "report.txt"


def pack(folder: Path, file: Path) -> None:
    """Make a zip file of a folder."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in sorted(folder.rglob("*")):
            if part.is_file():
                packed.write(part, part.relative_to(folder).as_posix())


def lay_out(case: Path, root: Path) -> Path:
    """Copy a case's source into a folder, packed if it is to be; return the source."""
    shutil.copytree(case / "in", root, dirs_exist_ok=True)
    for folder in root.glob("*.d"):
        pack(folder, folder.with_suffix(""))
        shutil.rmtree(folder)
    (source,) = root.glob("source*")
    return source


def outcome(case: Path, root: Path) -> dict[str, bytes]:
    """Import a case in a folder; return every file that was written, and the report."""
    source = lay_out(case, root)
    said = StringIO()
    with chdir(root), redirect_stdout(said):
        options = Options(source.name, posts_dir="out/posts", authors_dir="out/authors")
        assert import_story(ROOT / "pelicanconf.py", options, TODAY) == 0
    found = {
        file.relative_to(root / "out").as_posix(): file.read_bytes()
        for file in sorted((root / "out").rglob("*"))
        if file.is_file()
    }
    return found | {REPORT: said.getvalue().encode()}


def expected(case: Path) -> dict[str, bytes]:
    """Return what is expected of a case; line ends are as git gave them."""
    return {
        file.relative_to(case / "out").as_posix(): file.read_bytes()
        for file in sorted((case / "out").rglob("*"))
        if file.is_file()
    }


def accept(case: Path) -> None:
    """Write what comes of a case as what is expected."""
    with TemporaryDirectory() as folder:
        found = outcome(case, Path(folder))
    shutil.rmtree(case / "out", ignore_errors=True)
    for name, data in found.items():
        file = case / "out" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


if __name__ == "__main__":
    for word in sys.argv[1:]:
        accept(FOLDER / word)
