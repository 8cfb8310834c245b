"""Build beside the output folder, then put the result in its place in one step.

Whatever goes wrong before that step leaves the previous output as it was, and
what a killed build has left behind is cleared by the next one. Called by the build command.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wellspring.building.fingerprint import entries_below
from wellspring.building.lock import only_build
from wellspring.building.swap import exchange
from wellspring.errors import ContentError
from wellspring.text.files import STREWN

MARK = ".wellspring-output"
FIRST_LINE = "Made by Wellspring; replaced by every build. What a build has put here:"


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """Give an empty folder on the output's own file system; it is gone when the block ends."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with only_build(output):
        recover(output)
        refuse_foreign(output)
        stage = Path(tempfile.mkdtemp(prefix=f".{output.name}-new-", dir=output.parent))
        stage.chmod(0o755)
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def recover(output: Path) -> None:
    """Clear what a killed build has left, and give back the output that it had moved aside."""
    for aside in output.parent.glob(f".{output.name}-old-*"):
        if not output.exists() and (aside / output.name).is_dir():
            (aside / output.name).rename(output)
        shutil.rmtree(aside, ignore_errors=True)
    for stage in output.parent.glob(f".{output.name}-new-*"):
        shutil.rmtree(stage, ignore_errors=True)


def refuse_foreign(output: Path) -> None:
    """Refuse to replace a folder, or to remove a file, that no build of ours has made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ContentError(f"{output}: this is not a folder. Remove it, then build again.")
    if not output.is_dir() or not any(output.iterdir()):
        return
    mark = output / MARK
    if not mark.exists():
        raise ContentError(
            f"{output}: this folder holds files that no build has made, and a build would "
            "replace them. Move them away, then build again."
        )
    made = set(mark.read_text(encoding="utf-8").splitlines()[1:])
    strange = [path for path in list_files(output) if path not in made] if made else []
    if strange:
        raise ContentError(
            "\n".join(
                f"{output / path}: no build has made this file, and a build would remove it. Move "
                "it away, then build again."
                for path in strange
            )
        )


def list_files(folder: Path) -> list[str]:
    """Return every file below a folder but the mark and what systems strew, sorted."""
    strewn = {MARK, ".DS_Store", *STREWN}
    found = (path for path, _ in entries_below(os.fspath(folder)))
    return sorted(path for path in found if path.rpartition("/")[2] not in strewn)


def put_in_place(stage: Path, output: Path) -> None:
    """Make the staged folder the output, and the old output the stage, which is then removed."""
    lines = [FIRST_LINE, *list_files(stage)]
    (stage / MARK).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if not output.exists():
        stage.rename(output)
    elif not exchange(stage, output):
        move_in(stage, output)


def move_in(stage: Path, output: Path) -> None:
    """Replace the output in two steps; `recover` undoes the first if the second never comes."""
    aside = Path(tempfile.mkdtemp(prefix=f".{output.name}-old-", dir=output.parent))
    old = aside / output.name
    output.rename(old)
    try:
        stage.rename(output)
    except OSError:
        old.rename(output)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
