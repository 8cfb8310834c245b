"""The tasks as one collection: under plain names, each known to the launcher too."""

import subprocess
import sys
from types import ModuleType

from invoke import Context, task

from tests.conftest import ROOT, Blog
from wellspring.tasks import building, checking, publishing, writing
from wellspring.tasks.gather import gather

GROUPS = (building, publishing, writing, checking)


@task
def walk_slowly(_context: Context) -> None:
    """Stand in for a task of one's own."""


def test_tasks_of_all_modules_are_there_under_their_own_names() -> None:
    own = ModuleType("own")
    own.walk_slowly = walk_slowly
    names = gather(ROOT, [*GROUPS, own]).task_names
    assert {"build", "publish", "new", "check", "review-due", "walk-slowly"} <= set(names)
    assert (names["build"], names["publish"]) == (["regenerate"], ["gh-pages"])


def test_paths_end_at_every_other_task() -> None:
    gathered = gather(ROOT, GROUPS)
    assert gathered["check"].others == gathered["rules"].others == set(gathered.task_names)


def test_the_launcher_lists_every_task() -> None:
    def listed(*words: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=True
        )
        lines = done.stdout.splitlines()
        return sorted(line.split()[0] for line in lines if line[:2] == "  " and line[2] != " ")

    assert listed("blog.py") == listed("-m", "invoke", "--list")


def test_a_task_works_on_the_blog_whose_tasks_file_was_found(blog: Blog) -> None:
    command = ["-m", "invoke", "--search-root", str(blog.root), "review-due", "--all"]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=True)
    assert b"content/posts/questions-about-ketamine.md" in done.stdout
