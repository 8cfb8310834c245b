"""The tasks; `invoke --list` shows them. No logic lives here: each calls one command.

Those of authors are in wellspring/tasks/; here are those for work on Wellspring itself.
"""

import shutil
import sys
from itertools import chain
from pathlib import Path

from invoke import Context, Exit, task

from wellspring.commands import report
from wellspring.tasks import building, checking, publishing, writing
from wellspring.tasks.ending import end_with, finish
from wellspring.tasks.gather import gather
from wellspring.tasks.misspelt import refuse_unknown, refuse_unquoted
from wellspring.tasks.misuse import list_tasks, refuse_unreadable
from wellspring.tasks.places import blog_of

sys.excepthook = report.explain_fault


@task(help={"accept": "Make the site as it is built now the accepted one."})
def golden(context: Context, accept: bool = False) -> None:  # noqa: FBT001, FBT002 - Invoke's form of a flag
    """Show how the golden site of the tests has changed."""
    from wellspring.commands.golden import golden as run

    blog = blog_of(context)
    output = blog.root / ".build" / "golden"
    shutil.rmtree(output, ignore_errors=True)
    finish(well=run(blog.root / "tests" / "golden", output, accept=accept))


@task
def styleguide(context: Context) -> None:
    """Show every component of the theme with its examples, light and dark."""
    from wellspring.commands.styleguide import styleguide as run

    blog = blog_of(context)
    run(blog.settings, blog.root / ".build" / "styleguide")


@task(
    help={
        "posts": "How many posts the sites have, as a number.",
        "rounds": "How often all is measured, as a number.",
        "peers": "Some of pelican,hugo,eleventy; those that are not here are left out.",
        "cases": "Some of cold,nothing,body,title,new,rule,theme: what changes before a build.",
        "folder": "A folder to keep the sites in, and to find them in again.",
        "json": "A file to write every single run into.",
    }
)
def bench(  # noqa: PLR0913, PLR0917 - each is a flag of the command
    context: Context,
    posts: str = "1000",
    rounds: str = "3",
    peers: str = "pelican,hugo,eleventy",
    cases: str = "cold,nothing,body,title,new,rule,theme",
    folder: str = "",
    json: str = "",
) -> None:
    """Measure what building costs, beside other tools that build the same posts."""
    blog = blog_of(context)
    if not (blog.root / "tests" / "benchmarks").is_dir():
        report.complain("The benchmark is not here: it is in tests/ of Wellspring's repository.")
        raise Exit(code=1)
    from tests.benchmarks.building import main as run
    from tests.benchmarks.options import Words

    end_with(lambda: run(blog.root, Words(posts, rounds, peers, cases, folder, json)))


@task(help={"only": "Arguments for pytest, such as tests/text."})
def test(context: Context, only: str = "") -> None:  # noqa: PT028 - a task, no pytest function
    """Lint, check types and run the tests."""
    from wellspring.commands.test import test as run

    finish(well=run(blog_of(context).root, only.split()))


GROUPS = (building, publishing, writing, checking, sys.modules[__name__])
namespace = gather(Path(__file__).parent, GROUPS)
refuse_unquoted(sys.argv[1:])
refuse_unknown(sys.argv[1:], chain(namespace.task_names, *namespace.task_names.values()))
refuse_unreadable(sys.argv[1:], namespace)
list_tasks(sys.argv[1:], namespace)
