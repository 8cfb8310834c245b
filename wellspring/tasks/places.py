"""Where the files of the blog are whose task was typed. Called by the tasks."""

from dataclasses import dataclass
from pathlib import Path

from invoke import Context

ROOT = "root"
"""The key under which Invoke hands down the folder that tasks.py is in."""


@dataclass(frozen=True)
class Blog:
    """A blog by its folder."""

    root: Path

    @property
    def output(self) -> Path:
        """The folder of its pages."""
        return self.root / "output"

    @property
    def settings(self) -> Path:
        """The settings of the preview."""
        return self.root / "pelicanconf.py"

    @property
    def live_settings(self) -> Path:
        """The settings of the live site."""
        return self.root / "publishconf.py"


def blog_of(context: Context) -> Blog:
    """Return the blog that a task was typed for."""
    return Blog(Path(context[ROOT]))
