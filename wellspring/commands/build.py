"""Build: read and check, let Pelican write beside the output, audit, put in place.

The output folder changes only when everything before has succeeded.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from wellspring.audit.expected import Expectation, expect
from wellspring.audit.manifest import write_report
from wellspring.audit.output import Audit, audit_output
from wellspring.building.site import Site
from wellspring.building.staging import put_in_place, staging
from wellspring.commands.report import complain, say
from wellspring.errors import ContentError
from wellspring.model.disclaimer import Waived
from wellspring.model.finding import Finding
from wellspring.model.post import Post, Source
from wellspring.plugins.run import load_settings, run_pelican
from wellspring.plugins.settings import SITE_KEY
from wellspring.plugins.site import open_from_settings

REQUIRED = ("index.html", "404.html", "sitemap.xml", "robots.txt")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made: where, what the audit saw, and the seconds it took."""

    output: Path
    audit: Audit
    seconds: float
    warnings: tuple[Finding, ...] = ()
    waived: tuple[tuple[str, Waived], ...] = ()


def build(settings_file: Path, output: Path, **override: Any) -> Built:  # noqa: ANN401 - Pelican's settings
    """Build a site into `output`, replacing what an earlier build left there.

    Raises SettingsError, HouseStyleError or ContentError; then `output` is as before.
    """
    started = time.perf_counter()
    with staging(output) as stage:
        settings = load_settings(settings_file, **override, OUTPUT_PATH=str(stage))
        site = open_from_settings(settings)
        run_pelican(settings | {SITE_KEY: site})
        expectations = expect(
            site.library.posts, site.decisions, site.reviews, page_finder(settings)
        )
        audit = audit_stage(stage, settings, expectations, sources_by_page(site, settings))
        if audit.findings:
            raise ContentError("\n".join(str(finding) for finding in audit.findings))
        write_report(stage, settings["SITEURL"], expectations)
        put_in_place(stage, output)
    seconds = time.perf_counter() - started
    return Built(output, audit, seconds, site.warnings, tuple(waived_of(site)))


def waived_of(site: Site) -> Iterator[tuple[str, Waived]]:
    """Yield every waiver of the site with the path of its post."""
    for path, decision in site.decisions.items():
        for waived in decision.waived:
            yield path, waived


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


def audit_stage(
    stage: Path,
    settings: dict[str, Any],
    expectations: tuple[Expectation, ...],
    sources: dict[str, Source],
) -> Audit:
    """Audit what Pelican has written."""
    required = (*REQUIRED, *(settings[key] for key in feed_settings(settings)))
    return audit_output(stage, settings["SITEURL"], expectations, required, sources)


def feed_settings(settings: dict[str, Any]) -> list[str]:
    """Return the settings that name this site's main feeds."""
    keys = ("FEED_ALL_ATOM", "FEED_ALL_RSS", "FEED_ALL_JSON")
    return [key for key in keys if settings.get(key)]


def page_finder(settings: dict[str, Any]) -> Callable[[Post], str]:
    """Return a function from a post to the page that Pelican's settings give it."""

    def page_of(post: Post) -> str:
        unlisted = post.status == "draft" or is_scheduled(post, settings)
        pattern = settings["DRAFT_SAVE_AS" if unlisted else "ARTICLE_SAVE_AS"]
        return str(pattern).format(slug=post.slug, date=post.date)

    return page_of


def is_scheduled(post: Post, settings: dict[str, Any]) -> bool:
    """Tell whether a post waits for its date, which is in the site's own time zone."""
    if settings["WITH_FUTURE_DATES"] or post.date is None:
        return False
    return post.date.replace(tzinfo=ZoneInfo(settings["TIMEZONE"])) > datetime.now(UTC)


def tell(built: Built, root: Path) -> None:
    """Say in one line what was built and proven."""
    place = built.output.relative_to(root) if built.output.is_relative_to(root) else built.output
    say(
        f"Built {built.audit.pages} pages into {place}/ in {built.seconds:.1f} s; disclaimers "
        f"proven on every article and in {built.audit.entries} feed entries."
    )
    for warning in built.warnings:
        complain(str(warning))
    for path, waived in built.waived:
        waiver = waived.waiver
        say(f"Waived in {path}: {waiver.disclaimer}. {waiver.who}: {waiver.reason}")
