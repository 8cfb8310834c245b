"""Proof: look at what Pelican has written, and compare it with what each article has to carry.

Called by the build, before the output is put in place.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from wellspring.audit.expected import Expectation, expect
from wellspring.audit.manifest import REPORT, fingerprints, report_of, write_report
from wellspring.audit.output import Audit, Looked, audit_changed, audit_output
from wellspring.audit.past import Audited, Past, nobody
from wellspring.audit.writing import WRITING
from wellspring.building.fingerprint import digest_of
from wellspring.building.site import Site
from wellspring.building.together import Tick, silent, work_together
from wellspring.building.warm import Warm
from wellspring.errors import ContentError
from wellspring.model.post import Post, Source
from wellspring.plugins.setting_shapes import MENUS

AUDITED, FILES = "audited", "files"
REQUIRED = ("index.html", "404.html", "sitemap.xml", "robots.txt")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build stood on: its settings, the site, what was kept, and what the audit has seen."""

    settings: dict[str, Any]
    site: Site
    warm: Warm
    past: Past


def prove(
    stage: Path, settings: dict[str, Any], site: Site, warm: Warm, tick: Tick = silent
) -> tuple[Audit, Past]:
    """Audit a site that waits in a folder, and write its report.

    Returns what was seen, also for the next audit. Raises ContentError with all that is wrong.
    """
    expectations = expect(site.library.posts, site.decisions, site.reviews, page_finder(settings))
    past = recall_past(warm, site)
    audit = audit_stage(stage, settings, expectations, sources_by_page(site, settings), past, tick)
    if audit.findings:
        raise ContentError("\n".join(str(finding) for finding in audit.findings))
    warm.outputs.digests = write_report(
        stage, settings["SITEURL"], expectations, warm.outputs.same_digests()
    )
    return audit, past


def audit_stage(  # noqa: PLR0913, PLR0917 - what an audit goes by
    stage: Path,
    settings: dict[str, Any],
    expectations: tuple[Expectation, ...],
    sources: dict[str, Source],
    past: Past | None = None,
    tick: Tick = silent,
) -> Audit:
    """Audit what Pelican has written; `past` is what the last audit has seen."""
    required = (*REQUIRED, *(settings[key] for key in feed_settings(settings)))
    if settings.get("WELLSPRING_WRITE_TO"):
        required = (*required, WRITING)
    share = partial(work_together, kind=Looked, tick=tick)
    menus = {name: settings.get(name, ()) for name in MENUS}
    address = settings["SITEURL"]
    return audit_output(stage, address, expectations, required, sources, past, share, menus)


def prove_changed(
    folder: Path, ground: Ground, paths: Collection[str] | None = None
) -> Ground | None:
    """Audit files that are to take the place of a site's own.

    `paths` are the texts that they show, if they are pages alone. Returns what is known of the
    site then, or None where anything is wrong.
    """
    settings, site, warm, past = ground.settings, ground.site, ground.warm, ground.past
    posts = site.library.posts
    shown = posts if paths is None else {path: posts[path] for path in paths if path in posts}
    expectations = expect(shown, site.decisions, site.reviews, page_finder(settings))
    seen = Past(nobody, naming(warm, site), past.seen, past.files, dict(past.seen))
    if audit_changed(folder, settings["SITEURL"], expectations, seen):
        return None
    warm.outputs.digests = {**warm.outputs.digests, **fingerprints(folder)}
    return replace(ground, past=seen)


def write_report_beside(folder: Path, ground: Ground) -> None:
    """Write the report of a site some of whose files were proven anew."""
    site, settings = ground.site, ground.settings
    expectations = expect(site.library.posts, site.decisions, site.reviews, page_finder(settings))
    report = report_of(settings["SITEURL"], expectations, ground.warm.outputs.digests)
    (folder / REPORT).write_text(report, encoding="utf-8")


def recall_past(warm: Warm, site: Site) -> Past:
    """Return what the last build's audit has seen of the files that this one takes over."""
    return Past(
        warm.outputs.kept.__contains__,
        naming(warm, site),
        warm.memory.load_parts(AUDITED, Audited),
        frozenset(warm.memory.load(FILES, str)),
    )


def naming(warm: Warm, site: Site) -> Callable[[Expectation], bytes]:
    """Return a function from what is expected of a page to a name for all that it has to carry."""
    files, house = site.library.files, warm.judgements.house

    def name_of(expectation: Expectation) -> bytes:
        path = expectation.post.path
        return digest_of(files[path].digest, repr(expectation.review), house)

    return name_of


def keep_past(warm: Warm, past: Past) -> None:
    """Remember what this build's audit has seen."""
    if warm.lasting:
        warm.memory.save_parts(AUDITED, past.seen, past.known)
        warm.memory.save(FILES, dict.fromkeys(past.files, ""))


def sources_by_page(site: Site, settings: dict[str, Any]) -> dict[str, Source]:
    """Return the text that each page is made of."""
    page_of = page_finder(settings)
    library = site.library
    posts = {page_of(post): library.sources[path] for path, post in library.posts.items()}
    pages = {
        str(settings["PAGE_SAVE_AS"]).format(slug=source.slug): source
        for source in library.of_kind("pages")
    }
    return posts | pages


def feed_settings(settings: dict[str, Any]) -> list[str]:
    """Return the settings that name this site's main feeds."""
    keys = ("FEED_ALL_ATOM", "FEED_ALL_RSS", "FEED_ALL_JSON")
    return [key for key in keys if settings.get(key)]


def page_finder(settings: dict[str, Any]) -> Callable[[Post], str]:
    """Return a function from a post to the page that Pelican's settings give it."""

    def page_of(post: Post) -> str:
        unlisted = post.is_draft or is_scheduled(post, settings)
        pattern = settings["DRAFT_SAVE_AS" if unlisted else "ARTICLE_SAVE_AS"]
        return str(pattern).format(slug=post.slug, date=post.date)

    return page_of


def is_scheduled(post: Post, settings: dict[str, Any]) -> bool:
    """Tell whether a post waits for its date, which is in the site's own time zone."""
    moment = moment_of(post, settings)
    return not settings["WITH_FUTURE_DATES"] and moment is not None and moment > datetime.now(UTC)


def moment_of(post: Post, settings: dict[str, Any]) -> datetime | None:
    """Return when a post is due, in the site's own time zone."""
    return post.date.replace(tzinfo=ZoneInfo(settings["TIMEZONE"])) if post.date else None


def first_scheduled(site: Site, settings: dict[str, Any]) -> float:
    """Return when the first post that waits will be due, in seconds since 1970; zero if none is."""
    waiting = [post for post in site.library.posts.values() if is_scheduled(post, settings)]
    moments = [moment.timestamp() for post in waiting if (moment := moment_of(post, settings))]
    return min(moments, default=0)


def future_of(site: Site, settings: dict[str, Any]) -> tuple[str, ...]:
    """Return when each post is due that waits on the live site, whether or not it is shown here."""
    posts = [post for post in site.library.posts.values() if not post.is_draft]
    moments = [moment for post in posts if (moment := moment_of(post, settings))]
    return tuple(moment.isoformat() for moment in sorted(moments) if moment > datetime.now(UTC))
