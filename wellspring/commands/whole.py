"""The whole blog as texts to examine, with what would stop a build; called by check."""

from collections.abc import Iterator
from dataclasses import dataclass

from wellspring.building.clock import build_day
from wellspring.building.site import Site, read_site
from wellspring.commands.examine import Job
from wellspring.commands.light import Light
from wellspring.model.finding import Finding
from wellspring.text.post import read_post


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog's texts, what is wrong with them before any rule is asked, and its authors' names."""

    jobs: list[Job]
    findings: list[Finding]
    names: frozenset[str]
    has_posts: bool


def read_blog(light: Light) -> Blog:
    """Read a blog. Raises HouseStyleError."""
    site, stopping = read_site(
        light.content, light.editorial, light.regions, build_day(), light.language
    )
    findings = [*stopping, *site.warnings]
    names = frozenset(site.library.authors)
    return Blog(list(jobs_of_site(site)), findings, names, bool(site.library.posts))


def jobs_of_site(site: Site) -> Iterator[Job]:
    """Yield all texts of a blog: its articles, its pages and what its authors say of themselves."""
    for path, source in site.library.sources.items():
        post = site.library.posts.get(path)
        if post is None:
            yield Job(source, read_post(source)[0])
            continue
        authors = [site.library.authors.get(value.text) for value in post.authors]
        known = tuple(author for author in authors if author)
        yield Job(source, post, site.decisions[path], article=True, authors=known)
