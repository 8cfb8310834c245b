"""Compare a build that takes over what has not changed with one that makes everything anew.

Called by `invoke build --verify`, for whoever doubts that a page is as it should be.
"""

import tempfile
from pathlib import Path

from wellspring.audit.written import files_below
from wellspring.commands.build import build
from wellspring.commands.report import counted, say
from wellspring.errors import ContentError


def verify_build(settings_file: Path, output: Path) -> None:
    """Make everything anew elsewhere, and compare it with `output`, file by file.

    Raises ContentError that names every file which is not the same.
    """
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / output.name
        build(settings_file, new, cold=True)
        found, wanted = set(files_below(output)), set(files_below(new))
        wrong = sorted(
            found ^ wanted | {path for path in found & wanted if differ(path, output, new)}
        )
    if wrong:
        names = "\n".join(f"{output.name}/{path}: this is not as if built anew." for path in wrong)
        raise ContentError(
            f"{names}\nRun `invoke build --cold`, and report what you changed before: the program "
            "has overlooked it."
        )
    say(f"Compared {counted(len(wanted), 'file')} with a build from nothing: all are the same.")


def differ(path: str, first: Path, second: Path) -> bool:
    """Tell whether a file has other bytes in one folder than in another."""
    return (first / path).read_bytes() != (second / path).read_bytes()
