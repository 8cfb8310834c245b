"""What the checker finds that stops publishing: errors in what goes live. Called by publish.

Only these are shown; all else is counted, since whoever publishes wants to know what is in the way.
An article with a date to come goes live by itself, and a hidden one is live: only drafts are not.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from wellspring.commands.check import Checked, Options, file_of, look
from wellspring.commands.light import read_light
from wellspring.commands.listing import listing, severities
from wellspring.commands.report import counted, say
from wellspring.errors import PublishError
from wellspring.model.finding import Finding


def require_publishable(settings_file: Path) -> None:
    """Show the errors in what goes live; raise PublishError if there are any."""
    seen = look(settings_file, Options())
    stopping = [
        item for item in seen.findings if item.severity == "error" and item not in seen.unpublished
    ]
    find = partial(file_of, light=read_light(settings_file), root=settings_file.parent)
    if stopping:
        say(listing(stopping, seen.rules, find))
    for line in others(seen):
        say(line)
    if stopping:
        raise PublishError("Nothing was published: mend the errors above, then publish again.")


def others(seen: Checked) -> Iterator[str]:
    """Yield how much was looked at, and what there is that stops nothing."""
    counts = severities(seen.findings)
    found = [counted(counts[kind], kind) for kind in ("warning", "suggestion") if counts[kind]]
    more = f" Not in the way: {' and '.join(found)}; `invoke check` shows all." if found else ""
    yield f"Checked {counted(len(seen.paths), 'text')}.{more}"
    yield from in_drafts([item for item in seen.unpublished if item.severity == "error"])


def in_drafts(errors: Sequence[Finding]) -> Iterator[str]:
    """Yield a line on the errors in drafts, if there are any."""
    if not errors:
        return
    drafts = len({item.place.path for item in errors})
    have = "has" if drafts == 1 else "have"
    yield (
        f"{counted(drafts, 'draft')} {have} {counted(len(errors), 'error')}, which `invoke check` "
        "shows; drafts are not published."
    )
