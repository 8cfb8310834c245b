"""Links from what readers get to what they do not get yet; called by open_site.

On the live site a link to a draft, or to an article that waits for its day, leads to the first
page.
"""

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from wellspring.checking.links import own_links, resolve
from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.library import Library
from wellspring.text.values import parse_day


def check_unlisted(library: Library, today: date) -> Iterator[Finding]:
    """Report every link of a text to one that readers get later, or never."""
    drafts = frozenset(path for path, source in library.sources.items() if is_draft(source))
    days = {path: day for path, source in library.sources.items() if (day := day_of(source))}
    waiting = {path: day for path, day in days.items() if day > today and path not in drafts}
    if not drafts and not waiting:
        return
    for path in library.sources.keys() - drafts:
        for match, place in own_links(library.sources[path]):
            target = resolve(unquote(match["path"]), path)
            if match["kind"] != "filename":
                continue
            if target in drafts:
                yield Finding(place, to_draft(target))
            elif target in waiting and days.get(path, today) < waiting[target]:
                yield Finding(place, to_waiting(target, waiting[target]))


def is_draft(source: Source) -> bool:
    """Tell whether a text is kept off the live site."""
    return source.text("status").lower() == "draft"


def day_of(source: Source) -> date | None:
    """Return the day from which on readers get an article; None for pages and authors."""
    is_post = source.path.startswith("content/posts/")
    return parse_day(source.text("date")) if is_post else None


def to_draft(target: str) -> str:
    """Say that a link leads to a draft."""
    return (
        f"this leads to {target}, a draft, which readers do not get. Publish that too, or remove "
        "the link."
    )


def to_waiting(target: str, day: date) -> str:
    """Say that a link leads to an article before its day."""
    return (
        f"this leads to {target}, which readers do not get before {day}. Give that an earlier "
        "`Date`, or add the link when it is out."
    )
