"""Tasks that make texts. Called by tasks.py."""

from dataclasses import replace
from datetime import UTC, datetime

from invoke import Context, task

from wellspring.tasks.ending import end_with, finish
from wellspring.tasks.options import CATEGORY, FORMAT, PORT
from wellspring.tasks.places import blog_of


@task(
    help={
        "title": "The title of the article, in quotes.",
        "category": f"{CATEGORY}; if left out, you are asked.",
        "author": "A name from content/authors/; if left out, you are asked.",
    }
)
def new(context: Context, title: str, category: str = "", author: str = "") -> None:
    """Start a draft: invoke new "Its title"."""
    from wellspring.commands.new import new as run

    run(blog_of(context).root, title, category, author, datetime.now(UTC).astimezone().date())


@task(help={"port": PORT})
def write(context: Context, port: int = 8000) -> None:
    """Write in a browser, at http://localhost:8000/write/, in the texts on this computer."""
    from wellspring.commands.write import write as run

    run(blog_of(context).root, port)


@task(
    help={
        "source": "A story: text, page, Word document, export or feed; or a folder of them.",
        "posts-dir": "The folder for posts, if it is not content/posts.",
        "authors-dir": "The folder for authors, if it is not content/authors.",
        "date": "The day of publication, such as 2026-11-23.",
        "category": f"{CATEGORY}; if left out, it is guessed.",
        "author": "The name of the author, for stories that name none.",
        "format": FORMAT,
        "dry-run": "Say what would be made, and write nothing.",
        "force": "Write over a post that is there.",
    }
)
def import_story(  # noqa: PLR0913 - each is a flag of the command
    context: Context,
    *,
    source: str = "",
    posts_dir: str = "",
    authors_dir: str = "",
    date: str = "",
    category: str = "",
    author: str = "",
    format: str = "text",  # noqa: A002 - the flag's name
    dry_run: bool = False,
    force: bool = False,
) -> None:
    """Make drafts of stories from elsewhere: invoke import-story --source FILE."""
    from wellspring.commands.import_story import Options
    from wellspring.commands.import_story import import_story as run

    places = Options(source, posts_dir, authors_dir, date, category, format)
    given = replace(places, dry_run=dry_run, force=force, author=author)
    today = datetime.now(UTC).astimezone().date()
    end_with(lambda: run(blog_of(context).settings, given, today))


@task
def import_tools(_context: Context) -> None:
    """Set up what reads pages, Word documents and exports: python3 blog.py import-tools."""
    from wellspring.commands.import_kinds import say_tools as run

    finish(well=run())
