"""Links from what readers get to drafts, which they do not; called by check_library."""

from collections.abc import Iterator
from urllib.parse import unquote

from wellspring.checking.links import own_links, resolve
from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.library import Library


def drafts_in(library: Library) -> frozenset[str]:
    """Return the paths of all drafts."""
    return frozenset(path for path, source in library.sources.items() if is_draft(source))


def is_draft(source: Source) -> bool:
    """Tell whether a text is kept off the live site."""
    return source.text("status").lower() == "draft"


def check_drafts(source: Source, drafts: frozenset[str]) -> Iterator[Finding]:
    """Report links of a text to drafts: on the live site they would lead to its first page."""
    if not drafts or is_draft(source):
        return
    for match, place in own_links(source):
        target = resolve(unquote(match["path"]), source.path)
        if match["kind"] == "filename" and target in drafts:
            message = (
                f"this leads to {target}, a draft, which readers do not get. Publish that too, or "
                "remove the link."
            )
            yield Finding(place, message)
