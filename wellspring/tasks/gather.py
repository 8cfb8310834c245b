"""All tasks of a blog as one collection, under their own names. Called by tasks.py."""

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from invoke import Collection

from wellspring.tasks.paths import PathsTask
from wellspring.tasks.places import ROOT


def gather(root: Path, modules: Iterable[ModuleType]) -> Collection:
    """Return the tasks of some modules for the blog in a folder.

    Those that take paths are told where paths end.
    """
    gathered = Collection()
    gathered.configure({ROOT: root})
    for module in modules:
        for task in Collection.from_module(module).tasks.values():
            gathered.add_task(task)
    for task in gathered.tasks.values():
        if isinstance(task, PathsTask):
            task.others = frozenset(gathered.task_names)
    return gathered
