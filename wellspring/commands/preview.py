"""Preview: look at the live site's build on this computer; and what livereload builds."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from wellspring.commands.build import Built, tell
from wellspring.commands.outcome import build_changed
from wellspring.commands.overlay import Overlay, as_stopped
from wellspring.commands.report import complain, counted, say
from wellspring.commands.resident import Refreshed, ResidentBuild
from wellspring.commands.serve import SiteHandler, announce, listen
from wellspring.errors import WellspringError

Rebuild = Callable[[Callable[[], None]], Iterator[str]]


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
    """Return a function that builds what was saved, and yields what pages then say, as JSON.

    It calls what it is given as soon as the pages can be looked at; if the build stops, never.
    What the checker finds comes bit by bit (overlay.py).
    """
    resident = ResidentBuild(settings_file, output)
    overlay = Overlay(root / "editorial")

    def rebuild(shown: Callable[[], None]) -> Iterator[str]:
        try:
            built = resident.rebuild(shown)
        except WellspringError as error:
            complain(str(error))
            yield as_stopped(error)
            return
        tell_rebuilt(built, root)
        overlay.editorial = resident.editorial
        if resident.site:
            texts = built.texts if isinstance(built, Refreshed) else ()
            yield from overlay.look(resident.site, texts)

    return rebuild


def tell_rebuilt(built: Built | Refreshed, root: Path) -> None:
    """Say what was built after a save."""
    if isinstance(built, Built):
        tell(built, root)
    else:
        texts = ", ".join(built.texts)
        files = counted(len(built.files), "file")
        say(f"Shown after {built.seconds:.2f} s: {texts} ({files} written).")
