"""Tasks that change what readers see on the web. Called by tasks.py."""

from invoke import Context, task

from wellspring.tasks.options import BRANCH, REMOTE
from wellspring.tasks.places import blog_of


@task(
    aliases=["gh-pages"],
    help={
        "dry-run": "Say what would be published, and stop.",
        "remote": REMOTE,
        "branch": BRANCH,
        "yes": "Do not ask before publishing.",
        "allow-deletes": "How many live pages may be removed, if more than a fifth of all.",
        "replace": "Take the place of a site that was not published from here.",
    },
)
def publish(  # noqa: PLR0913, PLR0917 - each is a flag of the command
    context: Context,
    dry_run: bool = False,  # noqa: FBT001, FBT002 - Invoke's form of a flag
    remote: str = "",
    branch: str = "",
    yes: bool = False,  # noqa: FBT001, FBT002 - Invoke's form of a flag
    allow_deletes: int = 0,
    replace: bool = False,  # noqa: FBT001, FBT002 - Invoke's form of a flag
) -> None:
    """Check, build what is committed and push the live site to GitHub Pages."""
    from wellspring.commands.publish import Options
    from wellspring.commands.publish import publish as run

    blog = blog_of(context)
    given = Options(dry_run, remote, branch, yes, allow_deletes, replace)
    run(blog.root, blog.live_settings, given)


@task(help={"remote": REMOTE, "branch": BRANCH})
def history(context: Context, remote: str = "", branch: str = "") -> None:
    """Say what was published when, and from which commit."""
    from wellspring.commands.past import history as run

    blog = blog_of(context)
    run(blog.root, blog.live_settings, remote, branch)


@task(
    help={
        "to": "A number or a commit from `invoke history`; 2, the one before, if left out.",
        "remote": REMOTE,
        "branch": BRANCH,
    }
)
def rollback(context: Context, to: str = "", remote: str = "", branch: str = "") -> None:
    """Publish an earlier site again, as one more commit."""
    from wellspring.commands.past import rollback as run

    blog = blog_of(context)
    run(blog.root, blog.live_settings, to, remote, branch)
