"""Publish: check, build what is committed in a folder of its own, push it, read it back."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wellspring.building.staging import MARK
from wellspring.commands.build import build, outcome_of
from wellspring.commands.outcome import waiting
from wellspring.commands.past import target_of
from wellspring.commands.progress import tell_waiting
from wellspring.commands.report import say
from wellspring.commands.stopping import require_publishable
from wellspring.plugins.run import load_settings
from wellspring.publishing.address import require_address
from wellspring.publishing.github_pages import PublishReport, Wish
from wellspring.publishing.github_pages import publish as push
from wellspring.publishing.past import trailers
from wellspring.publishing.plan import Plan
from wellspring.publishing.remote import open_remote
from wellspring.publishing.source import (
    SourceState,
    check_out,
    is_asked,
    only_publisher,
    read_source,
)

YES = ("y", "yes", "")


@dataclass(frozen=True, slots=True)
class Options:
    """What was said on the command line; empty means: as the settings say."""

    dry_run: bool = False
    remote: str = ""
    branch: str = ""
    yes: bool = False
    allow_deletes: int = 0
    replace: bool = False


def publish(root: Path, settings_file: Path, options: Options | None = None) -> PublishReport:
    """Build the live site from the committed state and push it to GitHub Pages' branch.

    Where it goes is looked at first, so that nobody waits for a build to hear that it cannot go.
    Raises WellspringError of one kind or another; then what is live is as before.
    """
    options = options or Options()
    settings = load_settings(settings_file)
    require_address(settings["SITEURL"])
    open_remote(root, target_of(settings_file, options.remote, options.branch))
    require_publishable(settings_file)
    with only_publisher(root):
        source = read_source(root)
        with tempfile.TemporaryDirectory(prefix="wellspring-") as folder:
            report = publish_from(root, source, Path(folder), settings_file.name, options)
    say(str(report))
    return report


def publish_from(
    root: Path, source: SourceState, place: Path, settings_name: str, options: Options
) -> PublishReport:
    """Build a commit below `place` and publish what was built."""
    tell_waiting(f"Building what is committed, {source.commit[:7]}…")
    copy = check_out(root, source, place)
    share_store(root, copy)
    live = load_settings(root / settings_name)
    built = build(
        copy / settings_name, place / "site", SITEURL=live["SITEURL"], FEED_DOMAIN=live["SITEURL"]
    )
    (built.output / MARK).unlink()
    say(f"Built {built.audit.pages} pages for {live['SITEURL']}/ in {built.seconds:.1f} s.")
    for line in waiting(outcome_of(built).future, datetime.now(UTC)):
        say(line)
    message = f"Publish {live['SITENAME']}{trailers(source.commit, built.audit.pages)}"
    target = target_of(root / settings_name, options.remote, options.branch)
    wish = Wish(
        dry_run=options.dry_run,
        replace=options.replace,
        allow_deletes=options.allow_deletes,
        agree=lambda plan: agree(plan, asked=not (options.yes or options.dry_run)),
    )
    return push(built.output, target, root, message, wish)


def share_store(root: Path, copy: Path) -> None:
    """Let the copy use what earlier builds have made of pictures; it is kept by content."""
    store = root / ".build"
    store.mkdir(exist_ok=True)
    if not (copy / ".build").exists():
        (copy / ".build").symlink_to(store, target_is_directory=True)


def agree(plan: Plan, *, asked: bool) -> bool:
    """Show a plan; ask a person at a terminal whether to do it."""
    say(str(plan))
    if not asked or not is_asked():
        return True
    return input("Publish this? [Y/n] ").strip().lower() in YES
