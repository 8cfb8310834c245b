"""Build: read and check, let Pelican write beside the output, audit, put in place.

The output folder changes only when everything before has succeeded.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from wellspring.audit.expected import Expectation, expect
from wellspring.audit.manifest import write_report
from wellspring.audit.output import Audit, audit_output
from wellspring.audit.past import Audited, Past
from wellspring.building.fingerprint import digest_of
from wellspring.building.site import Site
from wellspring.building.staging import put_in_place, staging
from wellspring.building.warm import Warm, from_nothing, recall
from wellspring.commands.report import complain, say
from wellspring.errors import ContentError
from wellspring.model.disclaimer import Waived
from wellspring.model.finding import Finding
from wellspring.model.post import Post, Source
from wellspring.plugins import all_plugins
from wellspring.plugins.articles import RELATIONS_KEY
from wellspring.plugins.conformance import JUDGEMENTS_KEY
from wellspring.plugins.incremental import OUTPUTS_KEY
from wellspring.plugins.reader import TEXTS_KEY
from wellspring.plugins.run import load_settings, run_pelican
from wellspring.plugins.search import SEARCH_KEY
from wellspring.plugins.settings import SITE_KEY
from wellspring.plugins.site import open_from_settings

AUDITED, FILES = "audited", "files"
REQUIRED = ("index.html", "404.html", "sitemap.xml", "robots.txt")


@dataclass(frozen=True, slots=True)
class Work:
    """How many pages and feeds were written, how many taken over, and how many texts rendered."""

    written: int = 0
    taken_over: int = 0
    rendered: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made: where, what the audit saw, and the seconds it took."""

    output: Path
    audit: Audit
    seconds: float
    warnings: tuple[Finding, ...] = ()
    waived: tuple[tuple[str, Waived], ...] = ()
    work: Work = field(default_factory=Work)
    notes: tuple[str, ...] = ()


def build(
    settings_file: Path,
    output: Path,
    *,
    cold: bool = False,
    **override: Any,  # noqa: ANN401 - Pelican's settings
) -> Built:
    """Build a site into `output`, replacing what an earlier build left there.

    `cold`: make everything anew, and leave nothing for the next build.
    Raises SettingsError, HouseStyleError or ContentError; then `output` is as before.
    """
    started = time.perf_counter()
    with staging(output) as stage:
        settings = load_settings(settings_file, **override, OUTPUT_PATH=str(stage))
        warm = warm_for(settings_file, output, settings, cold=cold)
        site = open_from_settings(settings, warm.readings)
        kept = {
            OUTPUTS_KEY: warm.outputs,
            TEXTS_KEY: warm.texts,
            SEARCH_KEY: warm.search,
            JUDGEMENTS_KEY: warm.judgements,
            RELATIONS_KEY: warm.relations,
        }
        run_pelican(settings | {SITE_KEY: site} | kept)
        expectations = expect(
            site.library.posts, site.decisions, site.reviews, page_finder(settings)
        )
        past = recall_past(warm, site)
        audit = audit_stage(stage, settings, expectations, sources_by_page(site, settings), past)
        if audit.findings:
            raise ContentError("\n".join(str(finding) for finding in audit.findings))
        warm.outputs.digests = write_report(
            stage, settings["SITEURL"], expectations, warm.outputs.same_digests()
        )
        put_in_place(stage, output)
        warm.keep(output, site.library)
        keep_past(warm, past)
    seconds = time.perf_counter() - started
    return Built(
        output,
        audit,
        seconds,
        site.warnings,
        tuple(waived_of(site)),
        Work(warm.outputs.written, len(warm.outputs.kept), warm.texts.rendered),
        tuple(warm.memory.notes),
    )


def warm_for(settings_file: Path, output: Path, settings: dict[str, Any], *, cold: bool) -> Warm:
    """Return what this build takes over from the last; nothing where it cannot know what changed.

    Another's plugin may put anything into a page.
    """
    root, name = settings_file.parent, settings_file.stem
    ours = all_plugins()
    if cold or any(plugin not in ours for plugin in settings["PLUGINS"]):
        return from_nothing(root, name, output)
    return recall(root, name, output, settings)


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
    past: Past | None = None,
) -> Audit:
    """Audit what Pelican has written; `past` is what the last audit has seen."""
    required = (*REQUIRED, *(settings[key] for key in feed_settings(settings)))
    return audit_output(stage, settings["SITEURL"], expectations, required, sources, past)


def recall_past(warm: Warm, site: Site) -> Past:
    """Return what the last build's audit has seen of the files that this one takes over."""
    files = site.library.files
    house = warm.judgements.house

    def name_of(expectation: Expectation) -> bytes:
        """Return a name for all that a post's page has to carry."""
        path = expectation.post.path
        return digest_of(files[path].digest, repr(expectation.review), house)

    all_files = warm.memory.load(FILES, str)
    return Past(
        warm.outputs.kept.__contains__,
        name_of,
        warm.memory.load(AUDITED, Audited),
        frozenset(all_files),
    )


def keep_past(warm: Warm, past: Past) -> None:
    """Remember what this build's audit has seen."""
    if warm.lasting:
        warm.memory.save(AUDITED, past.seen)
        warm.memory.save(FILES, dict.fromkeys(past.files, ""))


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
