"""Links from what readers get to what they do not get yet; called by open_site.

On the live site a link to a draft, or to an article that waits for its day, leads to the first
page.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from urllib.parse import unquote

from wellspring.checking.links import own_links, resolve
from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.library import Library
from wellspring.text.values import parse_moment


def check_unlisted(library: Library, today: date) -> Iterator[Finding]:
    """Report every link of a text to one that readers get later, or never."""
    drafts = frozenset(path for path, source in library.sources.items() if is_draft(source))
    moments = {path: at for path, source in library.sources.items() if (at := moment_of(source))}
    waiting = {path: at for path, at in moments.items() if at.date() > today and path not in drafts}
    if not drafts and not waiting:
        return

    def is_out_before(path: str, target: str) -> bool:
        return path not in moments or moments[path] < waiting[target]

    for path in library.sources.keys() - drafts:
        for match, place in own_links(library.sources[path]):
            target = resolve(unquote(match["path"]), path)
            if match["kind"] != "filename":
                continue
            if target in drafts:
                yield Finding(place, to_draft(target))
            elif target in waiting and is_out_before(path, target):
                yield Finding(place, to_waiting(target, waiting[target]))


def is_draft(source: Source) -> bool:
    """Tell whether a text is kept off the live site."""
    return source.text("status").lower() == "draft"


def moment_of(source: Source) -> datetime | None:
    """Return when readers get an article; None for pages and authors."""
    is_post = source.path.startswith("content/posts/")
    return parse_moment(source.text("date")) if is_post else None


def to_draft(target: str) -> str:
    """Say that a link leads to a draft."""
    return (
        f"this leads to {target}, a draft, which readers do not get. Publish that too, or remove "
        "the link."
    )


def to_waiting(target: str, at: datetime) -> str:
    """Say that a link leads to an article before its day."""
    until = at.date() if at.time() == time.min else f"{at:%Y-%m-%d %H:%M}"
    return (
        f"this leads to {target}, which readers do not get before {until}. Give that an earlier "
        "`Date`, or add the link when it is out."
    )
