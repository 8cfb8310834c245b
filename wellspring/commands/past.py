"""History and rollback: what was published when and from what, and the way back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wellspring.commands.report import say
from wellspring.plugins.run import load_settings
from wellspring.plugins.settings import Settings
from wellspring.publishing.gate import PagesTarget
from wellspring.publishing.past import SHORT, read_history, roll_back
from wellspring.publishing.source import only_publisher

SHOWN = 30
ADDRESS = "SITEURL"
NOWHERE = "https://nowhere.invalid"


def target_of(settings_file: Path, remote: str = "", branch: str = "") -> PagesTarget:
    """Return where the site goes: by the settings, or as said on the command line.

    Who only wants to know that, such as history, needs no address that readers go to.
    """
    with any_address():
        ours = Settings.from_pelican(load_settings(settings_file))
    return PagesTarget(remote or ours.remote, branch or ours.branch, ours.domain or None)


@contextmanager
def any_address() -> Iterator[None]:
    """Keep publishconf.py, which reads the environment, from refusing when nobody gave one."""
    given = os.environ.get(ADDRESS)
    os.environ[ADDRESS] = given or NOWHERE
    try:
        yield
    finally:
        if given is None:
            del os.environ[ADDRESS]
        else:
            os.environ[ADDRESS] = given


def history(root: Path, settings_file: Path, remote: str = "", branch: str = "") -> None:
    """Print the latest publishes, what is live first."""
    past = read_history(root, target_of(settings_file, remote, branch))
    for item in past[:SHOWN]:
        say(str(item))
    if len(past) > SHOWN:
        say(f"and {len(past) - SHOWN} earlier ones.")


def rollback(root: Path, settings_file: Path, to: str, remote: str = "", branch: str = "") -> None:
    """Publish an earlier site again, as one more commit."""
    target = target_of(settings_file, remote, branch)
    with only_publisher(root):
        chosen, made = roll_back(root, target, to)
    say(
        f"{target} shows the site of {chosen.when:%Y-%m-%d %H:%M} UTC again ({made[:SHORT]}). Your "
        "texts are as they were: mend them before you publish again."
    )
