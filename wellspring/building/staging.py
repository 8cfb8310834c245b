"""Build beside the output folder, then put the result in its place in one step.

Whatever goes wrong before that step leaves the previous output as it was.
Called by the build command.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wellspring.errors import ContentError

MARK = ".wellspring-output"


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """Give an empty folder on the output's own file system; it is gone when the block ends."""
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{output.name}-new-", dir=output.parent))
    stage.chmod(0o755)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def refuse_foreign(output: Path) -> None:
    """Refuse to replace a folder that no build of ours has made."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise ContentError(f"{output}: this is not a folder. Remove it, then build again.")
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).exists():
        raise ContentError(
            f"{output}: this folder holds files that no build has made, and a build would "
            "replace them. Move them away, then build again."
        )


def put_in_place(stage: Path, output: Path) -> None:
    """Make the staged folder the output; the old one is moved aside first, then removed."""
    (stage / MARK).write_text("Made by Wellspring; replaced by every build.\n", encoding="utf-8")
    if not output.exists():
        stage.rename(output)
        return
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
