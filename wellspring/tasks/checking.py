"""Tasks that look at texts, at what was built and at this computer. Called by tasks.py."""

from datetime import UTC, datetime

from invoke import Context, task

from wellspring.tasks.ending import end_with, finish
from wellspring.tasks.options import FORMAT
from wellspring.tasks.paths import PathsTask
from wellspring.tasks.places import blog_of


@task(
    klass=PathsTask,
    help={
        "format": "How to say it: text, or json, sarif or github for other programs.",
        "severity": "The least grave to show: error, warning or suggestion (which is all).",
        "fix": "Mend in the texts what is safe to mend, such as dashes.",
        "baseline": "A file of findings to be silent about; if it is not there, it is written.",
        "since": "Only show lines changed since a git revision, such as main.",
    },
)
def check(  # noqa: PLR0913 - each is a flag of the command
    context: Context,
    *,
    format: str = "text",  # noqa: A002 - the flag's name
    severity: str = "suggestion",
    fix: bool = False,
    baseline: str = "",
    since: str = "",
    **paths: str,
) -> None:
    """Say what is wrong with the texts, without building: invoke check [PATHS]."""
    from wellspring.commands.check import Options
    from wellspring.commands.check import check as run

    given = Options(tuple(paths.values()), format, severity, fix, baseline, since)
    end_with(lambda: run(blog_of(context).settings, given))


@task(klass=PathsTask)
def rules(context: Context, **ids: str) -> None:
    """List the rules that `check` knows, or explain some: invoke rules claim-safety."""
    from wellspring.commands.rules import explain_rules

    end_with(lambda: explain_rules(blog_of(context).settings, tuple(ids.values())))


@task(help={"external": "Ask each address over the network whether it still works."})
def links(context: Context, external: bool = False) -> None:  # noqa: FBT001, FBT002 - Invoke's form of a flag
    """List the outside addresses in texts and house rules, or see whether they work."""
    from wellspring.commands.links import ask_links, list_links

    blog = blog_of(context)
    if not external:
        list_links(blog.settings)
        return
    cache = blog.root / ".build" / "links.json"
    finish(well=ask_links(blog.settings, cache, datetime.now(UTC).date()))


@task(
    help={
        "post": "An article, a folder of articles, or a pattern in quotes.",
        "format": FORMAT,
    }
)
def explain(context: Context, post: str, format: str = "text") -> None:  # noqa: A002 - the flag's name
    """Say which disclaimers an article carries, and why."""
    from wellspring.commands.explain import explain as run

    run(blog_of(context).settings, post, format)


@task
def reference(context: Context) -> None:
    """Write docs/front-matter.md, the list of all keys, and docs/rules.md anew."""
    from wellspring.checking.schema import reference as text
    from wellspring.commands.rules import rules_page

    blog = blog_of(context)
    (blog.root / "docs" / "front-matter.md").write_text(text(), encoding="utf-8")
    (blog.root / "docs" / "rules.md").write_text(rules_page(blog.settings), encoding="utf-8")


@task(
    help={
        "post": "The article, such as content/posts/a-walk.md.",
        "by": "The name of the reviewer, as in content/authors/.",
    }
)
def review(context: Context, post: str, by: str) -> None:
    """Write down that somebody has reviewed an article today."""
    from wellspring.commands.review import review as run

    run(blog_of(context).root, post, by, datetime.now(UTC).astimezone().date())


@task(help={"format": FORMAT, "all": "Also list those that are not due soon."})
def review_due(context: Context, format: str = "text", all: bool = False) -> None:  # noqa: A002, FBT001, FBT002 - the flags' names
    """Say which articles must be checked again, when and by whom."""
    from wellspring.commands.review import review_due as run

    run(blog_of(context).settings, format, all_=all)


@task
def verify(context: Context) -> None:
    """Tell whether output/ still is what the build has proven."""
    from wellspring.commands.verify import verify as run

    finish(well=run(blog_of(context).output))


@task
def doctor(context: Context) -> None:
    """Look at this computer and the repository; say how to mend what is missing."""
    from wellspring.commands.doctor import doctor as run

    finish(well=run(blog_of(context).root, datetime.now(UTC).date()))
