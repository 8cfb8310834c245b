"""Clean: remove what builds have made, and nothing else."""

import shutil
from pathlib import Path

from wellspring.building.staging import refuse_foreign
from wellspring.commands.report import say


def clean(output: Path) -> None:
    """Remove the output folder. Raises ContentError if it is not one of ours."""
    refuse_foreign(output)
    if output.is_dir():
        shutil.rmtree(output)
        say(f"Removed {output.name}/.")
    else:
        say("There is nothing to remove.")
