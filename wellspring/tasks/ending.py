"""How a task ends: with the exit code that its command has earned. Called by the tasks."""

from collections.abc import Callable

from invoke import Exit

from wellspring.commands import report
from wellspring.errors import UsageError


def finish(*, well: bool) -> None:
    """End with exit code 1 when something is wrong; what it is has been said."""
    if not well:
        raise Exit(code=1)


def end_with(run: Callable[[], int]) -> None:
    """End with a command's exit code; with 2 when the command line asks for what cannot be."""
    try:
        code = run()
    except UsageError as error:
        report.complain(str(error))
        code = 2
    if code:
        raise Exit(code=code)
