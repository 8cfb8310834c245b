"""A site as its authors wrote it: content, house style and readers' countries, all checked."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from wellspring.building.readings import Readings
from wellspring.checking.ages import check_ages
from wellspring.checking.content import check_library, check_source
from wellspring.checking.days import check_days
from wellspring.checking.languages import HOUSE_LANGUAGE, check_code, check_language
from wellspring.checking.parts import texts_led_to
from wellspring.checking.people import check_due, check_record, check_reviewer
from wellspring.checking.unlisted import check_unlisted
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.guard import check_review
from wellspring.disclaimers.reviews import review_state
from wellspring.disclaimers.waivers import check_waivers
from wellspring.errors import ContentError
from wellspring.house.cache import kept_house
from wellspring.house.style import HouseStyle
from wellspring.model.disclaimer import Decision
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Post, Source
from wellspring.model.review import Review, ReviewRecord, ReviewState
from wellspring.text.library import Library, read_file, read_library


@dataclass(frozen=True, slots=True)
class Site:
    """Content and house style of one build, and what each post, by its path, must carry.

    `regions` are ISO 3166 countries, home first; `warnings` do not stop a build.
    Everybody reads the same decisions, and nobody can change them.
    """

    library: Library
    house: HouseStyle
    regions: tuple[str, ...]
    today: date
    decisions: Mapping[str, Decision]
    reviews: Mapping[str, ReviewState]
    warnings: tuple[Finding, ...] = ()


def open_site(  # noqa: PLR0913, PLR0917 - what a site is made of
    content: Path,
    editorial: Path,
    regions: tuple[str, ...],
    today: date,
    language: str = HOUSE_LANGUAGE,
    readings: Readings | None = None,
) -> Site:
    """Read and check everything a build needs; `today` tells which facts are old.

    `language` is that of posts which name none, `readings` are the last build's. Raises
    HouseStyleError or ContentError with every problem, one a line.
    """
    site, findings = read_site(content, editorial, regions, today, language, readings)
    require_sound(site, findings)
    return site


def require_sound(site: Site, findings: Iterable[Finding]) -> None:
    """Raise ContentError with everything that is wrong with a site, one a line."""
    if found := sorted(findings):
        raise ContentError("\n".join(str(finding) for finding in found))
    if not site.library.posts:
        raise ContentError(
            'content/posts: there is no article to publish. Write one with `invoke new "Title"`.'
        )


def read_site(  # noqa: PLR0913, PLR0917 - what a site is made of
    content: Path,
    editorial: Path,
    regions: tuple[str, ...],
    today: date,
    language: str = HOUSE_LANGUAGE,
    readings: Readings | None = None,
) -> tuple[Site, list[Finding]]:
    """Return the site as it is, and every problem for which no build would start, sorted.

    Raises HouseStyleError: without the house style nothing else can be told.
    """
    house = kept_house(editorial, content.parent / ".build" / "house")
    readings = readings or Readings()
    library = in_language(readings.library(content), language)
    readings.look_ahead(house, library)
    decisions = {
        path: decide(post, house, regions, readings.hits(post, house, library))
        for path, post in library.posts.items()
    }
    reviews = {
        path: review_state(post, decisions[path], today) for path, post in library.posts.items()
    }
    ages = check_ages(house, today)
    site = Site(
        library,
        house,
        regions,
        today,
        MappingProxyType(decisions),
        MappingProxyType(reviews),
        tuple(finding for finding in ages if finding.severity == "warning"),
    )
    site = replace(site, warnings=(*site.warnings, *overdue(site)))
    too_old = [finding for finding in ages if finding.severity == "error"]
    findings = [*too_old, *homeless(site), *check_library(library, house, readings.judge)]
    findings += [*check_unlisted(library, today), *check_posts(site)]
    return site, sorted(findings)


def read_some(  # noqa: PLR0913, PLR0917 - what a site is made of
    content: Path,
    editorial: Path,
    regions: tuple[str, ...],
    today: date,
    language: str,
    paths: Container[str],
) -> tuple[Site, list[Finding]]:
    """Return what read_site does, looking at some texts only: of others, at their front matter.

    The findings are on these texts. Raises HouseStyleError.
    """

    def judge(source: Source, library: Library) -> Iterable[Finding]:
        return check_source(source, library) if source.path in paths else ()

    house = kept_house(editorial, content.parent / ".build" / "house")
    library = in_language(read_library(content, bodies=paths), language)
    library = with_led_to(library, content, paths)
    posts = {path: post for path, post in library.posts.items() if path in paths}
    decisions = {path: decide(post, house, regions) for path, post in posts.items()}
    reviews = {path: review_state(post, decisions[path], today) for path, post in posts.items()}
    proxies = MappingProxyType(decisions), MappingProxyType(reviews)
    site = Site(library, house, regions, today, *proxies)
    site = replace(site, warnings=tuple(overdue(site)))
    found = [*check_library(library, house, judge), *check_unlisted(library, today)]
    found += check_posts(site)
    return site, sorted(finding for finding in found if finding.place.path in paths)


def with_led_to(library: Library, content: Path, paths: Container[str]) -> Library:
    """Return a library in which the texts are whole to whose headings some texts lead."""
    led_to = {
        path
        for source in library.sources.values()
        if source.path in paths
        for path in texts_led_to(source)
        if path in library.sources and path not in paths
    }
    read = {
        path: read_file(content / path.removeprefix("content/"), path).source for path in led_to
    }
    return replace(library, sources=library.sources | read)


def in_language(library: Library, language: str) -> Library:
    """Return a library whose posts all name their language."""
    posts = {
        path: replace(post, lang=post.lang or language) for path, post in library.posts.items()
    }
    return replace(library, posts=posts)


def homeless(site: Site) -> Iterator[Finding]:
    """Yield each of the site's countries that has no crisis line for its readers."""
    for region in site.regions:
        if not any(line.country == region and line.general for line in site.house.crisis_lines):
            message = (
                f"`WELLSPRING_REGIONS` names `{region}`, and there is no crisis line of that "
                f"country. Add editorial/crisis-lines/{region.lower()}-….toml, or name another "
                "country."
            )
            yield Finding(Place("pelicanconf.py"), message)


