"""A site as its authors wrote it: content, house style and readers' countries, all checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from wellspring.checking.ages import check_ages
from wellspring.checking.content import check_library
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.waivers import check_waivers
from wellspring.errors import ContentError
from wellspring.house.load import HouseStyle, load_house
from wellspring.model.disclaimer import Decision
from wellspring.model.finding import Finding
from wellspring.text.library import Library, read_library


@dataclass(frozen=True, slots=True)
class Site:
    """Content and house style of one build, and what each post, by its path, must carry.

    `regions` are ISO 3166 countries, home first; `warnings` do not stop a build.
    Everybody reads the same decisions, and nobody can change them.
    """

    library: Library
    house: HouseStyle
    regions: tuple[str, ...]
    decisions: Mapping[str, Decision]
    warnings: tuple[Finding, ...] = ()


def open_site(content: Path, editorial: Path, regions: tuple[str, ...], today: date) -> Site:
    """Read and check everything a build needs; `today` tells which facts are old.

    Raises HouseStyleError or ContentError with every problem, one a line.
    """
    house = load_house(editorial)
    library = read_library(content)
    decisions = {path: decide(post, house, regions) for path, post in library.posts.items()}
    ages = check_ages(house, today)
    warnings = tuple(finding for finding in ages if finding.severity == "warning")
    site = Site(library, house, regions, MappingProxyType(decisions), warnings)
    too_old = [finding for finding in ages if finding.severity == "error"]
    findings = [*too_old, *check_library(library, house), *wrong_waivers(site)]
    if findings:
        raise ContentError("\n".join(str(finding) for finding in sorted(findings)))
    if not library.posts:
        raise ContentError(
            'content/posts: there is no article to publish. Write one with `invoke new "Title"`.'
        )
    return site


def wrong_waivers(site: Site) -> Iterator[Finding]:
    """Yield what is wrong with the waivers of all posts."""
    for path, post in site.library.posts.items():
        if post.waivers:
            yield from check_waivers(post, site.decisions[path], site.house.disclaimers)
