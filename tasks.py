"""The tasks; `invoke --list` shows them. No logic lives here: each calls one command."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from inspect import Signature
from pathlib import Path

from invoke import Argument, Context, Exit, Task, task

from wellspring.commands import report
from wellspring.errors import UsageError

ROOT = Path(__file__).parent
OUTPUT = ROOT / "output"
SETTINGS = ROOT / "pelicanconf.py"
LIVE_SETTINGS = ROOT / "publishconf.py"

sys.excepthook = report.explain_fault


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


@task(
    aliases=["regenerate"],
    help={
        "cold": "make every page anew",
        "profile": "say how long each part took",
        "verify": "compare every file with a build from nothing",
    },
)
def build(
    _context: Context, *, cold: bool = False, profile: bool = False, verify: bool = False
) -> None:
    """Build the blog into output/, to look at on this computer."""
    from wellspring.commands.outcome import build_changed

    build_changed(SETTINGS, OUTPUT, ROOT, cold=cold, profile=profile)
    if verify:
        from wellspring.commands.compare import verify_build

        verify_build(SETTINGS, OUTPUT)


@task
def clean(_context: Context) -> None:
    """Remove output/."""
    from wellspring.commands.clean import clean as run

    run(OUTPUT)


@task
def rebuild(context: Context) -> None:
    """Remove output/, then build."""
    clean(context)
    build(context)


@task
def serve(_context: Context, port: int = 8000) -> None:
    """Show output/ at http://localhost:8000."""
    from wellspring.commands.serve import serve as run

    run(OUTPUT, port)


@task
def reserve(context: Context, port: int = 8000) -> None:
    """Build, then serve."""
    build(context)
    serve(context, port)


@task
def preview(_context: Context, port: int = 8000) -> None:
    """Build with the live site's settings, without drafts, and show it here."""
    from wellspring.commands.preview import preview as run

    run(LIVE_SETTINGS, OUTPUT, port)


@task
def livereload(_context: Context, port: int = 8000) -> None:
    """Show the blog and rebuild it on every save; the browser follows."""
    from wellspring.commands.livereload import livereload as run
    from wellspring.commands.preview import rebuild_on_save

    watched = [ROOT / name for name in ("content", "editorial", "theme")] + [SETTINGS]
    run(rebuild_on_save(SETTINGS, OUTPUT, ROOT), watched, OUTPUT, port)


