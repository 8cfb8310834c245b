"""Preview: look at the live site's build on this computer; and what livereload builds."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from wellspring.commands.build import Built, tell
from wellspring.commands.outcome import build_changed
from wellspring.commands.overlay import Overlay, as_notes, as_stopped
from wellspring.commands.report import complain, counted, say
from wellspring.commands.resident import Refreshed, ResidentBuild
from wellspring.commands.serve import SiteHandler, announce, listen
from wellspring.errors import WellspringError

Rebuild = Callable[[Callable[[], None]], str]


def preview(settings_file: Path, output: Path, port: int) -> None:
    """Build with the live settings for an address on this computer, then serve."""
    handler = partial(SiteHandler, folder=output)
    with listen(handler, port) as server, suppress(KeyboardInterrupt):
        # publishconf.py reads this, as on GitHub; the port asked for may have been taken.
        os.environ["SITEURL"] = f"http://localhost:{server.server_port}"
        build_changed(settings_file, output, output.parent)
        announce(server)
        server.serve_forever()


def rebuild_on_save(settings_file: Path, output: Path, root: Path) -> Rebuild:
    """Return a function that builds what was saved, and returns what pages then say, as JSON.

    It calls what it is given as soon as the pages can be looked at; if the build stops, never.
    """
    resident = ResidentBuild(settings_file, output)
    overlay = Overlay(root / "editorial")

    def rebuild(shown: Callable[[], None]) -> str:
        try:
            built = resident.rebuild(shown)
        except WellspringError as error:
            complain(str(error))
            return as_stopped(error)
        tell_rebuilt(built, root)
        site = resident.site
        overlay.editorial = resident.editorial
        return as_notes(overlay.findings(site) if site else ())

    return rebuild


def tell_rebuilt(built: Built | Refreshed, root: Path) -> None:
    """Say what was built after a save."""
    if isinstance(built, Built):
        tell(built, root)
    else:
        texts = ", ".join(built.texts)
        files = counted(len(built.files), "file")
        say(f"Shown after {built.seconds:.2f} s: {texts} ({files} written).")
