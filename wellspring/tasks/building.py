"""Tasks that build the blog and show it on this computer. Called by tasks.py."""

from invoke import Context, task

from wellspring.tasks.options import PORT
from wellspring.tasks.places import blog_of


@task(
    aliases=["regenerate"],
    help={
        "cold": "Make every page anew.",
        "profile": "Say how long each part took.",
        "verify": "Compare every file with a build from nothing.",
    },
)
def build(
    context: Context, *, cold: bool = False, profile: bool = False, verify: bool = False
) -> None:
    """Build the blog into output/, to look at on this computer."""
    from wellspring.commands.outcome import build_changed

    blog = blog_of(context)
    build_changed(blog.settings, blog.output, blog.root, cold=cold, profile=profile)
    if verify:
        from wellspring.commands.compare import verify_build

        verify_build(blog.settings, blog.output)


@task
def clean(context: Context) -> None:
    """Remove output/."""
    from wellspring.commands.clean import clean as run

    run(blog_of(context).output)


@task
def rebuild(context: Context) -> None:
    """Remove output/, then build."""
    clean(context)
    build(context)


@task(help={"port": PORT})
def serve(context: Context, port: int = 8000) -> None:
    """Show output/ at http://localhost:8000."""
    from wellspring.commands.serve import serve as run

    run(blog_of(context).output, port)


@task(help={"port": PORT})
def reserve(context: Context, port: int = 8000) -> None:
    """Build, then serve."""
    build(context)
    serve(context, port)


@task(help={"port": PORT})
def preview(context: Context, port: int = 8000) -> None:
    """Build with the live site's settings, without drafts, and show it here."""
    from wellspring.commands.preview import preview as run

    blog = blog_of(context)
    run(blog.live_settings, blog.output, port)


@task(help={"port": PORT})
def livereload(context: Context, port: int = 8000) -> None:
    """Show the blog and rebuild it on every save; the browser follows."""
    from wellspring.commands.livereload import livereload as run
    from wellspring.commands.preview import rebuild_on_save

    blog = blog_of(context)
    watched = [blog.root / name for name in ("content", "editorial", "theme")] + [blog.settings]
    run(rebuild_on_save(blog.settings, blog.output, blog.root), watched, blog.output, port)