@task(
    aliases=["gh-pages"],
    help={
        "dry-run": "say what would be published, and stop",
        "remote": "a git remote other than the settings'",
        "branch": "a branch other than the settings'",
        "yes": "do not ask",
        "allow-deletes": "how many live pages may be removed",
        "replace": "take the place of a site that was not published from here",
    },
)
def publish(  # noqa: PLR0913, PLR0917 - each is a flag of the command
    _context: Context,
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

    run(ROOT, LIVE_SETTINGS, Options(dry_run, remote, branch, yes, allow_deletes, replace))


@task(help={"remote": "a git remote other than the settings'", "branch": "another branch"})
def history(_context: Context, remote: str = "", branch: str = "") -> None:
    """Say what was published when, and from which commit."""
    from wellspring.commands.past import history as run

    run(ROOT, LIVE_SETTINGS, remote, branch)


@task(
    help={
        "to": "a number or a commit as `invoke history` shows them; the one before the live one",
        "remote": "a git remote other than the settings'",
        "branch": "another branch",
    }
)
def rollback(_context: Context, to: str = "2", remote: str = "", branch: str = "") -> None:
    """Publish an earlier site again, as one more commit."""
    from wellspring.commands.past import rollback as run

    run(ROOT, LIVE_SETTINGS, to, remote, branch)


@task(
    help={
        "title": "the article's title",
        "category": "a category's name",
        "author": "an author's name",
    }
)
def new(_context: Context, title: str, category: str = "", author: str = "") -> None:
    """Start a draft: invoke new "Its title"."""
    from wellspring.commands.new import new as run

    run(ROOT, title, category, author, datetime.now(UTC).astimezone().date())


@task
def write(_context: Context, port: int = 8000) -> None:
    """Write in a browser, at http://localhost:8000/write/, in the texts on this computer."""
    from wellspring.commands.write import write as run

    run(ROOT, port)


@task(
    help={
        "source": "a story: text, page, Word document, export or feed; or a folder of them",
        "posts-dir": "where posts go, if not into content/posts",
        "authors-dir": "where authors go, if not into content/authors",
        "date": "the day of publication, such as 2026-11-23",
        "category": "a category's name",
        "author": "an author's name, for stories that name none",
        "format": "text, or json for other programs",
        "dry-run": "write nothing",
        "force": "write over a post that is there",
    }
)
def import_story(  # noqa: PLR0913 - each is a flag of the command
    _context: Context,
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
    end_with(lambda: run(SETTINGS, given, today))


@task
def import_tools(_context: Context) -> None:
    """Set up what reads pages, Word documents and exports: python3 blog.py import-tools."""
    from wellspring.commands.import_kinds import say_tools as run

    finish(well=run())


class PathsTask(Task):
    """A task that takes any number of paths, which Invoke's own do not: it counts those given."""

    def argspec(self, body: Callable[..., object]) -> Signature:
        """Return the parameters of the task without its paths."""
        whole = super().argspec(body)
        named = [item for item in whole.parameters.values() if item.kind != item.VAR_KEYWORD]
        return whole.replace(parameters=named)

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:  # noqa: FBT001 - as Invoke has it
        """Return an argument for each path on the command line, and those of the task."""
        own = super().get_arguments(ignore_unknown_help)
        takes_value = {flag for arg in own if arg.takes_value for flag in flags_of(arg)}
        words = paths_after(self.name, takes_value, sys.argv)
        return [*(Argument(name=f"path{n}", positional=True) for n, _ in enumerate(words)), *own]


def flags_of(argument: Argument) -> set[str]:
    """Return how an argument is written."""
    return {f"--{name}" if len(name) > 1 else f"-{name}" for name in argument.names}


def paths_after(name: str, takes_value: set[str], words: list[str]) -> list[str]:
    """Return the words after a task's name that are neither flags, nor their values, nor tasks."""
    after = iter(words[words.index(name) + 1 :] if name in words else [])
    paths: list[str] = []
    for word in after:
        if word.startswith("-"):
            next(after if word in takes_value else iter(()), None)
        elif isinstance(globals().get(word), Task) and not Path(word).exists():
            break
        else:
            paths.append(word)
    return paths


@task(
    klass=PathsTask,
    help={
        "format": "text; json, sarif or github for other programs",
        "severity": "the least grave to show: error, warning or suggestion",
        "fix": "write what is safe to write, such as dashes",
        "baseline": "a file of findings that were there before; written if it is not there",
        "since": "only lines changed since a revision, such as main",
    },
)
def check(
    _context: Context,
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
    end_with(lambda: run(SETTINGS, given))


@task(klass=PathsTask)
def rules(_context: Context, **ids: str) -> None:
    """List the rules that `check` knows, or explain some: invoke rules claim-safety."""
    from wellspring.commands.rules import explain_rules

    end_with(lambda: explain_rules(SETTINGS, tuple(ids.values())))


@task(help={"external": "ask each address over the network whether it still works"})
def links(_context: Context, external: bool = False) -> None:  # noqa: FBT001, FBT002 - Invoke's form of a flag
    """List the outside addresses in texts and house rules, or see whether they work."""
    from wellspring.commands.links import ask_links, list_links

    if not external:
        list_links(SETTINGS)
        return
    cache = ROOT / ".build" / "links.json"
    finish(well=ask_links(SETTINGS, cache, datetime.now(UTC).date()))


@task(
    help={
        "post": "an article, a folder of articles, or a pattern in quotes",
        "format": "text, or json for other programs",
    }
)
def explain(_context: Context, post: str, format: str = "text") -> None:  # noqa: A002 - the flag's name
    """Say which disclaimers an article carries, and why."""
    from wellspring.commands.explain import explain as run

    run(SETTINGS, post, format)


@task
def reference(_context: Context) -> None:
    """Write docs/front-matter.md, the list of all keys, and docs/rules.md anew."""
    from wellspring.checking.schema import reference as text
    from wellspring.commands.rules import rules_page

    (ROOT / "docs" / "front-matter.md").write_text(text(), encoding="utf-8")
    (ROOT / "docs" / "rules.md").write_text(rules_page(SETTINGS), encoding="utf-8")


@task(help={"post": "one article", "by": "the reviewer's name, as in content/authors/"})
def review(_context: Context, post: str, by: str) -> None:
    """Write down that somebody has reviewed an article today."""
    from wellspring.commands.review import review as run

    run(ROOT, post, by, datetime.now(UTC).astimezone().date())


@task(
    help={"format": "text, or json for other programs", "all": "also those that are not due soon"}
)
def review_due(_context: Context, format: str = "text", all: bool = False) -> None:  # noqa: A002, FBT001, FBT002 - the flags' names
    """Say which articles must be checked again, when and by whom."""
    from wellspring.commands.review import review_due as run

    run(SETTINGS, format, all_=all)


@task
def verify(_context: Context) -> None:
    """Tell whether output/ still is what the build has proven."""
    from wellspring.commands.verify import verify as run

    finish(well=run(OUTPUT))


@task
def doctor(_context: Context) -> None:
    """Look at this computer and the repository; say how to mend what is missing."""
    from wellspring.commands.doctor import doctor as run

    finish(well=run(ROOT, datetime.now(UTC).date()))


@task(help={"accept": "make the site as it is built now the accepted one"})
def golden(_context: Context, accept: bool = False) -> None:  # noqa: FBT001, FBT002 - Invoke's form of a flag
    """Show how the golden site of the tests has changed."""
    from wellspring.commands.golden import golden as run

    output = ROOT / ".build" / "golden"
    shutil.rmtree(output, ignore_errors=True)
    finish(well=run(ROOT / "tests" / "golden", output, accept=accept))


@task
def styleguide(_context: Context) -> None:
    """Show every component of the theme with its examples, light and dark."""
    from wellspring.commands.styleguide import styleguide as run

    run(SETTINGS, ROOT / ".build" / "styleguide")


@task(
    help={
        "posts": "how many posts the sites have",
        "rounds": "how often all is measured",
        "peers": "pelican, hugo, eleventy; those that are not here are left out",
        "cases": "cold, nothing, body, title, new, rule, theme: what changes before a build",
        "folder": "where to keep the sites, and to find them again",
        "json": "a file for every single run",
    }
)
def bench(  # noqa: PLR0913, PLR0917 - each is a flag of the command
    _context: Context,
    posts: str = "1000",
    rounds: str = "3",
    peers: str = "pelican,hugo,eleventy",
    cases: str = "cold,nothing,body,title,new,rule,theme",
    folder: str = "",
    json: str = "",
) -> None:
    """Measure what building costs, beside other tools that build the same posts."""
    if not (ROOT / "tests" / "benchmarks").is_dir():
        report.complain("The benchmark is not here: it is in tests/ of Wellspring's repository.")
        raise Exit(code=1)
    from tests.benchmarks.building import main as run
    from tests.benchmarks.options import Words

    end_with(lambda: run(ROOT, Words(posts, rounds, peers, cases, folder, json)))


@task(help={"only": "arguments for pytest, such as tests/text"})
def test(_context: Context, only: str = "") -> None:  # noqa: PT028 - a task, no pytest function
    """Lint, check types and run the tests."""
    from wellspring.commands.test import test as run

    finish(well=run(ROOT, only.split()))
