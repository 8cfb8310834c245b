"""Show on a terminal how far a long build is; nothing where nobody looks, nor for a short one.

A bar is made by the tasks and handed down by the build; other commands say in a line what takes
them a while. No thread of its own draws it: a process with threads
could not share its work with others (building/together.py).
"""

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wellspring.commands.report import complain

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


def is_watched() -> bool:
    """Tell whether somebody may be looking: standard error is a terminal."""
    return sys.stderr.isatty()


def tell_waiting(message: str) -> None:
    """Say what takes a while, where somebody may be waiting for it; of many processes, one does."""
    if is_watched():
        from multiprocessing import parent_process  # slow, and seldom needed

        if parent_process() is None:
            complain(message)


@dataclass(slots=True)
class Progress:
    """A bar for each part of a build that says how far it is; drawn when the first does."""

    shown: bool = field(default_factory=is_watched)
    bar: "Bar | None" = None
    parts: dict[str, int] = field(default_factory=dict)

    def tick(self, part: str, done: int, of: int) -> None:
        """Say that so many things of a part are done."""
        if not self.shown:
            return
        bar = self.bar = self.bar or begin()
        if part not in self.parts:
            # The number of a task is rich's own type, an int by another name.
            self.parts[part] = int(bar.add_task(part, total=of))
        bar.update(bar.task_ids[self.parts[part]], completed=done, refresh=True)

    def end(self) -> None:
        """Take the bars away, so that the closing line stands alone."""
        if self.bar:
            self.bar.stop()
            self.bar, self.parts = None, {}


def begin() -> "Bar":
    """Return a group of bars on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    bar = Bar(
        *columns,
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.start()
    return bar
