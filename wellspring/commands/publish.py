"""Publish: check, build for the live site in a folder of its own, push it, read it back."""

import re
import tempfile
from pathlib import Path

from wellspring.building.staging import MARK
from wellspring.commands.build import build
from wellspring.commands.check import check
from wellspring.commands.report import say
from wellspring.errors import PublishError
from wellspring.plugins.run import load_settings
from wellspring.plugins.settings import Settings
from wellspring.publishing.github_pages import PagesTarget
from wellspring.publishing.github_pages import publish as push

LIVE_ADDRESS = re.compile(r"https://[^\s/:]+\.[^\s/]+(?:/[^\s]*)?")


def publish(root: Path, settings_file: Path) -> None:
    """Build the live site and push it to the branch that GitHub Pages shows.

    Raises WellspringError of one kind or another; then what is live is as before.
    """
    settings = load_settings(settings_file)
    require_address(settings["SITEURL"])
    if not check(settings_file):
        raise PublishError("Nothing was published: mend the errors above, then publish again.")
    ours = Settings.from_pelican(settings)
    target = PagesTarget(remote=ours.remote, branch=ours.branch, cname=ours.domain or None)
    with tempfile.TemporaryDirectory(prefix="wellspring-") as folder:
        built = build(settings_file, Path(folder) / "site")
        (built.output / MARK).unlink()
        say(f"Built {built.audit.pages} pages for {settings['SITEURL']}/ in {built.seconds:.1f} s.")
        report = push(built.output, target, root, f"Publish {settings['SITENAME']}")
    say(str(report))


def require_address(address: str) -> None:
    """Refuse an address that readers cannot reach: this computer, or one without https."""
    if not LIVE_ADDRESS.fullmatch(address):
        raise PublishError(
            f"SITEURL is `{address}`, where readers cannot safely reach the site. Set the "
            "environment variable SITEURL to an address that starts with https://, or unset it."
        )
