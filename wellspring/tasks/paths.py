"""Tasks that take any number of paths, such as `invoke check a.md b.md`. Called by checking."""

import sys
from collections.abc import Callable, Collection
from inspect import Signature
from pathlib import Path
from typing import Any

from invoke import Argument, Task


class PathsTask(Task[Any]):
    """A task that takes any number of paths, which Invoke's own do not: it counts those given."""

    others: Collection[str] = ()
    """Names of tasks, at which the paths end."""

    def argspec(self, body: Callable[..., object]) -> Signature:
        """Return the parameters of the task without its paths."""
        whole = super().argspec(body)
        named = [item for item in whole.parameters.values() if item.kind != item.VAR_KEYWORD]
        return whole.replace(parameters=named)

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:  # noqa: FBT001 - as Invoke has it
        """Return an argument for each path on the command line, and those of the task."""
        own = super().get_arguments(ignore_unknown_help)
        takes_value = {flag for arg in own if arg.takes_value for flag in flags_of(arg)}
        words = paths_after(self.name, takes_value, sys.argv, self.others)
        return [*(Argument(name=f"path{n}", positional=True) for n, _ in enumerate(words)), *own]


def flags_of(argument: Argument) -> set[str]:
    """Return how an argument is written."""
    return {f"--{name}" if len(name) > 1 else f"-{name}" for name in argument.names}


def paths_after(
    name: str, takes_value: set[str], words: list[str], others: Collection[str]
) -> list[str]:
    """Return the words after a task's name that are neither flags, nor their values, nor tasks."""
    after = iter(words[words.index(name) + 1 :] if name in words else [])
    paths: list[str] = []
    for word in after:
        if word.startswith("-"):
            next(after if word in takes_value else iter(()), None)
        elif word in others and not Path(word).exists():
            break
        else:
            paths.append(word)
    return paths
