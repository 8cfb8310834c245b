"""What publishing would do to the live site, said before it is done; made by the publisher."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wellspring.errors import PublishError
from wellspring.publishing.listing import Difference

LISTED = 20
# A fifth of the live pages may go without being asked for.
MOST_REMOVED = 0.2
# Or this many, so that a small site can lose a page.
ALWAYS = 2
PAGE = ".html"

Articles = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Pages and other files that change, what changes in notices and reviews, and the size."""

    target: str
    difference: Difference
    live_pages: int
    notes: tuple[str, ...]
    size: int

    def removed_pages(self) -> int:
        """Return how many pages would be gone."""
        return len(pages(self.difference.removed))

    def __str__(self) -> str:
        """Say it to the author."""
        kinds = ("added", "changed", "removed")
        counts = ", ".join(f"{len(pages(getattr(self.difference, kind)))} {kind}" for kind in kinds)
        others = sum(len(getattr(self.difference, kind)) for kind in kinds) - sum(
            len(pages(getattr(self.difference, kind))) for kind in kinds
        )
        head = f"Plan for {self.target}: pages {counts}; {others} other files change; "
        return "\n".join([f"{head}{self.size / 1e6:.1f} MB in all.", *self.lines(), *self.notes])

    def lines(self) -> Iterator[str]:
        """Yield the pages that change, the first of each kind."""
        for mark, paths in (
            ("+", self.difference.added),
            ("~", self.difference.changed),
            ("-", self.difference.removed),
        ):
            found = pages(paths)
            yield from (f"  {mark} {path}" for path in found[:LISTED])
            if len(found) > LISTED:
                yield f"  {mark} and {len(found) - LISTED} more"

    def require_few_deletions(self, allowed: int) -> None:
        """Raise PublishError when many pages would be gone that nobody has said may go."""
        removed = self.removed_pages()
        if removed > max(allowed, ALWAYS, int(self.live_pages * MOST_REMOVED)):
            raise PublishError(
                f"This would remove {removed} of {self.live_pages} live pages. If that is meant, "
                f"type `invoke publish --allow-deletes {removed}`."
            )


def pages(paths: Iterable[str]) -> list[str]:
    """Return those of some files that are pages."""
    return [path for path in paths if path.endswith(PAGE)]


def articles_of(report: str) -> Articles:
    """Return what a published `output-report.json` says of articles; nothing if it says nothing."""
    try:
        files = json.loads(report)["files"]
        return {path: entry for path, entry in files.items() if "disclaimers" in entry}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def farewells(before: Articles, gone: Iterable[str]) -> Iterator[str]:
    """Yield what to do about articles whose pages would be gone, as when files got new names."""
    lost = sorted(before.keys() & set(gone))
    yield from (
        f"  Whoever has the address of {path} would find nothing there. If the article has another "
        f"one now, write `Aliases: /{path}` into it."
        for path in lost[:LISTED]
    )


def notes_on(before: Articles, after: Articles) -> Iterator[str]:
    """Yield how notices and reviews of articles that stay would change."""
    for path in sorted(before.keys() & after.keys()):
        old, new = before[path], after[path]
        was, is_now = set(old["disclaimers"]), set(new["disclaimers"])
        changes = [f"+{name}" for name in sorted(is_now - was)]
        changes += [f"-{name}" for name in sorted(was - is_now)]
        if changes:
            yield f"  notices of {path}: {' '.join(changes)}"
        if old.get("reviewed_by") != new.get("reviewed_by"):
            yield f"  reviewer of {path}: {new.get('reviewed_by') or 'nobody'}"
