"""Preview: look at the live site's build on this computer; and what livereload builds."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from wellspring.commands.build import build, tell
from wellspring.commands.check import Options, look
from wellspring.commands.report import complain
from wellspring.commands.serve import SiteHandler, announce, listen
from wellspring.errors import WellspringError


def preview(settings_file: Path, output: Path, port: int) -> None:
    """Build with the live settings for an address on this computer, then serve."""
    handler = partial(SiteHandler, folder=output)
    with listen(handler, port) as server, suppress(KeyboardInterrupt):
        # publishconf.py reads this, as on GitHub; the port asked for may have been taken.
        os.environ["SITEURL"] = f"http://localhost:{server.server_port}"
        tell(build(settings_file, output), output.parent)
        announce(server)
        server.serve_forever()


def findings_for_pages(settings_file: Path) -> str:
    """Return what the checker finds, as JSON with the slug of the page that shows the text."""
    try:
        found = look(settings_file, Options()).findings
    except WellspringError as error:
        complain(str(error))
        return "[]"
    notes = [
        {
            "slug": Path(finding.place.path).stem,
            "place": str(finding.place),
            "severity": finding.severity,
            "message": finding.message,
            "rule": finding.rule,
        }
        for finding in found
    ]
    return json.dumps(notes, ensure_ascii=False)


def rebuild_on_save(settings_file: Path, output: Path, root: Path) -> Callable[[], bool]:
    """Return a function that builds, prints what is wrong, and tells whether it went well."""

    def rebuild() -> bool:
        try:
            tell(build(settings_file, output), root)
        except WellspringError as error:
            complain(str(error))
            return False
        return True

    return rebuild