def overdue(site: Site) -> Iterator[Finding]:
    """Yield a warning for each post that somebody should have looked at again."""
    for path, state in site.reviews.items():
        if state.overdue:
            message = (
                f"this article should have been checked again by {state.due}, and says so to "
                "readers. Check it, then run `invoke review`, or set `Modified` to the day you did."
            )
            yield Finding(site.library.sources[path].place("title"), message, severity="warning")


def check_posts(site: Site) -> Iterator[Finding]:
    """Yield what is wrong between each post and what was decided on it."""
    for path in site.decisions:
        yield from check_post(site, path)


def check_post(site: Site, path: str) -> Iterator[Finding]:
    """Yield what is wrong between one post and what was decided on it."""
    post, decision = site.library.posts[path], site.decisions[path]
    yield from check_days(site.library.sources[path], site.today)
    yield from check_waivers(post, decision, site.house.disclaimers)
    if not any(check_code(site.library.sources[path])):
        yield from check_language(post, decision)
    yield from check_due(post, decision, site.reviews[path].last)
    yield from check_reviewed(post, site)


def orphan_of(review: Review, site: Site) -> ReviewRecord | None:
    """Return a record of a review's day and reviewer whose article is not there, or None."""
    same = (
        record
        for record in site.house.reviews.values()
        if (record.by, record.on) == (review.by, review.on)
    )
    return next((record for record in same if record.post not in site.library.sources), None)


def check_reviewed(post: Post, site: Site) -> Iterator[Finding]:
    """Yield what is wrong with a post's review, and what was changed since."""
    if post.review is None:
        return
    record = site.house.reviews.get(post.path)
    yield from check_reviewer(post, post.review, site.library.authors, site.today)
    yield from check_record(post.review, record, orphan_of(post.review, site))
    if record is not None:
        yield from check_review(post, record, site.house)
